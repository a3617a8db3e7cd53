import { limitQueries, type LimitEntryRow } from '../../../../db/queries/funds/limits'
import { failure } from '../../../../shared/contract/errors'
import type { LimitEntry } from '../../../../shared/contract/funds/limits'
import { careGiftIdSchema, fundEntryIdSchema, newId, spendingLimitIdSchema } from '../../../../shared/model/id'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'
import { overlapping } from '../../../../shared/rules/funds/limit-tables'
import { withBranch } from '../../context'
import { adoptLimits } from './adopt'
import { checkLimits } from './check'
import { limitTotals, limitTotalsOf } from './totals'

const os = withBranch.funds.limits

/** An entry or a gift behind a total as it may leave the backend. */
function limitEntryOf({ id, isGift, occasion, kind, ...row }: LimitEntryRow): LimitEntry {
  if (isGift === 0) return { ...row, source: 'entry', id: fundEntryIdSchema.parse(id) }
  const summary = kind === null || isSensitiveKind(kind) ? null : occasion
  return { ...row, summary, source: 'gift', id: careGiftIdSchema.parse(id) }
}

/** Limits 支出标准 of spending on a member. */
export const limits = os.router({
  list: os.list.handler(({ context }) => limitQueries(context.db).list.all()),

  adopt: os.adopt.handler(({ context, input }) => adoptLimits(context.db, input)),

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
  entries: os.entries.handler(({ context, input }) => limitQueries(context.db).entries.all(input).map(limitEntryOf)),
})
