import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { batches } from '../../../electron/backend/batches'
import { funds } from '../../../electron/backend/funds'
import { daySchema } from '../../../shared/model/date'
import { fenSchema } from '../../../shared/model/money'
import { budgetCategoriesOf, budgetTotals } from '../../../shared/rules/funds/budget'
import { openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'

const fen = (amount: number) => fenSchema.parse(amount)
const of2025 = { account: 'funds' as const, year: '2025' }
const activities = { direction: 'spending' as const, category: '职工活动支出', subcategory: null }
const sports = { ...activities, subcategory: '文体活动' }

function openFunds() {
  const branch = openTestBranch()
  const context = { context: { session: { db: branch.db }, host: testHost().client } }
  const client = createRouterClient(funds, context)
  return {
    [Symbol.dispose]: () => branch[Symbol.dispose](),
    budget: client.budget,
    batches: createRouterClient(batches, context),
    spend: (on: string, amount: number, subcategory: string | null) =>
      client.book.add({
        account: 'funds',
        direction: 'spending',
        on: daySchema.parse(on),
        amount: fen(amount),
        category: '职工活动支出',
        subcategory,
        summary: '活动',
        counterpart: null,
        activityId: null,
        form: null,
        decision: null,
        invoice: null,
        signOff: null,
        overLimitReason: null,
        note: null,
        shares: [],
        attachments: [],
      }),
  }
}

describe('the budget', () => {
  it('stands beside what was booked in the year and in the year before', async () => {
    using book = openFunds()
    await book.spend('2024-05-01', 700, '文体活动')
    await book.spend('2025-05-01', 3000, '文体活动')
    await book.spend('2025-06-01', 500, null)
    await book.budget.set({ ...of2025, lines: [{ ...sports, amount: fen(10_000) }], note: null })
    const rows = await book.budget.list(of2025)
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ ...activities, id: null, amount: null, note: null, actual: 3500, lastYear: 700 })
    expect(rows).toContainEqual(expect.objectContaining({ ...sports, amount: 10_000, actual: 3000, lastYear: 700 }))
    const categories = budgetCategoriesOf(rows, 'spending', ['职工活动支出'])
    expect(categories).toMatchObject([{ planned: 10_000, items: [{ subcategory: '文体活动' }] }])
    expect(budgetTotals(categories)).toEqual({ planned: 10_000, actual: 3500, lastYear: 700 })
  })

  it('is changed with a reason only, and taken back as a batch', async () => {
    using book = openFunds()
    await book.budget.set({ ...of2025, lines: [{ ...activities, amount: fen(10_000) }], note: null })
    const raise = { ...of2025, lines: [{ ...activities, amount: fen(12_000) }] }
    await expect(book.budget.set({ ...raise, note: null })).rejects.toMatchObject({ code: 'REASON_MISSING' })
    const { batchId } = await book.budget.set({ ...raise, note: '委员会决定调增' })
    expect(await book.budget.list(of2025)).toMatchObject([{ amount: 12_000, note: '委员会决定调增' }])
    await book.batches.undo({ id: batchId })
    expect(await book.budget.list(of2025)).toMatchObject([{ amount: 10_000, note: null }])
    await book.budget.set({ ...of2025, lines: [{ ...activities, amount: null }], note: '不再安排' })
    expect(await book.budget.list(of2025)).toEqual([])
  })

  it.each([
    ['a category of unions above', [{ ...activities, category: '行政支出', amount: fen(100) }]],
    [
      'a line twice',
      [
        { ...activities, amount: fen(100) },
        { ...activities, amount: fen(200) },
      ],
    ],
    ['an absurd amount', [{ ...activities, amount: fen(1e12) }]],
  ])('refuses %s', async (_, lines) => {
    using book = openFunds()
    await expect(book.budget.set({ ...of2025, lines, note: null })).rejects.toMatchObject({ code: 'BUDGET_INVALID' })
    expect(await book.budget.list(of2025)).toEqual([])
  })
})
