import type { FundEntryInput } from '../../contract/funds/book'
import type { Day } from '../../model/date'
import type { Fen } from '../../model/money'
import { sumOf } from '../dues/ledger'
import { categoriesOf, chartOn } from './chart'

/** A hundred million yuan: no branch books more at once, so more is a slip. */
export const AMOUNT_MAX = 10_000_000_000

export type EntryProblem =
  | 'amount' // nothing, negative or absurd
  | 'future'
  | 'category' // not in the chart of accounts of that day, or not for that account
  | 'shares' // more given to members than was spent
  | 'shareTwice' // a member stands there twice for the same item

/** What is wrong with an entry before it is booked. */
export function entryProblems(
  entry: Pick<FundEntryInput, 'account' | 'direction' | 'on' | 'amount' | 'category' | 'shares'>,
  today: Day,
): ReadonlySet<EntryProblem> {
  const problems = new Set<EntryProblem>()
  if (!isAmount(entry.amount, entry.direction === 'opening')) problems.add('amount')
  if (entry.on > today) problems.add('future')
  if (!isCategory(entry)) problems.add('category')
  if (entry.shares.length > 0) {
    if (entry.direction !== 'spending' || sumOf(entry.shares) > entry.amount) problems.add('shares')
    const keys = entry.shares.map(({ memberId, item }) => `${memberId} ${item ?? ''}`)
    if (new Set(keys).size < keys.length) problems.add('shareTwice')
  }
  return problems
}

/** An opening balance may be nothing, or a debt. */
function isAmount(amount: Fen, isOpening: boolean): boolean {
  return Math.abs(amount) <= AMOUNT_MAX && (isOpening || amount > 0)
}

function isCategory({
  account,
  direction,
  on,
  category,
}: Pick<FundEntryInput, 'account' | 'direction' | 'on' | 'category'>) {
  if (direction === 'opening') return category === null
  return categoriesOf(chartOn(on), account, direction).some(({ term }) => term === category)
}
