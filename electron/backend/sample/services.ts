import type { BranchDatabase } from '../../../db/branch-database'
import { checkupQueries } from '../../../db/queries/care/registers/checkups'
import { legalQueries } from '../../../db/queries/care/registers/legal'
import { mutualAidQueries } from '../../../db/queries/care/registers/mutual-aid'
import type { Day } from '../../../shared/model/date'
import {
  checkupIdSchema,
  legalCaseIdSchema,
  mutualAidClaimIdSchema,
  mutualAidIdSchema,
  newId,
  type MemberId,
} from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { addDays } from '../../../shared/rules/date'

/** Covers that end soon, a claim of each state, two cases of legal aid, and a check-up day three weeks ago. */
export function addSampleServices(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  db.write(() => {
    addCovers(db, today, members.slice(0, 40))
    addCases(db, today, members.slice(60, 62))
    addCheckups(db, today, members.slice(12, 52))
  })
}

function addCovers(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const { insertCover, insertClaim } = mutualAidQueries(db)
  members.forEach((memberId, index) => {
    const validUntil = addDays(today, index < 12 ? 18 : 200)
    const validFrom = addDays(validUntil, -364)
    const id = newId(mutualAidIdSchema)
    insertCover.run({
      ...{ id, memberId, plan: index < 12 ? '示例：住院互助保障' : '示例：重大疾病互助保障', validFrom, validUntil },
      ...{ premium: fenSchema.parse(8000), payer: index % 3 === 0 ? 'member' : 'union', note: null },
      number: `SL${String(1001 + index)}`,
    })
    if (index >= 3) return
    const happenedOn = addDays(validFrom, 100 + 40 * index)
    const isPaid = index === 0
    insertClaim.run({
      ...{ id: newId(mutualAidClaimIdSchema), mutualAidId: id, kind: 'hospital', happenedOn, note: null },
      claimedOn: addDays(happenedOn, 15),
      claimed: fenSchema.parse(120_000 + 30_000 * index),
      paid: isPaid ? fenSchema.parse(96_000) : null,
      paidOn: isPaid ? addDays(happenedOn, 60) : null,
      refusal: index === 2 ? '示例：不在保障范围' : null,
    })
  })
}

function addCases(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const { insert } = legalQueries(db)
  members.forEach((memberId, index) => {
    insert.run({
      ...{ id: newId(legalCaseIdSchema), memberId, kind: index === 0 ? 'advice' : 'mediation' },
      ...{ openedOn: addDays(today, -90 + 70 * index), matter: '示例：租房押金纠纷', providerId: null },
      ...{ handler: '示例：李委员', cost: null, note: null },
      closedOn: index === 0 ? addDays(today, -80) : null,
      outcome: index === 0 ? '示例：律师已解答' : null,
    })
  })
}

function addCheckups(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const { insert } = checkupQueries(db)
  const on = addDays(today, -21)
  members.forEach((memberId, index) => {
    insert.run({
      ...{ id: newId(checkupIdSchema), memberId, on, providerId: null, package: '示例：常规套餐' },
      cost: fenSchema.parse(38_000),
      attendance: index < 34 ? 'attended' : index < 37 ? 'missed' : 'arranged',
      finding: index === 4 || index === 9 ? '示例：血压偏高，建议复查' : null,
      followUpOn: index === 4 ? addDays(today, 5) : index === 9 ? addDays(today, 60) : null,
      note: null,
    })
  })
}
