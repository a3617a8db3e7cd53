import type { BranchDatabase } from '../../../db/branch-database'
import { memberDetailQueries } from '../../../db/queries/member-details'
import type { Day } from '../../../shared/model/date'
import {
  honourIdSchema,
  identityDocumentIdSchema,
  newId,
  relativeIdSchema,
  type MemberId,
} from '../../../shared/model/id'
import { addDays } from '../../../shared/rules/date'

const SPOUSES = ['示例配偶甲', '示例配偶乙', '示例配偶丙', '示例配偶丁', '示例配偶戊', '示例配偶己'] as const
const HONOURS = [
  { title: '市级劳动模范', level: '地市级', awardedBy: '示例市人民政府' },
  { title: '优秀工会积极分子', level: '县区级', awardedBy: '示例市云溪区总工会' },
  { title: '先进工作者', level: '本单位', awardedBy: '示例机械有限公司（虚构）' },
] as const

/** Gives the first members of the sample branch relatives, honours and passports, one of which soon runs out. */
export function addSampleDetails(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const { relative, honour, identityDocument } = memberDetailQueries(db)
  const none = { note: null, documentNumber: null, birthDate: null, idNumber: null, employer: null }
  db.write(() => {
    members.slice(0, SPOUSES.length).forEach((memberId, index) => {
      const phone = `1390000${String(1000 + index)}`
      const person = { relation: '配偶', name: SPOUSES[index] ?? '', phone, politicalStatus: null }
      relative.insert.run({ ...none, ...person, id: newId(relativeIdSchema), memberId, isEmergencyContact: 1 })
    })
    members.slice(0, HONOURS.length).forEach((memberId, index) => {
      const awardedOn = addDays(today, -400 * (index + 1)).slice(0, 7)
      honour.insert.run({ ...none, ...(HONOURS[index] ?? {}), id: newId(honourIdSchema), memberId, awardedOn })
    })
    members.slice(0, 2).forEach((memberId, index) => {
      const validTo = addDays(today, 60 + 1500 * index)
      const passport = {
        type: '护照',
        number: `E0000000${String(index + 1)}`,
        validFrom: addDays(validTo, -3652),
        validTo,
      }
      identityDocument.insert.run({ ...none, ...passport, id: newId(identityDocumentIdSchema), memberId })
    })
  })
}
