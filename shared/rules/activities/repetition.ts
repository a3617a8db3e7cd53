import { z } from 'zod'
import { daySchema, monthSchema, type Day } from '../../model/date'
import { addDays, addMonths, monthOf } from '../date'

/** The most activities that one repetition makes. */
export const REPEATED_MAX = 60

export const repetitionSchema = z.object({
  every: z.enum([
    'week', // 每周
    'fortnight', // 每两周
    'monthDay', // 每月同一天
    'monthWeekday', // 每月第几个星期几
    'year', // 每年
  ]),
  /** How many activities in all, or up to which day. */
  ends: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('count'),
      count: z
        .int()
        .min(2)
        .max(REPEATED_MAX + 1),
    }),
    z.object({ by: z.literal('day'), day: daySchema }),
  ]),
})
export type Repetition = z.infer<typeof repetitionSchema>

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** Which one of its weekday a day is in its month: 1 to 5. */
export function weekOfMonth(day: Day): number {
  return Math.ceil(Number(day.slice(8)) / 7)
}

/** The nth weekday of a month, or null where the month has no fifth one. */
function nthWeekday(month: string, weekday: number, nth: number): Day | null {
  const first = daySchema.parse(`${month}-01`)
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  return monthOf(day) === month ? day : null
}

/** The same day of another month, or null where that month is shorter. */
function sameDay(month: string, day: Day): Day | null {
  return daySchema.safeParse(`${month}-${day.slice(8)}`).data ?? null
}

function* candidates(first: Day, every: Repetition['every']): Generator<Day | null, never, void> {
  for (let step = 1; ; step++) {
    switch (every) {
      case 'week':
        yield addDays(first, 7 * step)
        break
      case 'fortnight':
        yield addDays(first, 14 * step)
        break
      case 'monthDay':
        yield sameDay(addMonths(monthOf(first), step), first)
        break
      case 'monthWeekday':
        yield nthWeekday(addMonths(monthOf(first), step), weekdayOf(first), weekOfMonth(first))
        break
      case 'year':
        yield sameDay(monthSchema.parse(addMonths(monthOf(first), 12 * step)), first)
        break
    }
  }
}

/**
 * The days on which an activity begins again after its first one, in order. Months without such a day (the 31st, a
 * fifth Friday) are passed over.
 */
export function repeatedDays(first: Day, { every, ends }: Repetition): Day[] {
  const days: Day[] = []
  for (const day of candidates(first, every)) {
    if (days.length === REPEATED_MAX || (ends.by === 'count' && days.length + 1 >= ends.count)) break
    if (day === null) continue
    if (ends.by === 'day' && day > ends.day) break
    days.push(day)
  }
  return days
}
