import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityType, BudgetItem, MoneySource } from '../../../shared/model/activity'
import { daySchema } from '../../../shared/model/date'
import { spendingLimitSchema } from '../../../shared/model/fund'
import { newId, spendingLimitIdSchema } from '../../../shared/model/id'
import type { LimitItem } from '../../../shared/model/limit-item'
import { fenSchema } from '../../../shared/model/money'
import { budgetChecks, isOverLimit, prizesFor, suggestedLines, totalOf } from '../../../shared/rules/activities/budget'
import { costPerHead } from '../../../shared/rules/activities/per-head'

const fen = (yuan: number) => fenSchema.parse(Math.round(yuan * 100))
const limit = (item: LimitItem, yuan: number, per: 'year' | 'occasion' | 'day') =>
  spendingLimitSchema.parse({
    ...{ id: newId(spendingLimitIdSchema), region: '示例省', item, amount: fen(yuan), per },
    ...{ validFrom: '2024-01-01', validUntil: null, source: null, note: null },
  })
const limits = [
  limit('outing', 200, 'occasion'),
  limit('outingMeals', 100, 'day'),
  limit('outingSupplies', 30, 'occasion'),
  limit('womensDay', 100, 'year'),
  limit('recuperation', 600, 'day'),
  limit('recuperation', 3000, 'year'),
]
const spent = (item: BudgetItem, yuan: number, source: MoneySource = 'funds') => ({ item, source, amount: fen(yuan) })
const plan = (type: ActivityType, days = 1, perHead: number | null = null) => ({
  type,
  startsOn: daySchema.parse('2026-04-10'),
  endsOn: daySchema.parse(`2026-04-${String(9 + days).padStart(2, '0')}`),
  perHead: perHead === null ? null : fen(perHead),
})
const told = (checks: ReturnType<typeof budgetChecks>) =>
  checks.map(({ limit: against, perHead, allowed, over }) => [against?.item ?? null, perHead, allowed, over])

describe('what an activity costs each head', () => {
  it('is held against the limits of an outing as a whole, its meals and its supplies', () => {
    const lines = [spent('transport', 3000), spent('meals', 4400), spent('supplies', 1200)]
    const checks = budgetChecks(plan('outing'), lines, 40, limits)
    expect(told(checks)).toEqual([
      ['outing', fen(215), fen(200), fen(15)],
      ['outingMeals', fen(110), fen(100), fen(10)],
      ['outingSupplies', fen(30), fen(30), 0],
    ])
    expect(isOverLimit(checks)).toBe(true)
  })

  it('may be a day’s limit for each day, and no more than a year’s', () => {
    const lines = [spent('lodging', 31_000)]
    expect(told(budgetChecks(plan('recuperation', 5), lines, 10, limits))).toEqual([
      ['recuperation', fen(3100), fen(3000), fen(100)],
      ['recuperation', fen(3100), fen(3000), fen(100)],
    ])
  })

  it('leaves money of the employer and of the members themselves out of the limits, not out of the standard', () => {
    const lines = [spent('meals', 900), spent('supplies', 500, 'own'), spent('venue', 600, 'administration')]
    const checks = budgetChecks(plan('women', 1, 150), lines, 10, limits)
    expect(told(checks)).toEqual([
      ['womensDay', fen(90), fen(100), 0],
      [null, fen(200), fen(150), fen(50)],
    ])
    expect(isOverLimit(checks)).toBe(false)
  })

  it('is the standard of the activity while nothing is planned by item', () => {
    expect(told(budgetChecks(plan('outing', 1, 220), [], 40, limits))).toEqual([
      ['outing', fen(220), fen(200), fen(20)],
    ])
  })

  it('has no limit where none holds: other kinds, other days, nobody to share it', () => {
    const lines = [spent('meals', 10_000)]
    expect(budgetChecks(plan('sports'), lines, 10, limits)).toEqual([])
    expect(budgetChecks({ ...plan('outing'), startsOn: daySchema.parse('2023-12-31') }, lines, 10, limits)).toEqual([])
    expect(budgetChecks(plan('outing'), lines, 0, limits)).toEqual([])
  })

  it('times the heads comes to the sum again, but for the rounding of half a fen a head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 100_000 }), (cost, heads) => {
        const each = costPerHead(fenSchema.parse(cost), heads)
        expect(each).not.toBeNull()
        expect(Math.abs((each ?? 0) * heads - cost)).toBeLessThanOrEqual(heads / 2)
      }),
    )
    expect(costPerHead(fen(1), 0)).toBeNull()
    expect(costPerHead(null, 3)).toBeNull()
  })

  it('lets two thirds of those who take part win a prize', () => {
    expect([0, 1, 2, 3, 46].map(prizesFor)).toEqual([0, 0, 1, 2, 30])
  })
})

describe('the lines of a settlement', () => {
  const planned = (item: BudgetItem, source: MoneySource, yuan: number) => ({
    ...{ item, source, planned: fen(yuan), invoice: null, note: null },
  })
  const booked = (summary: string, yuan: number, account: 'dues' | 'funds' = 'funds') => ({
    ...{ account, summary, subcategory: null, invoice: null, amount: fen(yuan) },
  })

  it('take what was booked by the words of its entries and by its account', () => {
    const lines = suggestedLines(
      [planned('transport', 'funds', 3000), planned('meals', 'dues', 2000)],
      [
        booked('春游租车', 2800),
        booked('春游餐费', 900, 'dues'),
        booked('春游餐费补付', 150, 'dues'),
        booked('门票', 600),
      ],
    )
    expect(lines.map(({ item, source, actual }) => [item, source, actual])).toEqual([
      ['transport', 'funds', fen(2800)],
      ['meals', 'dues', fen(1050)],
      ['tickets', 'funds', fen(600)],
    ])
  })

  it('put what no word tells on the only line of its money, or on one of its own', () => {
    expect(suggestedLines([planned('venue', 'funds', 500)], [booked('讲座活动', 480)])).toMatchObject([
      { item: 'venue', actual: fen(480) },
    ])
    expect(suggestedLines([], [booked('活动支出', 480)])).toMatchObject([
      { item: 'other', planned: 0, actual: fen(480) },
    ])
  })

  it('hold all that was booked, whatever was planned and however it is named', () => {
    const summaries = fc.constantFrom('租车', '餐费', '奖品', '活动支出', '保险费', '其他')
    const entries = fc.array(
      fc.record({
        summary: summaries,
        yuan: fc.integer({ min: 1, max: 9999 }),
        account: fc.constantFrom('dues', 'funds'),
      }),
    )
    fc.assert(
      fc.property(entries, (list) => {
        const given = list.map(({ summary, yuan, account }) =>
          booked(summary, yuan, account === 'dues' ? 'dues' : 'funds'),
        )
        const lines = suggestedLines([planned('meals', 'funds', 100), planned('prizes', 'dues', 100)], given)
        expect(totalOf(lines.map(({ actual }) => ({ amount: actual ?? fen(0) })))).toBe(totalOf(given))
      }),
    )
  })

  it('leave a line open whose spending was reversed', () => {
    expect(suggestedLines([planned('meals', 'funds', 100)], [booked('餐费', 90), booked('餐费', -90)])).toMatchObject([
      { item: 'meals', actual: 0 },
    ])
  })
})
