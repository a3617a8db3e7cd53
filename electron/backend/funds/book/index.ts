import { bookQueries, type BehindRow, type FoundLine } from '../../../../db/queries/funds/book'
import { failure } from '../../../../shared/contract/errors'
import { duesBehindSchema, type BookLine, type DuesBehind } from '../../../../shared/contract/funds/book'
import type { Day } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { withBranch } from '../../context'
import { exportBook } from './export'
import { lineFilter } from './list'
import { postEntry, reverseFundEntry } from './post'

const os = withBranch.funds.book

/** A line as it may leave the backend. */
export function lineOf({ id, lines, isReversed, ...line }: FoundLine): BookLine {
  const { on, amount, balance } = line
  if (id === null) return { kind: 'dues', on, amount, lines, balance }
  return { kind: 'entry', ...line, id, isReversed: isReversed === 1 }
}

const behindOf = (row: BehindRow): DuesBehind => duesBehindSchema.parse(row)

function yearsOf({ first, last }: { readonly first: Day | null; readonly last: Day | null }, today: Day): string[] {
  const from = Number((first ?? today).slice(0, 4))
  const until = Math.max(Number((last ?? today).slice(0, 4)), Number(today.slice(0, 4)))
  return Array.from({ length: Math.max(until - from, 0) + 1 }, (_, index) => String(until - index).padStart(4, '0'))
}

/** The book of income and spending 收支账. */
export const book = os.router({
  summary: os.summary.handler(({ context: { db }, input: { account, year } }) => {
    const { balanceBefore, sums, span, withoutAttachment, opening } = bookQueries(db)
    const days = { account, ...daysOfYear(year) }
    const amounts = new Map(sums.all(days).map(({ direction, amount }) => [direction, amount]))
    const zero = fenSchema.parse(0)
    const carried = balanceBefore.get({ account, day: days.from }) ?? zero
    const [opened, income, spending] = [
      amounts.get('opening') ?? zero,
      amounts.get('income') ?? zero,
      amounts.get('spending') ?? zero,
    ]
    return {
      carried,
      opening: opened,
      income,
      spending,
      balance: fenSchema.parse(carried + opened + income - spending),
      withoutAttachment: withoutAttachment.get(days) ?? 0,
      years: yearsOf(span.get() ?? { first: null, last: null }, dayOf(new Date())),
      opensOn: opening.get(account)?.on ?? null,
    }
  }),

  list: os.list.handler(({ context: { db }, input: { offset, limit, ...filter } }) => {
    const { list, totals } = bookQueries(db)
    const found = lineFilter(filter)
    const { total = 0, income = fenSchema.parse(0), spending = fenSchema.parse(0) } = totals.get(found) ?? {}
    return { total, income, spending, rows: list.all({ ...found, offset, limit }).map(lineOf) }
  }),

  duesBehind: os.duesBehind.handler(({ context: { db }, input }) => {
    const { duesBehind, duesBehindCount } = bookQueries(db)
    return { total: duesBehindCount.get(input) ?? 0, rows: duesBehind.all(input).map(behindOf) }
  }),

  get: os.get.handler(({ context: { db }, input: { id } }) => {
    const { entry, activityTitle, reversalOf, shares } = bookQueries(db)
    const found = entry.get(id)
    if (found === undefined) throw failure('NOT_FOUND')
    return {
      ...found,
      activityTitle: found.activityId === null ? null : (activityTitle.get(found.activityId) ?? null),
      reversedBy: reversalOf.get(id) ?? null,
      shares: shares.all(id),
    }
  }),

  add: os.add.handler(({ context, input }) => postEntry(context.db, input)),

  reverse: os.reverse.handler(({ context, input: { id, reason } }) => reverseFundEntry(context.db, id, reason)),

  export: os.export.handler(({ context: { db, host }, input, signal }) => exportBook(db, host, input, signal)),

  ofActivity: os.ofActivity.handler(({ context: { db }, input: { activityId } }) => {
    const entries = bookQueries(db).ofActivity.all(activityId)
    return { spent: sumOf(entries), entries }
  }),
})
