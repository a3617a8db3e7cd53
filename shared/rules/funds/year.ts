import { daySchema, type Day, type Month } from '../../model/date'

/** First and last day of a year. */
export function daysOfYear(year: string): { readonly from: Day; readonly until: Day } {
  return { from: daySchema.parse(`${year}-01-01`), until: daySchema.parse(`${year}-12-31`) }
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { readonly from: Day; readonly until: Day } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
  return { from: daySchema.parse(`${month}-01`), until: daySchema.parse(last) }
}
