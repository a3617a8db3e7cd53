import type { BranchDatabase } from '../../../../db/branch-database'
import { checkupQueries } from '../../../../db/queries/care/registers/checkups'
import { legalQueries } from '../../../../db/queries/care/registers/legal'
import { memberQueries } from '../../../../db/queries/members'
import { currentSearchQuery } from '../../../../db/search'
import type { CheckupFilter, CheckupRow } from '../../../../shared/contract/care/registers'
import { failure } from '../../../../shared/contract/errors'
import { checkupIdSchema, newId, type CheckupId, type MemberId, type ProviderId } from '../../../../shared/model/id'
import type { Checkup } from '../../../../shared/model/service-register'
import { dayOf } from '../../../../shared/rules/date'
import { logSensitiveView, requireSensitive } from '../../access/sensitive'
import { withBranch } from '../../context'
import { writeRows } from '../../write-rows'
import { exportCheckups } from './exports'

const os = withBranch.care.registers.checkups
const today = () => dayOf(new Date())

/** Check-ups 职工体检. */
export const checkups = os.router({
  list: os.list.handler(({ context, input: { offset, limit, ...input } }) => {
    const { db } = context
    const isFollowUps = input.view === 'followUp'
    if (isFollowUps) db.write(() => logSensitiveView(context, { subject: 'checkup', id: 'followUp' }))
    const filter = storedFilter(db, input)
    const { list, count } = checkupQueries(db)
    const rows = list.all({ ...filter, offset, limit })
    return { total: count.get(filter) ?? 0, rows: isFollowUps ? rows : rows.map(withoutFollowUp) }
  }),

  ids: os.ids.handler(({ context, input }) => {
    if (input.view === 'followUp') requireSensitive(context)
    return checkupQueries(context.db).ids.all(storedFilter(context.db, input))
  }),

  counts: os.counts.handler(
    ({ context: { db } }) =>
      checkupQueries(db).counts.get({ today: today() }) ?? {
        ...{ arranged: 0, attended: 0, missed: 0, followUp: 0, all: 0 },
      },
  ),
  years: os.years.handler(({ context: { db } }) => checkupQueries(db).years.all()),
  ofMember: os.ofMember.handler(({ context: { db }, input }) =>
    checkupQueries(db).ofMember.all(input.memberId).map(withoutFollowUp),
  ),

  reveal: os.reveal.handler(({ context, input: { id } }) => {
    const { db } = context
    const checkup = requireCheckup(db, id)
    db.write(() => logSensitiveView(context, { subject: 'checkup', id, memberId: checkup.memberId }))
    return checkup
  }),

  arrange: os.arrange.handler(({ context: { db }, input }) => arrange(db, input)),

  mark: os.mark.handler(async ({ context: { db }, input: { attendance, ...input } }) => {
    const ids = [...new Set(input.ids)]
    const [first] = ids.map((id) => requireCheckup(db, id))
    const batchId = await writeRows(db, { kind: 'service', title: first?.on ?? '' }, ids, (id) =>
      checkupQueries(db).mark.run({ id, attendance }),
    )
    return { batchId, members: ids.length }
  }),

  update: os.update.handler(({ context, input: { id, checkup } }) => {
    const { db } = context
    requireSensitive(context)
    const { memberId } = requireCheckup(db, id)
    requireProvider(db, checkup.providerId)
    return db.writeBatch({ kind: 'service', title: memberQueries(db).nameOf.get(memberId) ?? '' }, () => {
      checkupQueries(db).update.run({ ...checkup, id })
      return { count: 1, result: null }
    })
  }),

  remove: os.remove.handler(async ({ context: { db }, input }) => {
    const ids = [...new Set(input.ids)]
    const [first] = ids.map((id) => requireCheckup(db, id))
    const batchId = await writeRows(db, { kind: 'service', title: first?.on ?? '' }, ids, (id) =>
      checkupQueries(db).remove.run(id),
    )
    return { batchId }
  }),

  exportList: os.exportList.handler(({ context, input: { language, ...input }, signal }) => {
    const { db, host } = context
    if (input.view === 'followUp') requireSensitive(context)
    return exportCheckups(db, host, language, storedFilter(db, input), signal)
  }),
})

/** When somebody is to be seen again tells that something was found. */
function withoutFollowUp(row: CheckupRow): CheckupRow {
  return { ...row, followUpOn: null }
}

function storedFilter(db: BranchDatabase, { view, year, search }: CheckupFilter) {
  return { view, year, search, today: today(), query: currentSearchQuery(db, search) }
}

function requireCheckup(db: BranchDatabase, id: CheckupId): Checkup {
  const found = checkupQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

function requireProvider(db: BranchDatabase, id: ProviderId | null): void {
  if (id !== null && legalQueries(db).hasProvider.get(id) === 0) throw failure('NOT_FOUND')
}

/** See the contract. Throws NOT_FOUND, NOTHING_TO_SAVE. */
export async function arrange(
  db: BranchDatabase,
  {
    memberIds,
    ...stated
  }: Pick<Checkup, 'on' | 'providerId' | 'package' | 'cost'> & { readonly memberIds: readonly MemberId[] },
) {
  requireProvider(db, stated.providerId)
  const { insert, isArranged } = checkupQueries(db)
  const free = [...new Set(memberIds)].filter((memberId) => {
    if (memberQueries(db).nameOf.get(memberId) === undefined) throw failure('NOT_FOUND')
    return isArranged.get(memberId, stated.on) === 0
  })
  if (free.length === 0) throw failure('NOTHING_TO_SAVE')
  const batchId = await writeRows(db, { kind: 'service', title: stated.package ?? stated.on }, free, (memberId) =>
    insert.run({
      ...{ ...stated, id: newId(checkupIdSchema), memberId },
      ...{ attendance: 'arranged', finding: null, followUpOn: null, note: null },
    }),
  )
  return { batchId, members: free.length }
}
