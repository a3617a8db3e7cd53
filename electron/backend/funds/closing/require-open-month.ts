import type { BranchDatabase } from '../../../../db/branch-database'
import { closingQueries } from '../../../../db/queries/funds/closing'
import { failure } from '../../../../shared/contract/errors'
import { monthSchema, type Day, type Month } from '../../../../shared/model/date'

const monthOf = (when: Day | Month): Month => monthSchema.parse(when.slice(0, 7))

/** Whether the books of a month are closed 已结账. */
export function isMonthClosed(db: BranchDatabase, month: Month): boolean {
  return closingQueries(db).isClosed.get({ month }) === 1
}

/** To be called before money of a day or month is written. Throws MONTH_CLOSED. */
export function requireOpenMonth(db: BranchDatabase, when: Day | Month): void {
  const month = monthOf(when)
  if (isMonthClosed(db, month)) throw failure('MONTH_CLOSED', { month })
}

/**
 * The day on which a reversal or a late charge counts in the books: null for the day it would have by itself, or today
 * where the month of that day is closed. Throws MONTH_CLOSED where today's month is closed as well.
 */
export function bookDayOf(db: BranchDatabase, naturalDay: Day, today: Day): Day | null {
  if (!isMonthClosed(db, monthOf(naturalDay))) return null
  requireOpenMonth(db, today)
  return today
}
