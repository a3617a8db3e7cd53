import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, type Day } from '../../../shared/model/date'
import {
  REPEATED_MAX,
  repeatedDays,
  repetitionSchema,
  weekdayOf,
  weekOfMonth,
} from '../../../shared/rules/activities/repetition'
import { addDays, daysBetween } from '../../../shared/rules/date'

const day = (text: string) => daySchema.parse(text)
const times = (count: number) => ({ by: 'count', count }) as const

describe('the days of a repetition', () => {
  it.each([
    ['week', '2026-12-28', 3, ['2027-01-04', '2027-01-11']],
    ['fortnight', '2026-02-20', 3, ['2026-03-06', '2026-03-20']],
    ['monthDay', '2026-01-31', 4, ['2026-03-31', '2026-05-31', '2026-07-31']],
    ['monthWeekday', '2026-10-09', 3, ['2026-11-13', '2026-12-11']], // the second Friday
    ['monthWeekday', '2026-01-30', 3, ['2026-05-29', '2026-07-31']], // the fifth Friday
    ['year', '2024-02-29', 3, ['2028-02-29', '2032-02-29']],
  ] as const)('every %s from %s, %i times', (every, first, count, days) => {
    expect(repeatedDays(day(first), { every, ends: times(count) })).toEqual(days)
  })

  it('end on the day that was named, that day included', () => {
    const until = (last: string) =>
      repeatedDays(day('2026-03-02'), { every: 'week', ends: { by: 'day', day: day(last) } })
    expect(until('2026-03-16')).toEqual(['2026-03-09', '2026-03-16'])
    expect(until('2026-03-15')).toEqual(['2026-03-09'])
    expect(until('2026-03-02')).toEqual([])
  })

  const first = fc.integer({ min: 0, max: 20_000 }).map((days): Day => addDays(day('2000-01-01'), days))
  const every = fc.constantFrom(...repetitionSchema.shape.every.options)

  it('come after the first one in order, each once, and as many as were asked for', () => {
    fc.assert(
      fc.property(first, every, fc.integer({ min: 2, max: REPEATED_MAX + 1 }), (start, often, count) => {
        const days = repeatedDays(start, { every: often, ends: times(count) })
        expect(days).toHaveLength(count - 1)
        expect([...new Set(days)].sort()).toEqual(days)
        expect(days.every((one) => one > start)).toBe(true)
      }),
    )
  })

  it('keep the weekday, the place in the month or the date they are named after', () => {
    fc.assert(
      fc.property(first, every, (start, often) => {
        for (const one of repeatedDays(start, { every: often, ends: times(8) })) {
          if (often === 'week' || often === 'fortnight') {
            expect(daysBetween(start, one) % (often === 'week' ? 7 : 14)).toBe(0)
          } else if (often === 'monthWeekday') {
            expect([weekdayOf(one), weekOfMonth(one)]).toEqual([weekdayOf(start), weekOfMonth(start)])
          } else if (often === 'monthDay') expect(one.slice(8)).toBe(start.slice(8))
          else expect(one.slice(5)).toBe(start.slice(5))
        }
      }),
    )
  })

  it('never number more than a program can show, however far the end lies', () => {
    const ends = { by: 'day', day: day('2099-12-31') } as const
    expect(repeatedDays(day('2026-01-01'), { every: 'week', ends })).toHaveLength(REPEATED_MAX)
  })
})
