import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hardshipStandards } from '../../shared/codes/care/hardship-standards'
import { daySchema, type Day } from '../../shared/model/date'
import { hardshipClassSchema, hardshipFiguresSchema, type HardshipFigures } from '../../shared/model/hardship'
import { fenSchema } from '../../shared/model/money'
import {
  decisionDoubts,
  isInPublicity,
  nextReview,
  proposeClass,
  statedIncome,
  type MigrantFacts,
} from '../../shared/rules/care/hardship'
import { missingFields, papersNeeded } from '../../shared/rules/care/hardship-complete'

const day = (text: string): Day => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const yuan = (amount: number) => fen(Math.round(amount * 100))

/** Three people at a minimum of 800 yuan: 28,800 yuan a year is the line of 深度, 57,600 that of 相对. */
const figures = (changes: Partial<Record<keyof HardshipFigures, unknown>> = {}): HardshipFigures =>
  hardshipFiguresSchema.parse({
    people: 3,
    income: yuan(200_000),
    rigidSpending: 0,
    accidentCost: 0,
    isStricken: false,
    minimumLiving: yuan(800),
    deepPercent: 100,
    relativePercent: 200,
    accidentPercent: 80,
    exclusion: null,
    ...changes,
  })
const classOf = (changes: Partial<Record<keyof HardshipFigures, unknown>>) =>
  proposeClass(figures(changes), 'urban', null).class

describe('the class that the figures of a family propose', () => {
  it.each([
    ['below the minimum', { income: yuan(28_800) - 1 }, 'deep'],
    ['equal to the minimum', { income: yuan(28_800) }, 'relative'],
    ['one fen above the minimum', { income: yuan(28_800) + 1 }, 'relative'],
    ['one fen below twice the minimum', { income: yuan(57_600) - 1 }, 'relative'],
    ['equal to twice the minimum', { income: yuan(57_600) }, null],
    ['one fen above twice the minimum', { income: yuan(57_600) + 1 }, null],
    ['spending that cannot be avoided taken off', { income: yuan(88_800), rigidSpending: yuan(60_000) + 1 }, 'deep'],
    ['spending that leaves the minimum', { income: yuan(88_800), rigidSpending: yuan(60_000) }, 'relative'],
    ['more spent than earned', { income: yuan(10_000), rigidSpending: yuan(30_000) }, 'deep'],
    ['nothing earned', { income: 0 }, 'deep'],
    ['an accident of 80 % of the income', { accidentCost: yuan(160_000) }, null],
    ['an accident of one fen more', { accidentCost: yuan(160_000) + 1 }, 'accident'],
    ['an accident of one fen less', { accidentCost: yuan(160_000) - 1 }, null],
    ['a disaster, whatever it cost', { isStricken: true }, 'accident'],
    ['an accident in a poor family', { income: yuan(57_599), accidentCost: yuan(57_599) }, 'relative'],
    ['an exclusion, however poor', { income: 0, isStricken: true, exclusion: '子女自费出国留学' }, null],
    ['other thresholds', { income: yuan(28_800), deepPercent: 101 }, 'deep'],
    ['one and a half times the minimum', { income: yuan(43_200), relativePercent: 150 }, null],
    ['one person alone', { people: 1, income: yuan(9_600) - 1 }, 'deep'],
  ] as const)('%s', (_, changes, expected) => {
    expect(classOf(changes)).toBe(expected)
  })

  it('shows every step of its arithmetic', () => {
    const { steps } = proposeClass(
      figures({ income: yuan(60_000), rigidSpending: yuan(12_000), accidentCost: yuan(50_000) }),
      'urban',
      null,
    )
    expect(steps).toEqual([
      {
        kind: 'perHead',
        income: yuan(60_000),
        rigidSpending: yuan(12_000),
        left: yuan(48_000),
        people: 3,
        perHead: 133_333,
      },
      {
        ...{ kind: 'deep', percent: 100, minimumLiving: yuan(800), people: 3, left: yuan(48_000) },
        ...{ limit: yuan(28_800), isMet: false },
      },
      {
        ...{ kind: 'relative', percent: 200, minimumLiving: yuan(800), people: 3, left: yuan(48_000) },
        ...{ limit: yuan(57_600), isMet: true },
      },
      {
        kind: 'accident',
        cost: yuan(50_000),
        income: yuan(60_000),
        percent: 80,
        limit: yuan(48_000),
        isMet: true,
      },
      { kind: 'stricken', isMet: false },
    ])
  })

  it('refuses a family of nobody, and a minimum of nothing', () => {
    expect(hardshipFiguresSchema.safeParse({ ...figures(), people: 0 }).success).toBe(false)
    expect(hardshipFiguresSchema.safeParse({ ...figures(), minimumLiving: 0 }).success).toBe(false)
    expect(hardshipFiguresSchema.safeParse({ ...figures(), income: -1 }).success).toBe(false)
    expect(() => proposeClass({ ...figures(), people: 0 }, 'urban', null)).toThrow(RangeError)
    expect(() => proposeClass({ ...figures(), people: 1.5 }, 'urban', null)).toThrow(RangeError)
  })

  const anyFigures = fc
    .record({
      people: fc.integer({ min: 1, max: 12 }),
      income: fc.integer({ min: 0, max: 30_000_000 }),
      rigidSpending: fc.integer({ min: 0, max: 20_000_000 }),
      minimumLiving: fc.integer({ min: 1, max: 200_000 }),
      deepPercent: fc.integer({ min: 1, max: 150 }),
      relativePercent: fc.integer({ min: 150, max: 300 }),
    })
    .map((changes) => figures(changes))
  const gravity = (found: HardshipFigures) => {
    const { class: proposed } = proposeClass(found, 'urban', null)
    return proposed === null ? 0 : 3 - hardshipClassSchema.options.indexOf(proposed)
  }

  it('is never a graver one for more income, fewer needs or a lower minimum', () => {
    fc.assert(
      fc.property(anyFigures, fc.integer({ min: 0, max: 5_000_000 }), (family, more) => {
        const richer = { ...family, income: fen(family.income + more) }
        expect(gravity(richer)).toBeLessThanOrEqual(gravity(family))
        const thriftier = { ...family, rigidSpending: fen(Math.max(0, family.rigidSpending - more)) }
        expect(gravity(thriftier)).toBeLessThanOrEqual(gravity(family))
      }),
    )
  })

  it('is never a lighter one for a dearer accident', () => {
    fc.assert(
      fc.property(anyFigures, fc.nat(9_000_000), fc.nat(9_000_000), (family, cost, more) => {
        const light = { ...family, accidentCost: fen(cost) }
        expect(gravity({ ...family, accidentCost: fen(cost + more) })).toBeGreaterThanOrEqual(gravity(light))
      }),
    )
  })

  it('follows from the very sums that its steps show', () => {
    fc.assert(
      fc.property(anyFigures, (family) => {
        const { class: proposed, steps } = proposeClass(family, 'urban', null)
        const met = steps.find((step) => 'isMet' in step && step.isMet)
        expect(met?.kind ?? null).toBe(proposed === 'accident' ? 'accident' : proposed)
      }),
    )
  })
})

describe('a migrant worker', () => {
  const on = day('2026-03-10')
  const facts = (changes: Partial<MigrantFacts> = {}): MigrantFacts => ({
    livesInTown: true,
    employedSince: day('2025-03-10'),
    on,
    months: 12,
    ...changes,
  })
  const poor = figures({ income: 0 })

  it.each([
    ['a year of employment to the day', facts(), 'deep'],
    ['a day less than a year', facts({ employedSince: day('2025-03-11') }), null],
    ['not living in town', facts({ livesInTown: false }), null],
    ['nobody said where', facts({ livesInTown: null }), null],
    ['nobody said since when', facts({ employedSince: null }), null],
    ['a place that asks for half a year', facts({ employedSince: day('2025-09-10'), months: 6 }), 'deep'],
  ] as const)('%s', (_, migrant, expected) => {
    expect(proposeClass(poor, 'migrant', migrant).class).toBe(expected)
  })

  it('has the conditions only as a migrant worker', () => {
    expect(proposeClass(poor, 'urban', facts({ livesInTown: false })).class).toBe('deep')
    expect(proposeClass(figures(), 'migrant', facts()).class).toBeNull()
  })
})

describe('publicity and review', () => {
  it('warns of a decision before the period has ended, without one, and of objections', () => {
    const period = { publicFrom: day('2026-03-02'), publicUntil: day('2026-03-08'), objections: null }
    expect(decisionDoubts(period, day('2026-03-09'))).toEqual([])
    expect(decisionDoubts(period, day('2026-03-08'))).toEqual(['publicityRunning'])
    expect(decisionDoubts({ ...period, publicFrom: null, publicUntil: null }, day('2026-03-09'))).toEqual([
      'notPublished',
    ])
    expect(decisionDoubts({ ...period, objections: '有职工反映另有住房' }, day('2026-03-09'))).toEqual(['objections'])
  })

  it('is in publicity from its first to its last day', () => {
    const period = { publicFrom: day('2026-03-02'), publicUntil: day('2026-03-08') }
    const days = ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((text) =>
      isInPublicity(period, day(text)),
    )
    expect(days).toEqual([false, true, true, false])
  })

  it('is due a year later', () => {
    expect(nextReview(day('2025-05-20'))).toBe('2026-05-20')
    expect(nextReview(day('2024-02-29'))).toBe('2025-02-28')
  })
})

describe('what a file states', () => {
  it('adds up to the yearly income', () => {
    const persons = [{ monthlyIncome: yuan(1500) }, { monthlyIncome: null }]
    expect(statedIncome({ monthlyIncome: yuan(3000), otherIncome: yuan(600) }, persons)).toBe(yuan(54_600))
  })

  it('names what the form asks for and nobody filled in', () => {
    const member = {
      ...({ gender: '女', ethnicity: '汉族', politicalStatus: '群众', phone: null } as const),
      ...{ birthDate: null, idNumber: null },
      ...({ householdType: '非农业家庭户口', employmentStatus: '在岗', maritalStatus: '已婚' } as const),
      workStartDate: null,
      ...{ employer: '厂', address: null },
    } as const
    const file = {
      mainCause: '本人疾病',
      health: null,
      housing: '租房',
      monthlyIncome: yuan(1),
      address: '路 1 号',
    } as const
    const missing = missingFields(member, file, [], false)
    expect(missing.map(({ field }) => field)).toEqual([
      ...['birthDate', 'idNumber', 'phone', 'workStartDate', 'health', 'figures'],
    ])
  })

  it('asks for papers by what it says', () => {
    const file = { mainCause: '收入低', otherCause: null, health: '良好', disability: null } as const
    const usual = ['登记表', '个人申请书', '身份证', '户口本', '收入证明']
    expect(papersNeeded(file, [], null)).toEqual(usual)
    expect(papersNeeded({ ...file, mainCause: '家属疾病' }, [], null)).toEqual([...usual, '诊断证明', '医院单据'])
    expect(
      papersNeeded(file, [{ disability: '肢体二级' }], { accidentCost: fen(0), publicUntil: day('2026-03-08') }),
    ).toEqual([...[...usual, '残疾证', '公示材料']])
  })
})

describe('the standards that come with the program', () => {
  it('name their source and have keys of their own', () => {
    expect(new Set(hardshipStandards.map(({ key }) => key)).size).toBe(hardshipStandards.length)
    for (const { source, deepPercent, relativePercent } of hardshipStandards) {
      expect(source).not.toBe('')
      expect(deepPercent).toBeLessThan(relativePercent)
    }
  })
})
