import type { Month } from '../../model/date'
import { fenSchema, type Fen } from '../../model/money'

/** Months of unpaid dues after which the charter (art. 6) asks the branch to act. */
export const LONG_ARREARS_MONTHS = 6

export interface Arrears {
  /** What is owed, zero for who has paid all. */
  readonly owed: Fen
  /** Oldest charged month that payments do not cover yet. */
  readonly since: Month | null
  /** How many charged months payments do not cover yet. */
  readonly months: number
}

/**
 * Sets payments off against the oldest charges first.
 * @param charges what was charged for each month, reversals taken off, in any order
 * @param paid all that was paid, reversals taken off
 */
export function arrearsOf(charges: readonly { readonly month: Month; readonly amount: Fen }[], paid: Fen): Arrears {
  let credit: number = paid
  let owed = 0
  const uncovered: Month[] = []
  for (const { month, amount } of charges.toSorted((left, right) => (left.month < right.month ? -1 : 1))) {
    const open = Math.max(0, amount - Math.max(0, credit))
    credit -= amount
    if (open === 0) continue
    owed += open
    uncovered.push(month)
  }
  return { owed: fenSchema.parse(owed), since: uncovered[0] ?? null, months: uncovered.length }
}
