import type { BranchDatabase } from '../../../../db/branch-database'
import { legalQueries } from '../../../../db/queries/care/registers/legal'
import { memberQueries } from '../../../../db/queries/members'
import { currentSearchQuery } from '../../../../db/search'
import type { LegalFilter } from '../../../../shared/contract/care/registers'
import { failure } from '../../../../shared/contract/errors'
import { legalCaseIdSchema, newId, type LegalCaseId } from '../../../../shared/model/id'
import type { LegalCase } from '../../../../shared/model/service-register'
import { logSensitiveView, requireSensitive } from '../../access/sensitive'
import { withBranch } from '../../context'
import { writeRows } from '../../write-rows'
import { exportLegal } from './exports'

const os = withBranch.care.registers.legal

/** Legal aid 法律援助. */
export const legal = os.router({
  list: os.list.handler(({ context: { db }, input: { offset, limit, ...input } }) => {
    const filter = storedLegalFilter(db, input)
    const { list, count } = legalQueries(db)
    return { total: count.get(filter) ?? 0, rows: list.all({ ...filter, offset, limit }) }
  }),

  counts: os.counts.handler(({ context: { db } }) => legalQueries(db).counts.get() ?? { all: 0, open: 0, closed: 0 }),
  ofMember: os.ofMember.handler(({ context: { db }, input }) => legalQueries(db).ofMember.all(input.memberId)),

  reveal: os.reveal.handler(({ context, input: { id } }) => {
    const { db } = context
    const { memberId } = requireCase(db, id)
    db.write(() => logSensitiveView(context, { subject: 'legalCase', id, memberId }))
    return requireCase(db, id)
  }),

  add: os.add.handler(({ context: { db }, input }) => {
    const title = requirePossible(db, input)
    return db.writeBatch({ kind: 'service', title }, () => {
      legalQueries(db).insert.run({ ...input, id: newId(legalCaseIdSchema) })
      return { count: 1, result: null }
    })
  }),

  update: os.update.handler(({ context, input: { id, legalCase } }) => {
    const { db } = context
    requireSensitive(context)
    requireCase(db, id)
    const title = requirePossible(db, legalCase)
    return db.writeBatch({ kind: 'service', title }, () => {
      legalQueries(db).update.run({ ...legalCase, id })
      return { count: 1, result: null }
    })
  }),

  remove: os.remove.handler(async ({ context: { db }, input }) => {
    const ids = [...new Set(input.ids)]
    const [first] = ids.map((id) => requireCase(db, id))
    const title = first === undefined || ids.length > 1 ? '' : (memberQueries(db).nameOf.get(first.memberId) ?? '')
    return { batchId: await writeRows(db, { kind: 'service', title }, ids, (id) => legalQueries(db).remove.run(id)) }
  }),

  exportList: os.exportList.handler(({ context: { db, host }, input, signal }) =>
    exportLegal(db, host, input.language, storedLegalFilter(db, input), signal),
  ),
})

function storedLegalFilter(db: BranchDatabase, { view, search }: LegalFilter) {
  return { view, search, query: currentSearchQuery(db, search) }
}

function requireCase(db: BranchDatabase, id: LegalCaseId): LegalCase {
  const found = legalQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

/** The name of the member; throws NOT_FOUND for somebody unknown. */
function requirePossible(db: BranchDatabase, { memberId, providerId }: Omit<LegalCase, 'id'>): string {
  const name = memberQueries(db).nameOf.get(memberId)
  const isKnown = providerId === null || legalQueries(db).hasProvider.get(providerId) === 1
  if (name === undefined || !isKnown) throw failure('NOT_FOUND')
  return name
}
