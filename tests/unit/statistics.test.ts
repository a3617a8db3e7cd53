import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { indicatorGroupSchema, periodKindSchema, type StatisticsPeriod } from '../../shared/model/statistics'
import { addDays } from '../../shared/rules/date'
import { columnsFor, defaultTemplates, designIssue } from '../../shared/rules/statistics/design'
import { hasList, indicatorKeys, indicators, isTyped } from '../../shared/rules/statistics/indicators'
import { countedFrom, countedUntil, mayLieElsewhere, standingsAt } from '../../shared/rules/statistics/membership'
import { facets, type CountedPerson } from '../../shared/rules/statistics/people'
import { lastDayOf, nextPeriod, partsOf, periodBefore, periodOn } from '../../shared/rules/statistics/periods'
import { partText, statisticsWords } from '../../shared/rules/statistics/words'

const day = (text: string) => daySchema.parse(text)
const period = (from: string, until: string): StatisticsPeriod => ({ from: day(from), until: day(until) })
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1990-01-01'), count))
const kinds = periodKindSchema.exclude(['own']).options

describe('the figures of the statistics', () => {
  it('are called something in three languages, as are all the kinds they are made of', () => {
    for (const words of Object.values(statisticsWords)) {
      const names = indicatorKeys.map((key) => words.indicators[key])
      expect(new Set(names).size).toBe(names.length)
      for (const key of indicatorKeys) {
        for (const part of [null, ...(indicators[key].parts ?? [])]) expect(partText(words, key, part)).not.toBe('')
      }
      expect(indicatorGroupSchema.options.map((group) => words.groups[group]).every((name) => name !== '')).toBe(true)
    }
  })

  it('name every kind that is no value of a code list', () => {
    const isPlain = (text: string) => /^[\w]+$/.test(text)
    for (const key of indicatorKeys) {
      for (const part of (indicators[key].parts ?? []).filter(isPlain)) {
        expect(partText(statisticsWords['zh-CN'], key, part)).toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('stand in the order of their groups, each group with at least one', () => {
    const order = indicatorKeys.map((key) => indicatorGroupSchema.options.indexOf(indicators[key].group))
    expect(order.toSorted((one, other) => one - other)).toEqual(order)
    expect(new Set(order).size).toBe(indicatorGroupSchema.options.length)
  })

  it('open a list, are typed in, or tell of hardship and illness as numbers only', () => {
    const closed = indicatorKeys.filter((key) => !hasList(indicators[key]) && !isTyped(indicators[key]))
    expect(closed).toEqual(['sicknessVisits', 'sicknessAmount', 'hardshipFiles', 'hardshipTimes', 'hardshipAmount'])
  })
})

describe('a period', () => {
  it('of the union statistics runs from October to September', () => {
    expect(periodOn('statistical', day('2026-09-30'))).toEqual(period('2025-10-01', '2026-09-30'))
    expect(periodOn('statistical', day('2026-10-01'))).toEqual(period('2026-10-01', '2027-09-30'))
    expect(periodOn('quarter', day('2024-02-29'))).toEqual(period('2024-01-01', '2024-03-31'))
  })

  it('holds the day it was made of, and follows the one before without a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), days, (kind, on) => {
        const made = periodOn(kind, on)
        expect(made.from <= on && on <= made.until).toBe(true)
        expect(periodOn(kind, made.from)).toEqual(made)
        expect(nextPeriod(kind, nextPeriod(kind, made, 1), -1)).toEqual(made)
        expect(periodBefore(made)).toEqual(nextPeriod(kind, made, -1))
        expect(addDays(periodBefore(made).until, 1)).toBe(made.from)
      }),
    )
  })

  it('of own days is compared with as many days before it', () => {
    expect(periodBefore(period('2026-03-05', '2026-03-10'))).toEqual(period('2026-02-27', '2026-03-04'))
    expect(periodBefore(period('2026-03-01', '2026-05-31'))).toEqual(period('2025-12-01', '2026-02-28'))
  })

  it('falls into months and quarters that are all of it', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(1 as const, 3 as const),
        (from, count, length) => {
          const whole = { from, until: addDays(from, count) }
          const parts = partsOf(whole, length).map((part) => part.period)
          expect(parts[0]?.from).toBe(whole.from)
          expect(parts.at(-1)?.until).toBe(whole.until)
          for (const [index, part] of parts.slice(1).entries())
            expect(addDays(parts[index]?.until ?? from, 1)).toBe(part.from)
        },
      ),
    )
    expect(partsOf(period('2025-10-01', '2026-09-30'), 3).map(({ month }) => month)).toEqual([
      '2025-10',
      '2026-01',
      '2026-04',
      '2026-07',
    ])
  })

  it('counts until today while it runs', () => {
    expect(lastDayOf(period('2026-01-01', '2026-12-31'), day('2026-05-20'))).toBe('2026-05-20')
    expect(lastDayOf(period('2025-01-01', '2025-12-31'), day('2026-05-20'))).toBe('2025-12-31')
  })
})

describe('a change of membership', () => {
  const recordedOn = day('2026-05-20')
  const of = (date: string | null, isFirst = true, decidedOn: string | null = null) => ({
    date: date === null ? null : partialDateSchema.parse(date),
    decidedOn: decidedOn === null ? null : partialDateSchema.parse(decidedOn),
    recordedOn,
    isFirst,
  })

  it('counts from the first day that it may have been, an undated entry since ever', () => {
    expect(countedFrom(of('2026-03-08'))).toBe('2026-03-08')
    expect(countedFrom(of('2026-03'))).toBe('2026-03-01')
    expect(countedFrom(of('2026'))).toBe('2026-01-01')
    expect(countedFrom(of(null, true, '2026-02'))).toBe('2026-02-01')
    expect(countedFrom(of(null)) < '0001-01-01').toBe(true)
    expect(countedFrom(of(null, false))).toBe('2026-05-20')
  })

  it('is doubtful where it lies in the period on some of its days only', () => {
    const year = period('2025-10-01', '2026-09-30')
    const doubtful = (date: string | null) =>
      mayLieElsewhere({ day: countedFrom(of(date)), lastDay: countedUntil(of(date)) }, year)
    expect([null, '2025', '2026', '2026-03', '2026-09', '2025-09-30', '2025-10-01', '2024'].filter(doubtful)).toEqual([
      null,
      '2025',
      '2026',
    ])
  })

  it('stands at the end of its day, of two on one day the one recorded last', () => {
    const events = [
      { memberId: 'a', type: 'admission' as const, day: '2026-01-01' },
      { memberId: 'b', type: 'admission' as const, day: '' },
      { memberId: 'a', type: 'transferOut' as const, day: '2026-09-30' },
      { memberId: 'b', type: 'keeping' as const, day: '2026-09-30' },
      { memberId: 'b', type: 'restoration' as const, day: '2026-09-30' },
    ]
    expect([...standingsAt(events, day('2026-09-29'))]).toEqual([
      ['a', 'active'],
      ['b', 'active'],
    ])
    expect(standingsAt(events, day('2026-09-30')).get('a')).toBe('transferred')
    expect(standingsAt(events, day('2026-09-30')).get('b')).toBe('active')
    expect(standingsAt(events, day('2025-12-31')).has('a')).toBe(false)
  })
})

describe('who counts', () => {
  const person = (fields: Partial<CountedPerson>): CountedPerson => ({
    status: 'active',
    gender: null,
    birthDate: null,
    education: null,
    politicalStatus: null,
    skillLevel: null,
    employmentForm: null,
    isMigrantWorker: null,
    isNewEmployment: null,
    newEmploymentType: null,
    ...fields,
  })
  const on = day('2026-09-30')

  it('as young is 35 on the day for sure', () => {
    const isYoung = (birthDate: string) =>
      facets.membersYoung(person({ birthDate: partialDateSchema.parse(birthDate) }), on) !== undefined
    expect(isYoung('1990-10-01')).toBe(true)
    expect(isYoung('1990-09-30')).toBe(false)
    expect(isYoung('1991')).toBe(true)
    expect(isYoung('1990')).toBe(false)
    expect(isYoung('1990-10')).toBe(true)
    expect(isYoung('1990-09')).toBe(false)
  })

  it('as a worker in a new form of employment is so by any of three fields', () => {
    expect(facets.membersNewEmployment(person({ newEmploymentType: '快递员' }), on)).toBe('快递员')
    expect(facets.membersNewEmployment(person({ isNewEmployment: '是' }), on)).toBeNull()
    expect(facets.membersNewEmployment(person({ employmentForm: '新就业形态' }), on)).toBeNull()
    expect(facets.membersNewEmployment(person({ isNewEmployment: '否' }), on)).toBeUndefined()
  })

  it('as a member is in good standing, and kept memberships are counted apart', () => {
    const kept = person({ status: 'kept', education: '高中' })
    expect(facets.members(kept, on)).toBeUndefined()
    expect(facets.membersByEducation(kept, on)).toBeUndefined()
    expect(facets.membersKept(kept, on)).toBeNull()
  })
})

describe('a design of a report', () => {
  it('that comes with the program can be shown', () => {
    for (const { design } of defaultTemplates) expect(designIssue(design)).toBeNull()
  })

  it('is refused without figures, with columns that do not fit, or of units for what belongs to none', () => {
    const [{ design } = { design: null }] = defaultTemplates
    if (design === null) throw new Error('No template')
    expect(designIssue({ ...design, indicators: [] })).toBe('indicators')
    expect(designIssue({ ...design, columns: 'indicators' })).toBe('columns')
    expect(designIssue({ ...design, rows: 'departments', columns: 'sex' })).toBe('columns')
    expect(designIssue({ ...design, rows: 'departments', columns: 'indicators', indicators: ['hardshipFiles'] })).toBe(
      'divisible',
    )
    expect(columnsFor({ rows: 'departments', indicators: ['membersByEducation'] })).toContain('parts')
  })
})
