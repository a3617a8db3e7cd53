import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, monthSchema, partialDateSchema } from '../../shared/model/date'
import { addDays, addMonths, ageOn, compareDates, datesAgree, dayOf, monthOf } from '../../shared/rules/date'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => daySchema.parse(date.toISOString().slice(0, 10)))
const partialDates = fc
  .tuple(days, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => partialDateSchema.parse(day.slice(0, length)))
const months = days.map(monthOf)

describe('dates of differing precision', () => {
  it('are compared as far as both are known', () => {
    const compare = (left: string, right: string) =>
      compareDates(partialDateSchema.parse(left), partialDateSchema.parse(right))
    expect(compare('1990', '1991-01-01')).toBe('before')
    expect(compare('1990-06', '1990-05-31')).toBe('after')
    expect(compare('1990', '1990-05')).toBe('unsure')
    expect(compare('1990', '1990')).toBe('same')
  })

  it('have an order that turns round with its sides', () => {
    const turned = { before: 'after', after: 'before', same: 'same', unsure: 'unsure' }
    fc.assert(
      fc.property(partialDates, partialDates, (left, right) => {
        expect(compareDates(right, left)).toBe(turned[compareDates(left, right)])
      }),
    )
  })

  it('agree with every coarser form of themselves', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
        expect(datesAgree(partialDateSchema.parse(day.slice(0, length)), day)).toBe(true)
      }),
    )
  })
})

describe('months', () => {
  it('are added across years', () => {
    expect(addMonths(monthSchema.parse('2024-11'), 3)).toBe('2025-02')
    expect(addMonths(monthSchema.parse('2024-01'), -1)).toBe('2023-12')
  })

  it('added and taken away again are the same month, and later ones sort later', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 1200 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month)
        expect(addMonths(month, count) > month).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('are added across months and leap days', () => {
    expect(addDays(daySchema.parse('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(daySchema.parse('2025-01-01'), -1)).toBe('2024-12-31')
  })

  it('are those of the clock of this PC, not of UTC', () => {
    expect(dayOf(new Date(2024, 0, 5, 0, 30))).toBe('2024-01-05')
    expect(dayOf(new Date(2024, 11, 31, 23, 30))).toBe('2024-12-31')
  })
})

describe('age', () => {
  const age = (birth: string, day: string) => ageOn(partialDateSchema.parse(birth), daySchema.parse(day))

  it('rises on the birthday', () => {
    expect(age('1990-05-17', '2024-05-16')).toBe(33)
    expect(age('1990-05-17', '2024-05-17')).toBe(34)
  })

  it('rises on 1 March of a common year for those born on a leap day', () => {
    expect(age('2000-02-29', '2023-02-28')).toBe(22)
    expect(age('2000-02-29', '2023-03-01')).toBe(23)
  })

  it('is not guessed where the birth date is not known well enough', () => {
    expect(age('1990', '2024-05-17')).toBeNull()
    expect(age('1990-05', '2024-05-17')).toBeNull()
    expect(age('1990-05', '2024-06-01')).toBe(34)
  })
})
