import { monthSchema, type Month } from '../../model/date'
import type { DuesPeriod } from '../../model/dues-rule'
import { addMonths } from '../date'

/** Months of a period of dues. */
export const monthsOfPeriod: Readonly<Record<DuesPeriod, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** The period of the calendar in which a month lies. */
export function periodOf(period: DuesPeriod, month: Month): { readonly from: Month; readonly until: Month } {
  const length = monthsOfPeriod[period]
  const first = Math.floor((Number(month.slice(5)) - 1) / length) * length + 1
  const from = monthSchema.parse(`${month.slice(0, 4)}-${String(first).padStart(2, '0')}`)
  return { from, until: addMonths(from, length - 1) }
}
