import { daySchema, monthSchema, partialDateSchema, type Day, type Month, type PartialDate } from '../model/date'

/** How two dates stand to each other as far as both are known; `unsure` where the coarser one holds the finer one. */
export type DateOrder = 'before' | 'same' | 'after' | 'unsure'

/** Compares two dates of any precision: `1990` and `1990-05` are `unsure`, `1990` is `before` `1991-01-01`. */
export function compareDates(left: PartialDate | Day, right: PartialDate | Day): DateOrder {
  if (left === right) return 'same'
  const known = Math.min(left.length, right.length)
  const [coarseLeft, coarseRight] = [left.slice(0, known), right.slice(0, known)]
  if (coarseLeft === coarseRight) return 'unsure'
  return coarseLeft < coarseRight ? 'before' : 'after'
}

/** Whether nothing known of the two dates contradicts: one is the other or holds it. */
export function datesAgree(left: PartialDate | Day, right: PartialDate | Day): boolean {
  const order = compareDates(left, right)
  return order === 'same' || order === 'unsure'
}

/** The day on the calendar and clock of this PC. */
export function dayOf(date: Date): Day {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return daySchema.parse(`${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`)
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return monthSchema.parse(day.slice(0, 7))
}

/** The month `count` months later, or earlier when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  return monthSchema.parse(`${year}-${String((months % 12) + 1).padStart(2, '0')}`)
}

/** The months from one to another, both included; none where the first comes after the last. */
export function monthsBetween(from: Month, until: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The day `count` days later, or earlier when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return daySchema.parse(date.toISOString().slice(0, 10))
}

/** How many days a day lies after another one. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
}

/** Completed years of age on a day; null when the birth date is not known precisely enough to tell. */
export function ageOn(birthDate: PartialDate, day: Day): number | null {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  const birthday = partialDateSchema.safeParse(day.slice(0, 4) + birthDate.slice(4))
  // 29 February in a common year: the birthday counts as passed from 1 March.
  if (!birthday.success) return day.slice(5) > '02-28' ? years : years - 1
  const order = compareDates(birthday.data, day)
  if (order === 'unsure') return null
  return order === 'after' ? years - 1 : years
}
