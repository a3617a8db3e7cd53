import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, monthSchema } from '../../shared/model/date'
import { fenSchema } from '../../shared/model/money'
import {
  amountToPost,
  basketOf,
  bookingDifferences,
  deductionDifferences,
  isAbsurd,
  isUndecided,
  monthsIn,
  monthsPaid,
  type PayrollSum,
} from '../../shared/rules/dues/payroll'
import { monthsText, statedMonths } from '../../shared/rules/dues/stated-months'

const fen = (amount: number) => fenSchema.parse(amount)
const month = (text: string) => monthSchema.parse(text)
const today = daySchema.parse('2025-07-10')

const right: PayrollSum = {
  isKnown: true,
  lines: 1,
  isUnreadable: false,
  hasLeft: false,
  open: fen(2000),
  deducted: fen(2000),
  posted: fen(0),
  owed: fen(2000),
  decision: null,
}

const amount = fc.integer({ min: -500_000, max: 500_000 }).map(fen)
const positive = fc.integer({ min: 0, max: 500_000 }).map(fen)
/** Somebody of a list: what is entered is never more than what the list deducted. */
const anySum: fc.Arbitrary<PayrollSum> = fc
  .record({
    isKnown: fc.boolean(),
    lines: fc.integer({ min: 0, max: 3 }),
    isUnreadable: fc.boolean(),
    hasLeft: fc.boolean(),
    open: positive,
    deducted: amount,
    posted: positive,
    owed: positive,
    decision: fc.constantFrom('post' as const, 'leaveOut' as const, null),
  })
  .map((sum) => {
    const deducted = sum.lines === 0 ? fen(0) : sum.deducted
    const isKnown = sum.lines === 0 || sum.isKnown
    const posted = isKnown ? fen(Math.min(sum.posted, Math.max(0, deducted))) : fen(0)
    return {
      ...sum,
      isKnown,
      deducted,
      posted,
      open: isKnown ? sum.open : fen(0),
      isUnreadable: sum.isUnreadable && sum.lines > 0,
    }
  })

const total = (parts: readonly { readonly amount: number }[]) => parts.reduce((sum, part) => sum + part.amount, 0)

describe('the baskets of a deduction list', () => {
  it.each([
    ['matched', right],
    ['amountChanged', { ...right, deducted: fen(1900) }],
    ['amountChanged', { ...right, open: fen(0) }],
    ['missing', { ...right, lines: 0, deducted: fen(0) }],
    ['unknown', { ...right, isKnown: false }],
    ['unknown', { ...right, isUnreadable: true }],
    ['left', { ...right, hasLeft: true }],
  ] as const)('%s', (basket, sum) => {
    expect(basketOf(sum)).toBe(basket)
  })

  it('post what is right unless it is left out, and the rest only where it is wanted', () => {
    expect(amountToPost(right)).toBe(2000)
    expect(amountToPost({ ...right, decision: 'leaveOut' })).toBe(0)
    expect(amountToPost({ ...right, deducted: fen(1900) })).toBe(0)
    expect(amountToPost({ ...right, deducted: fen(1900), decision: 'post' })).toBe(1900)
    expect(amountToPost({ ...right, deducted: fen(-100), decision: 'post' })).toBe(0)
    expect(amountToPost({ ...right, isKnown: false, decision: 'post' })).toBe(0)
    expect(amountToPost({ ...right, posted: fen(2000) })).toBe(0)
    expect(amountToPost({ ...right, hasLeft: true, owed: fen(500), decision: 'post' })).toBe(500)
  })

  it('never post more than the list deducted, nor anything of somebody nobody knows', () => {
    fc.assert(
      fc.property(anySum, (sum) => {
        const posts = amountToPost(sum)
        expect(posts).toBeGreaterThanOrEqual(0)
        expect(sum.posted + posts).toBeLessThanOrEqual(Math.max(0, sum.deducted))
        if (basketOf(sum) === 'unknown' || basketOf(sum) === 'missing') expect(posts).toBe(0)
        if (isUndecided(sum)) expect(posts).toBe(0)
      }),
    )
  })

  it('explain the differences between the numbers to the last fen', () => {
    fc.assert(
      fc.property(fc.array(anySum, { maxLength: 30 }), (sums) => {
        const sumOf = (key: 'open' | 'deducted' | 'posted') => sums.reduce((sum, one) => sum + one[key], 0)
        expect(total(deductionDifferences(sums))).toBe(sumOf('deducted') - sumOf('open'))
        expect(total(bookingDifferences(sums))).toBe(sumOf('posted') - sumOf('deducted'))
      }),
    )
  })
})

describe('the months a deduction pays', () => {
  const open = [
    { month: month('2025-05'), amount: fen(1000) },
    { month: month('2025-06'), amount: fen(2000) },
  ]

  it('are the oldest first, as far as it reaches', () => {
    expect(monthsPaid(open, fen(1500))).toEqual([
      { month: '2025-05', amount: 1000 },
      { month: '2025-06', amount: 500 },
    ])
    expect(monthsPaid(open, fen(9000))).toEqual(open)
    expect(monthsPaid(open, fen(0))).toEqual([])
  })

  it('never come to more than it, nor a month to more than is open', () => {
    fc.assert(
      fc.property(fc.array(positive, { maxLength: 12 }), positive, (amounts, paid) => {
        const months = amounts.map((of, index) => ({
          month: month(`2025-${String(index + 1).padStart(2, '0')}`),
          amount: of,
        }))
        const chosen = monthsPaid(months, paid)
        expect(total(chosen)).toBe(Math.min(paid, total(months)))
        for (const { month: of, amount: part } of chosen) {
          expect(part).toBeLessThanOrEqual(months.find((one) => one.month === of)?.amount ?? 0)
        }
      }),
    )
  })
})

it('an amount is absurd by the months it is for', () => {
  const half = { from: month('2025-01'), until: month('2025-06') }
  expect(monthsIn(half)).toBe(6)
  expect(isAbsurd(fen(150_000), 1)).toBe(true)
  expect(isAbsurd(fen(150_000), monthsIn(half))).toBe(false)
  expect(isAbsurd(fen(-150_000), 1)).toBe(true)
})

describe('the months that a title names', () => {
  it.each([
    ['2025年6月工会会费代扣表', '2025-06', '2025-06'],
    ['会费代扣（2025年06月份）', '2025-06', '2025-06'],
    ['２０２５年６月', '2025-06', '2025-06'],
    ['202506代扣', '2025-06', '2025-06'],
    ['代扣2025-06.xlsx', '2025-06', '2025-06'],
    ['代扣2025.06', '2025-06', '2025-06'],
    ['2025年4月至6月会费', '2025-04', '2025-06'],
    ['2025年4-6月会费', '2025-04', '2025-06'],
    ['2024年11月—2025年1月', '2024-11', '2025-01'],
    ['2025年上半年会费', '2025-01', '2025-06'],
    ['2024年下半年', '2024-07', '2024-12'],
    ['2025年第二季度', '2025-04', '2025-06'],
    ['2025年度3季度', '2025-07', '2025-09'],
    ['6月份会费', '2025-06', '2025-06'],
    ['6月', '2025-06', '2025-06'],
    // A month that is to come is one of the year before.
    ['11月会费', '2024-11', '2024-11'],
    ['一车间 5-6月', '2025-05', '2025-06'],
    ['会费月份：2024-01–2024-12　共 5 人', '2024-01', '2024-12'],
  ])('%s', (text, from, until) => {
    expect(statedMonths(text, today)).toEqual({ from, until })
  })

  it.each([
    '工会会费代扣表',
    '制表日期：2025年6月30日',
    '20250630',
    '2025-06-30',
    '2025-06-01–2025-06-30',
    '打印于6月30日',
    '共12人',
    '代扣名单-2',
  ])('are none in %s', (text) => {
    expect(statedMonths(text, today)).toBeNull()
  })
})

it('months of a sheet are written together where they follow each other', () => {
  expect(monthsText([month('2025-06'), month('2025-04'), month('2025-05'), month('2025-12')])).toBe(
    '2025-04–2025-06, 2025-12',
  )
  expect(monthsText([month('2025-12'), month('2026-01')])).toBe('2025-12–2026-01')
})
