import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../../db/queries/access'
import { fundBudget, fundSplitRule } from '../../../db/schema'
import { dues } from '../../../electron/backend/dues'
import { funds } from '../../../electron/backend/funds'
import { auditOf } from '../../../electron/backend/funds/statements/audit'
import { daySchema, monthSchema } from '../../../shared/model/date'
import { fundBudgetIdSchema, fundSplitRuleIdSchema, newId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { insertFundLine } from '../../fixtures/fund-lines'
import { testHost } from '../../fixtures/host'
import { formulaCells, recomputed } from '../../fixtures/recompute-sheet'

const month = (text: string) => monthSchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const spring = { from: month('2025-01'), until: month('2025-03') }

/** A branch with an opening balance, income, spending in two categories, a reversal, a budget and dues. */
async function openBooks() {
  const branch = openTestBranch()
  const { db, folder } = branch
  const host = testHost()
  const context = { session: { db }, host: host.client }
  const client = createRouterClient(funds, { context })
  const memberId = db.write(() => insertMember(db, { name: '钱一', wage: fen(500_000) }))
  insertFundLine(db, { on: '2024-01-01', amount: 200_000, direction: 'opening' })
  insertFundLine(db, { on: '2024-02-10', amount: 10_000 })
  insertFundLine(db, { on: '2025-01-10', amount: 100_000, direction: 'income', category: '拨缴经费收入' })
  insertFundLine(db, { on: '2025-02-10', amount: 30_000, subcategory: '文体活动' })
  insertFundLine(db, { on: '2025-03-10', amount: 5000 })
  insertFundLine(db, { on: '2025-03-11', amount: 2000, category: '业务支出', overLimitReason: '委员会决定' })
  const mistaken = insertFundLine(db, { on: '2025-03-12', amount: 700, category: '业务支出' })
  await client.book.reverse({ id: mistaken, reason: '重复登记' })
  insertFundLine(db, { on: '2025-07-01', amount: 9000 })
  db.write(() =>
    db.orm
      .insert(fundBudget)
      .values({
        id: newId(fundBudgetIdSchema),
        year: '2025',
        account: 'funds',
        direction: 'spending',
        chart: '2022',
        category: '职工活动支出',
        amount: 60_000,
      })
      .run(),
  )
  await createRouterClient(dues, { context }).payments.record({
    memberIds: [memberId],
    amount: fen(2500),
    paidOn: daySchema.parse('2025-02-01'),
    method: 'cash',
    note: null,
  })
  return {
    db,
    host,
    client,
    memberId,
    async write(input: Parameters<typeof client.statements.export>[0]) {
      host.savePath = path.join(folder, 'out.xlsx')
      let saved: unknown
      for await (const event of await client.statements.export(input)) if (event.kind === 'result') saved = event.result
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(host.savePath)
      return { saved, workbook }
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

/** A number, or what a formula was reckoned to. */
const shown = (cell: ExcelJS.Cell): unknown => (cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value)

describe('a statement of income and spending', () => {
  it('says of each account what it began with, took in, spent and ended with', async () => {
    using books = await openBooks()
    const { accounts, isClosed } = await books.client.statements.get(spring)
    expect(isClosed).toBe(false)
    const [ofDues, ofFunds] = accounts
    expect(ofDues).toMatchObject({ account: 'dues', carried: 0, balance: 2500, income: { amount: 2500 } })
    expect(ofFunds).toMatchObject({
      account: 'funds',
      carried: 190_000,
      income: { amount: 100_000, soFar: 100_000, budget: null },
      spending: { amount: 37_000, lastYear: 10_000, budget: 60_000 },
      balance: 253_000,
    })
    expect(
      ofFunds?.rows.map(({ category, subcategory, amount, budget }) => [category, subcategory, amount, budget]),
    ).toEqual([
      ['拨缴经费收入', null, 100_000, null],
      ['职工活动支出', null, 35_000, 60_000],
      ['职工活动支出', '文体活动', 30_000, null],
      ['业务支出', null, 2000, null],
    ])
  })

  it('begins with what the one before ended with, and counts the year so far', async () => {
    using books = await openBooks()
    const second = await books.client.statements.get({ from: month('2025-04'), until: month('2025-09') })
    expect(second.accounts[1]).toMatchObject({
      carried: 253_000,
      spending: { amount: 9000, soFar: 46_000 },
      balance: 244_000,
    })
  })

  it('opens the lines behind each figure, and they come to it', async () => {
    using books = await openBooks()
    const { accounts } = await books.client.statements.get(spring)
    for (const { account, rows } of accounts) {
      for (const { direction, category, subcategory, amount } of rows) {
        const { rows: lines } = await books.client.statements.entries({
          account,
          ...spring,
          direction,
          category,
          subcategory,
          offset: 0,
          limit: 100,
        })
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amount)
      }
    }
  })
})

describe('the workbook', () => {
  it('of a statement reckons its sums to what the books say', async () => {
    using books = await openBooks()
    const { saved, workbook } = await books.write({ of: 'statement', ...spring, language: 'zh-CN' })
    expect(saved).toEqual({ fileName: 'out.xlsx', rows: 10 })
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['会费账', '经费账'])
    for (const sheet of workbook.worksheets) {
      expect(formulaCells(sheet).length).toBeGreaterThan(0)
      for (const cell of formulaCells(sheet)) expect(recomputed(sheet, cell)).toBe(cell.result)
    }
    const sheet = workbook.getWorksheet('经费账') ?? expect.fail()
    const amounts = new Map<unknown, unknown>()
    sheet.eachRow((row) => amounts.set(row.getCell(1).value, shown(row.getCell(2))))
    expect(amounts.get('期初结余')).toBe(1900)
    expect(amounts.get('职工活动支出－文体活动')).toBe(300)
    expect(amounts.get('职工活动支出（未分项）')).toBe(50)
    expect(amounts.get('支出合计')).toBe(370)
    expect(amounts.get('期末结余')).toBe(2530)
    expect(sheet.pageSetup.printArea).toMatch(/^A1:F\d+$/)
    expect(accessQueries(books.db).events.all({ limit: 1, offset: 0 })).toMatchObject([
      { kind: 'export', subject: 'out.xlsx' },
    ])
  })

  it('of the audit committee holds a sheet for everything it looks at', async () => {
    using books = await openBooks()
    const { workbook } = await books.write({ of: 'audit', year: '2025', language: 'zh-CN' })
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '会费账',
      '经费账',
      '超标准支出',
      '缺附件支出',
      '作废收据',
      '冲销',
      '反结账',
      '会费收缴',
      '拨缴经费',
    ])
    for (const sheet of workbook.worksheets) {
      for (const cell of formulaCells(sheet)) expect(recomputed(sheet, cell)).toBe(cell.result)
    }
  })

  it('is not written when the dialog is called off', async () => {
    using books = await openBooks()
    books.host.savePath = null
    for await (const event of await books.client.statements.export({ of: 'audit', year: '2025', language: 'en' })) {
      expect(event).toEqual({ kind: 'result', result: null })
    }
  })
})

describe('what the audit committee looks at', () => {
  it('is what was passed, what lacks papers, what was taken back or voided, and dues month by month', async () => {
    using books = await openBooks()
    const { db, client } = books
    const audit = await client.statements.audit({ year: '2025' })
    expect(audit.overLimit).toMatchObject([{ summary: '购买慰问品', amount: 2000, overLimitReason: '委员会决定' }])
    expect(audit.withoutAttachment.map(({ amount }) => amount)).toEqual([30_000, 5000, 2000, 9000])
    expect(audit.reversals).toMatchObject([{ amount: -700, reason: '重复登记' }])
    expect([audit.voided, audit.reopened]).toEqual([[], []])
    expect(audit.dues[1]).toEqual({ month: '2025-02', charged: 0, received: 2500 })
    expect(audit.retained).toMatchObject({ received: 100_000, expected: null })
    db.write(() =>
      db.orm
        .insert(fundSplitRule)
        .values({
          id: newId(fundSplitRuleIdSchema),
          validFrom: '2025-01-01',
          shares: JSON.stringify([
            { level: '基层工会', share: 6000 },
            { level: '上级工会', share: 4000 },
          ]),
          ownLevel: '基层工会',
        })
        .run(),
    )
    // 5,000 a month, of which 2 % are 100, of which 60 stay.
    expect(auditOf(db, '2025', daySchema.parse('2025-03-15')).retained).toEqual({
      received: 100_000,
      expected: 18_000,
      pay: 500_000,
      months: 3,
    })
  })
})
