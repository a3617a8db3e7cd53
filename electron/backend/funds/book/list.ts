import type { BookFilter } from '../../../../shared/contract/funds/book'
import { daysOfMonth, daysOfYear } from '../../../../shared/rules/funds/year'

/** A filter as the queries take it. */
export const lineFilter = ({ year, month, isWithoutAttachment, ...filter }: BookFilter) => ({
  ...filter,
  ...(month === null ? daysOfYear(year) : daysOfMonth(month)),
  isWithoutAttachment: isWithoutAttachment ? (1 as const) : (0 as const),
})
