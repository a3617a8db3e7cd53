import type { BranchDatabase } from '../../../../db/branch-database'
import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import { bookQueries } from '../../../../db/queries/funds/book'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { SettledLine } from '../../../../shared/contract/activities/settlement'
import { suggestedLines, totalOf, type BudgetCheck, type Spent } from '../../../../shared/rules/activities/budget'
import type { Fen } from '../../../../shared/model/money'
import { checksOf } from '../budget/budget'

/** Those present, or while nobody is marked those signed up. */
export function actualHeads({ present, signedUp }: ActivitySummary): number {
  return present > 0 ? present : signedUp
}

/** What lines really cost. */
export function spentOf(lines: readonly SettledLine[]): Spent[] {
  return lines.flatMap(({ item, source, actual }) =>
    actual === null || actual === 0 ? [] : [{ item, source, amount: actual }],
  )
}

/** What an activity really cost as far as it is known, see the contract. */
export function settlementOf(
  db: BranchDatabase,
  activity: ActivitySummary,
): { lines: SettledLine[]; booked: Fen; heads: number; checks: BudgetCheck[] } {
  const own = activityBudgetQueries(db).ofActivity.all(activity.id)
  const booked = bookQueries(db).ofActivity.all(activity.id)
  // Once it was settled, what was settled stands.
  const isKnown = own.some(({ actual }) => actual !== null)
  const lines = (isKnown ? own : suggestedLines(own, booked)).map(
    ({ item, source, planned, actual, invoice, note }) => ({
      ...{ item, source, planned, actual, invoice, note },
    }),
  )
  const heads = actualHeads(activity)
  return { lines, booked: totalOf(booked), heads, checks: checksOf(db, activity, spentOf(lines), heads) }
}
