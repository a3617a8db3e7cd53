import { monthSchema, type Day, type Month } from '../../model/date'
import type { PeriodKind, StatisticsPeriod } from '../../model/statistics'
import { addDays, addMonths, daysBetween, monthOf, monthsBetween } from '../date'
import { daysOfMonth } from '../funds/year'

const lengths: Readonly<Record<Exclude<PeriodKind, 'own'>, number>> = {
  statistical: 12,
  year: 12,
  quarter: 3,
  month: 1,
}

/** The month in which the year of the union statistics 工统年度 begins. */
const STATISTICAL_START = 10

function months(from: Month, count: number): StatisticsPeriod {
  return { from: daysOfMonth(from).from, until: daysOfMonth(addMonths(from, count - 1)).until }
}

/** The period of a kind that a day lies in. */
export function periodOn(kind: Exclude<PeriodKind, 'own'>, day: Day): StatisticsPeriod {
  const length = lengths[kind]
  const start = kind === 'statistical' ? STATISTICAL_START : 1
  const month = Number(day.slice(5, 7))
  const since = (((month - start) % length) + length) % length
  return months(addMonths(monthOf(day), -since), length)
}

/** The period after another one of its kind, or before it; own days move by as many days as they have. */
export function nextPeriod(kind: PeriodKind, { from, until }: StatisticsPeriod, by: 1 | -1): StatisticsPeriod {
  if (kind !== 'own') return periodOn(kind, daysOfMonth(addMonths(monthOf(from), by * lengths[kind])).from)
  const days = by * (daysBetween(from, until) + 1)
  return { from: addDays(from, days), until: addDays(until, days) }
}

/** What a period is compared with: as many whole months before it, else as many days. */
export function periodBefore({ from, until }: StatisticsPeriod): StatisticsPeriod {
  const isWhole = from.endsWith('-01') && daysOfMonth(monthOf(until)).until === until
  if (!isWhole) return nextPeriod('own', { from, until }, -1)
  const count = monthsBetween(monthOf(from), monthOf(until)).length
  return months(addMonths(monthOf(from), -count), count)
}

/** The last day of a period that is over, or today while it runs: nothing is known of the days to come. */
export function lastDayOf({ until }: StatisticsPeriod, today: Day): Day {
  return until < today ? until : today
}

/** The parts of a period by month or by quarter of the calendar, cut off where it begins and ends. */
export function partsOf(
  { from, until }: StatisticsPeriod,
  length: 1 | 3,
): { month: Month; period: StatisticsPeriod }[] {
  return monthsBetween(monthOf(from), monthOf(until))
    .filter((month, index) => index === 0 || (Number(month.slice(5)) - 1) % length === 0)
    .map((month) => {
      const first = monthSchema.parse(
        `${month.slice(0, 4)}-${String(Math.floor((Number(month.slice(5)) - 1) / length) * length + 1).padStart(2, '0')}`,
      )
      const days = months(first, length)
      return {
        month: first,
        period: { from: days.from < from ? from : days.from, until: days.until > until ? until : days.until },
      }
    })
}
