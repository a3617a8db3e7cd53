import { describe, expect, it } from 'vitest'
import { festivalSchema } from '../../shared/codes/care'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { kindOfFestival, festivalsOf, occasionOfBirthdays, occasionOfFestival } from '../../shared/rules/care/occasions'
import { retirementMonth } from '../../shared/rules/care/retirement'
import { giftProblems } from '../../shared/rules/care/gift'
import { fenSchema } from '../../shared/model/money'
import { monthSchema } from '../../shared/model/date'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
const lunarDays = { springFestival: '1/1', dragonBoat: '5/5', midAutumn: '8/15' } as const

describe('the festivals of a year', () => {
  it.each(Array.from({ length: 16 }, (_, index) => String(2020 + index)))(
    'fall in %s on the days of the lunar calendar, Qingming on the day of its solar term',
    (year) => {
      const days = new Map(festivalsOf(year).map(({ festival, on }) => [festival, on]))
      expect(days.size).toBe(festivalSchema.options.length)
      for (const [festival, lunarDay] of Object.entries(lunarDays)) {
        const on = days.get(festivalSchema.parse(festival))
        expect(lunar.format(new Date(`${on}T00:00:00Z`))).toBe(lunarDay)
      }
      const ofCentury = Number(year) % 100
      const term = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
      expect(days.get('qingming')).toBe(`${year}-04-0${term}`)
    },
  )

  it('outside of the table are those of fixed days only', () => {
    expect(festivalsOf('2050').map(({ festival }) => festival)).toEqual(['newYear', 'labourDay', 'nationalDay'])
  })

  it('give the words under which gifts are recorded', () => {
    expect(occasionOfFestival('2026', 'midAutumn')).toBe('2026年中秋节')
    expect(occasionOfBirthdays(monthSchema.parse('2026-03'))).toBe('2026年3月生日')
    expect(festivalSchema.options.filter((one) => kindOfFestival(one) === 'springFestival')).toEqual(['springFestival'])
  })
})

describe('the age of retirement', () => {
  // Rows of the tables that came with the decision of 13 September 2024.
  it.each([
    ['1964-12', 'man', '2024-12'],
    ['1965-01', 'man', '2025-02'],
    ['1965-04', 'man', '2025-05'],
    ['1965-05', 'man', '2025-07'],
    ['1976-08', 'man', '2039-07'],
    ['1976-09', 'man', '2039-09'],
    ['1990-06', 'man', '2053-06'],
    ['1969-12', 'womanCadre', '2024-12'],
    ['1970-01', 'womanCadre', '2025-02'],
    ['1981-09', 'womanCadre', '2039-09'],
    ['1974-12', 'womanWorker', '2024-12'],
    ['1975-01', 'womanWorker', '2025-02'],
    ['1975-03', 'womanWorker', '2025-05'],
    ['1984-11', 'womanWorker', '2039-11'],
  ] as const)('of somebody born in %s (%s) is reached in %s', (birth, group, month) => {
    expect(retirementMonth(partialDateSchema.parse(birth), group)).toBe(month)
    expect(retirementMonth(partialDateSchema.parse(`${birth}-15`), group)).toBe(month)
  })

  it('is not guessed from a year', () => {
    expect(retirementMonth(partialDateSchema.parse('1965'), 'man')).toBeNull()
  })
})

describe('a gift', () => {
  it('may be prepared a year ahead, and says what kind of aid it is in hardship only', () => {
    const today = daySchema.parse('2026-03-08')
    const gift = { on: today, amount: fenSchema.parse(100), kind: 'hardship', aidKind: 'medical' } as const
    expect(giftProblems(gift, today)).toEqual(new Set())
    expect(giftProblems({ ...gift, on: daySchema.parse('2027-03-10') }, today)).toEqual(new Set(['on']))
    expect(giftProblems({ ...gift, kind: 'birthday' }, today)).toEqual(new Set(['aidKind']))
    expect(giftProblems({ ...gift, amount: fenSchema.parse(10_000_000_001) }, today)).toEqual(new Set(['amount']))
  })
})
