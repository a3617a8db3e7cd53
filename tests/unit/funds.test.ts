import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charts } from '../../shared/codes/funds'
import { daySchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import { accountCode, categoriesOf, chartOn } from '../../shared/rules/funds/chart'
import { isPaidFromDuesFirst } from '../../shared/rules/funds/dues-first'
import { attachmentType } from '../../shared/rules/media-type'
import { contributionOf, splitByShares, splitProblems, splitRuleOn } from '../../shared/rules/funds/split'
import { splitEvenly } from '../../shared/rules/funds/split-evenly'
import { daysOfMonth } from '../../shared/rules/funds/year'
import { monthSchema } from '../../shared/model/date'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe('charts of accounts', () => {
  it('follow one another without a gap', () => {
    expect(charts[0]?.validFrom).toBeNull()
    expect(charts.at(-1)?.validUntil).toBeNull()
    charts.slice(1).forEach(({ validFrom }, index) => {
      const before = new Date(`${charts[index]?.validUntil ?? ''}T00:00:00Z`)
      before.setUTCDate(before.getUTCDate() + 1)
      expect(before.toISOString().slice(0, 10)).toBe(validFrom)
    })
  })

  it.each([
    ['2009-06-01', 'until2021', '506'],
    ['2021-12-31', 'until2021', '506'],
    ['2022-01-01', '2022', '508'],
    ['2031-05-01', '2022', '508'],
  ])('on %s the one of %s holds', (on, version, code) => {
    expect(chartOn(day(on)).version).toBe(version)
    expect(accountCode(version, '补助下级支出')).toBe(code)
  })

  it('offer a basic union neither what unions above book nor dues, which come from their ledger', () => {
    const chart = chartOn(day('2025-01-01'))
    const terms = (account: 'dues' | 'funds', direction: 'income' | 'spending') =>
      categoriesOf(chart, account, direction).map(({ term }) => term)
    expect(terms('funds', 'spending')).toEqual([
      '职工活动支出',
      '职工服务支出',
      '维权支出',
      '业务支出',
      '资本性支出',
      '对附属单位的支出',
      '其他支出',
    ])
    expect(terms('funds', 'income')).toContain('拨缴经费收入')
    expect(terms('dues', 'income')).not.toContain('拨缴经费收入')
    for (const account of ['dues', 'funds'] as const) expect(terms(account, 'income')).not.toContain('会费收入')
  })
})

describe('splitting evenly', () => {
  it('loses no fen, and parts differ by at most one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.integer({ min: 1, max: 2000 }), (amount, count) => {
        const parts = splitEvenly(fen(amount), count)
        expect(parts).toHaveLength(count)
        expect(sum(parts)).toBe(amount)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('gives the odd fen to the first', () => {
    expect(splitEvenly(fen(1000), 3)).toEqual([334, 333, 333])
  })
})

describe('the split of the 2 %', () => {
  const rule = {
    region: null,
    validFrom: day('2024-01-01'),
    validUntil: null,
    shares: [
      { level: '本会', share: 6000 },
      { level: '上级工会', share: 4000 },
    ],
    ownLevel: '本会',
    source: null,
  }

  it.each([
    [2_000_000, 40_000],
    [24, 0],
    [25, 1],
    [123_456_789, 2_469_136],
  ])('takes 2 %% of wages of %i fen as %i, to the fen', (wages, expected) => {
    expect(contributionOf(fen(wages))).toBe(expected)
  })

  it('loses no fen and keeps each part within a fen of its share', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }).map((cuts) => {
      const sorted = [...cuts, 10_000].sort((one, other) => one - other)
      return sorted.map((cut, index) => ({ level: `${index}`, share: cut - (sorted[index - 1] ?? 0) }))
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), shares, (amount, parts) => {
        const split = splitByShares(fen(amount), parts)
        expect(sum(split.map((part) => part.amount))).toBe(amount)
        split.forEach((part, index) => {
          expect(Math.abs(part.amount - (amount * (parts[index]?.share ?? 0)) / 10_000)).toBeLessThan(1.001)
        })
      }),
    )
  })

  it.each([
    ['total', { shares: [{ level: '本会', share: 6000 }] }],
    [
      'level',
      {
        shares: [
          { level: '本会', share: 6000 },
          { level: '本会', share: 4000 },
        ],
      },
    ],
    ['ownLevel', { ownLevel: '省总' }],
    ['validUntil', { validUntil: day('2023-12-31') }],
  ])('has a rule refused for its %s', (problem, changes) => {
    expect(splitProblems(rule)).toEqual(new Set())
    expect(splitProblems({ ...rule, ...changes })).toEqual(new Set([problem]))
  })

  it('goes by the rule that began last of those in force', () => {
    const later = { ...rule, validFrom: day('2025-07-01'), validUntil: day('2025-12-31') }
    const on = (text: string) => splitRuleOn([later, rule], day(text))
    expect(on('2023-12-31')).toBeNull()
    expect(on('2025-06-30')).toBe(rule)
    expect(on('2025-07-01')).toBe(later)
    expect(on('2026-01-01')).toBe(rule)
  })
})

describe('attachments', () => {
  it.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    [null, [0x3c, 0x68, 0x74, 0x6d, 0x6c, 0x3e]],
    [null, [0xff, 0xd8]],
    [null, []],
  ])('are %s by their content', (type, bytes) => {
    expect(attachmentType(Uint8Array.from(bytes))).toBe(type)
  })
})

describe('dues first', () => {
  it.each([
    ['春游大巴', null, true],
    ['看电影《长津湖》观影票', null, true],
    ['秋季徒步', 'outing', true],
    ['羽毛球', 'sports', false],
  ] as const)('%s, activity %s: %s', (summary, type, expected) => {
    expect(isPaidFromDuesFirst(summary, type)).toBe(expected)
  })
})

it('knows the last day of a month', () => {
  expect(daysOfMonth(monthSchema.parse('2024-02'))).toEqual({ from: '2024-02-01', until: '2024-02-29' })
  expect(daysOfMonth(monthSchema.parse('2025-12')).until).toBe('2025-12-31')
})
