import { daySchema, monthSchema, type Day, type Month } from '../../model/date'

/** First and last day of a year. */
export function daysOfYear(year: string): { readonly from: Day; readonly until: Day } {
  return { from: daySchema.parse(`${year}-01-01`), until: daySchema.parse(`${year}-12-31`) }
}

/** A quarter or half of a year, or the whole of it. */
export const periods = ['year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const
export type Period = (typeof periods)[number]

const monthsOfPeriod: Readonly<Record<Period, readonly [first: number, last: number]>> = {
  year: [1, 12],
  H1: [1, 6],
  H2: [7, 12],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
}

/** First and last day of a part of a year. */
export function daysOfPeriod(year: string, period: Period): { readonly from: Day; readonly until: Day } {
  const [first, last] = monthsOfPeriod[period].map((month) =>
    daysOfMonth(monthSchema.parse(`${year}-${String(month).padStart(2, '0')}`)),
  )
  return { from: first?.from ?? daysOfYear(year).from, until: last?.until ?? daysOfYear(year).until }
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): { readonly from: Day; readonly until: Day } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
  return { from: daySchema.parse(`${month}-01`), until: daySchema.parse(last) }
}
