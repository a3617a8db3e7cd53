import { limitQueries } from '../../../../db/queries/funds/limits'
import { limitTables } from '../../../../shared/codes/limits'
import { failure } from '../../../../shared/contract/errors'
import { newId, spendingLimitIdSchema } from '../../../../shared/model/id'
import { adoptionOf, overlapping } from '../../../../shared/rules/funds/limit-tables'
import { withBranch } from '../../context'
import { checkLimits } from './check'
import { limitTotals, limitTotalsOf } from './totals'

const os = withBranch.funds.limits

/** Limits 支出标准 of spending on a member. */
export const limits = os.router({
  list: os.list.handler(({ context }) => limitQueries(context.db).list.all()),

  adopt: os.adopt.handler(({ context: { db }, input: { table: key, items, from } }) => {
    const table = limitTables.find((candidate) => candidate.key === key)
    if (table === undefined) throw failure('NOT_FOUND')
    const { list, insert, end, remove } = limitQueries(db)
    const { added, ended, removed } = adoptionOf(table, items, list.all(), from)
    if (added.length === 0) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'limit', title: table.region }, () => {
      for (const { limit, validUntil } of ended) end.run({ id: limit.id, validUntil })
      for (const { id } of removed) remove.run(id)
      for (const limit of added) insert.run({ ...limit, id: newId(spendingLimitIdSchema) })
      return { count: added.length + ended.length + removed.length, result: null }
    })
    return { batchId }
  }),

  save: os.save.handler(({ context: { db }, input: { id, limit } }) => {
    const { list, get, insert, update } = limitQueries(db)
    if (id !== null && get.get(id) === undefined) throw failure('NOT_FOUND')
    const other = overlapping(
      list.all().filter((own) => own.id !== id),
      limit,
    )
    if (other !== undefined) throw failure('LIMIT_OVERLAPS', { region: other.region, validFrom: other.validFrom })
    const { batchId } = db.writeBatch({ kind: 'limit', title: limit.region }, () => {
      if (id === null) insert.run({ ...limit, id: newId(spendingLimitIdSchema) })
      else update.run({ ...limit, id })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  remove: os.remove.handler(({ context: { db }, input: { id } }) => {
    const { get, remove } = limitQueries(db)
    const limit = get.get(id)
    if (limit === undefined) throw failure('NOT_FOUND')
    const { batchId } = db.writeBatch({ kind: 'limit', title: limit.region }, () => {
      remove.run(id)
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  check: os.check.handler(({ context, input }) => checkLimits(context.db, input)),
  totals: os.totals.handler(({ context, input }) => limitTotals(context.db, input)),
  ofMember: os.ofMember.handler(({ context, input }) => limitTotalsOf(context.db, input.memberId, input.year)),
  entries: os.entries.handler(({ context, input }) => limitQueries(context.db).entries.all(input)),
})
