import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../../db/queries/access'
import type { BranchDatabase } from '../../../db/branch-database'
import { monthClosing, payrollList, remittance } from '../../../db/schema'
import { activities } from '../../../electron/backend/activities'
import { attachments } from '../../../electron/backend/attachments'
import { batches } from '../../../electron/backend/batches'
import { dues } from '../../../electron/backend/dues'
import { funds } from '../../../electron/backend/funds'
import type { FundEntryInput } from '../../../shared/contract/funds/book'
import { daySchema, monthSchema, now } from '../../../shared/model/date'
import {
  monthClosingIdSchema,
  newId,
  payrollListIdSchema,
  remittanceIdSchema,
  type MemberId,
} from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { dayOf } from '../../../shared/rules/date'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const year = '2025'

function openBook() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const context = { context: { session: { db }, host: host.client } }
  return {
    [Symbol.dispose]: () => branch[Symbol.dispose](),
    db,
    host,
    funds: createRouterClient(funds, context),
    folder: branch.folder,
    activities: createRouterClient(activities, context),
    dues: createRouterClient(dues, context),
    attachments: createRouterClient(attachments, context),
    batches: createRouterClient(batches, context),
  }
}

const entry = (changes: Partial<FundEntryInput> = {}): FundEntryInput => ({
  account: 'funds',
  direction: 'spending',
  on: day('2025-03-08'),
  amount: fen(10_000),
  category: '职工活动支出',
  subcategory: '会员活动',
  summary: '购买羽毛球',
  counterpart: '云溪体育用品店',
  activityId: null,
  form: null,
  decision: null,
  invoice: null,
  signOff: null,
  overLimitReason: null,
  note: null,
  shares: [],
  attachments: [],
  ...changes,
})

const income = (changes: Partial<FundEntryInput> = {}) =>
  entry({ direction: 'income', category: '拨缴经费收入', subcategory: null, summary: '一季度拨缴经费', ...changes })

const opening = (changes: Partial<FundEntryInput> = {}) =>
  entry({ direction: 'opening', category: null, subcategory: null, summary: '期初结余', ...changes })

const page = { offset: 0, limit: 100 }

function addMember(db: BranchDatabase, name = '钱一'): MemberId {
  return db.write(() => insertMember(db, { name }))
}

function closeMonth(db: BranchDatabase, month: string) {
  db.write(() =>
    db.orm
      .insert(monthClosing)
      .values({
        id: newId(monthClosingIdSchema),
        month: monthSchema.parse(month),
        act: 'close',
        duesBalance: 0,
        fundsBalance: 0,
        reason: null,
        recordedAt: now(),
      })
      .run(),
  )
}

describe('the book of income and spending', () => {
  it('numbers vouchers without gaps, apart in each account and year, also after a failed write', async () => {
    using book = openBook()
    const add = async (changes: Partial<FundEntryInput>) => (await book.funds.book.add(entry(changes))).voucherNumber
    expect(await add({})).toBe(1)
    expect(await add({ on: day('2025-01-02') })).toBe(2)
    const stranger = addMember(book.db)
    await expect(add({ shares: [{ memberId: stranger, item: null, amount: fen(20_000) }] })).rejects.toMatchObject({
      code: 'FUND_ENTRY_INVALID',
    })
    // Fails in the middle of its transaction.
    book.db.sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON fund_share BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    )
    await expect(add({ shares: [{ memberId: stranger, item: null, amount: fen(100) }] })).rejects.toThrow()
    book.db.sqlite.exec('DROP TRIGGER broken')
    expect(await add({})).toBe(3)
    expect(await add({ on: day('2024-12-31') })).toBe(1)
    expect(await add({ account: 'dues' })).toBe(1)
  })

  it('keeps both accounts apart, with a balance after every line', async () => {
    using book = openBook()
    await book.funds.book.add(income({ on: day('2025-02-01'), amount: fen(50_000) }))
    await book.funds.book.add(entry({ on: day('2025-03-08') }))
    await book.funds.book.add(entry({ account: 'dues', on: day('2025-03-09'), amount: fen(700), category: '其他支出' }))
    await book.funds.book.add(entry({ on: day('2024-12-31'), amount: fen(300) }))
    const { rows } = await book.funds.book.list({ account: 'funds', year, ...page })
    expect(rows.map(({ on, amount, balance }) => [on, amount, balance])).toEqual([
      ['2025-03-08', 10_000, 39_700],
      ['2025-02-01', 50_000, 49_700],
    ])
    expect(await book.funds.book.summary({ account: 'funds', year })).toMatchObject({
      carried: -300,
      income: 50_000,
      spending: 10_000,
      balance: 39_700,
      withoutAttachment: 1,
    })
    expect(await book.funds.book.summary({ account: 'dues', year })).toMatchObject({ carried: 0, balance: -700 })
  })

  it('takes dues in from their ledger as received, never twice', async () => {
    using book = openBook()
    const memberId = addMember(book.db)
    const pay = (paidOn: string, amount: number) =>
      book.dues.payments.record({
        memberIds: [memberId],
        amount: fen(amount),
        paidOn: day(paidOn),
        method: 'cash',
        note: null,
      })
    await pay('2025-03-01', 1800)
    await pay('2025-03-01', 200)
    await pay('2025-04-02', 500)
    const { entries } = await book.dues.payments.ledger({ memberId })
    await book.dues.payments.reverse({ entryId: entries[1]?.id ?? expect.fail('no payment'), note: '登记错误' })
    const list = {
      id: newId(payrollListIdSchema),
      title: '三月代扣',
      from: '2025-03',
      until: '2025-03',
      deductedOn: '2025-03-15',
      expected: 900,
      deducted: 900,
      stated: null,
    }
    book.db.write(() => {
      book.db.orm.insert(payrollList).values(list).run()
      book.db.sqlite
        .prepare(
          `INSERT INTO dues_entry (id, member_id, kind, amount, method, paid_on, payroll_list_id, batch_id, recorded_at)
          SELECT 'deducted', member_id, 'payment', -900, 'payroll', '2025-03-15', ?, batch_id, recorded_at
          FROM dues_entry LIMIT 1`,
        )
        .run(list.id)
      book.db.orm
        .insert(remittance)
        .values({
          id: newId(remittanceIdSchema),
          payrollListId: list.id,
          amount: 600,
          receivedOn: '2025-04-02',
          reversesId: null,
          note: null,
        })
        .run()
    })
    const { rows, income: received } = await book.funds.book.list({ account: 'dues', year, ...page })
    expect(rows).toEqual([
      { kind: 'dues', on: '2025-04-02', amount: 1100, lines: 2, balance: 2900 },
      { kind: 'dues', on: '2025-03-01', amount: 1800, lines: 3, balance: 1800 },
    ])
    expect(received).toBe(2900)
    expect((await book.funds.book.list({ account: 'funds', year, ...page })).total).toBe(0)
    const behind = await book.funds.book.duesBehind({ on: day('2025-04-02'), ...page })
    expect(behind.rows.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['payment', 500],
      ['remittance', 600],
    ])
  })

  it('begins with the opening balance, which holds what came before it', async () => {
    using book = openBook()
    const memberId = addMember(book.db)
    for (const paidOn of ['2024-12-01', '2025-01-05']) {
      await book.dues.payments.record({
        memberIds: [memberId],
        amount: fen(1000),
        paidOn: day(paidOn),
        method: 'cash',
        note: null,
      })
    }
    const { id } = await book.funds.book.add(opening({ account: 'dues', on: day('2025-01-01'), amount: fen(88_000) }))
    expect(await book.funds.book.summary({ account: 'dues', year })).toMatchObject({
      carried: 0,
      opening: 88_000,
      income: 1000,
      balance: 89_000,
      opensOn: '2025-01-01',
    })
    await expect(
      book.funds.book.add(entry({ account: 'dues', on: day('2024-12-31'), category: '其他支出' })),
    ).rejects.toMatchObject({ code: 'FUND_BEFORE_OPENING', data: { day: '2025-01-01' } })
    await expect(book.funds.book.add(opening({ account: 'dues' }))).rejects.toMatchObject({
      code: 'FUND_OPENING_EXISTS',
    })
    await book.funds.book.reverse({ id, reason: '金额登记错误' })
    expect(await book.funds.book.summary({ account: 'dues', year })).toMatchObject({ opensOn: null, balance: 2000 })
    await book.funds.book.add(entry({ account: 'dues', on: day('2025-02-01'), category: '其他支出' }))
    await expect(book.funds.book.add(opening({ account: 'dues' }))).rejects.toMatchObject({
      code: 'FUND_OPENING_LATE',
      data: { day: '2025-02-01' },
    })
  })

  it('takes an entry back once, with what members received of it', async () => {
    using book = openBook()
    const [one, other] = [addMember(book.db), addMember(book.db, '李二')]
    const shares = [one, other].map((memberId) => ({ memberId, item: null, amount: fen(5000) }))
    const { id } = await book.funds.book.add(entry({ shares }))
    expect((await book.funds.book.get({ id })).shares).toMatchObject([
      { memberId: other, name: '李二', amount: 5000 },
      { memberId: one, name: '钱一', amount: 5000 },
    ])
    const reversal = await book.funds.book.reverse({ id, reason: '金额登记错误' })
    expect(await book.funds.book.get({ id: reversal.id })).toMatchObject({
      on: '2025-03-08',
      amount: -10_000,
      voucherNumber: 2,
      note: '金额登记错误',
      shares: [{ amount: -5000 }, { amount: -5000 }],
    })
    expect((await book.funds.book.summary({ account: 'funds', year })).balance).toBe(0)
    for (const again of [id, reversal.id]) {
      await expect(book.funds.book.reverse({ id: again, reason: '再来' })).rejects.toMatchObject({
        code: 'ALREADY_REVERSED',
      })
    }
  })

  it('undoes a batch by reversals, and leaves what was reversed by itself', async () => {
    using book = openBook()
    const memberId = addMember(book.db)
    const { id, batchId } = await book.funds.book.add(entry({ shares: [{ memberId, item: null, amount: fen(4000) }] }))
    expect(await book.batches.undoPreview({ id: batchId })).toMatchObject({ additions: 1, kept: { total: 0 } })
    const undo = await book.batches.undo({ id: batchId })
    expect(undo).toMatchObject({ undone: 1 })
    const { reversedBy } = await book.funds.book.get({ id })
    expect(await book.funds.book.get({ id: reversedBy ?? expect.fail('not reversed') })).toMatchObject({
      amount: -10_000,
      batchId: undo.batchId,
      shares: [{ memberId, amount: -4000 }],
    })
    const other = await book.funds.book.add(entry())
    await book.funds.book.reverse({ id: other.id, reason: '登记错误' })
    expect(await book.batches.undo({ id: other.batchId })).toMatchObject({
      undone: 0,
      kept: { total: 1, rows: [{ table: 'fund_entry', reason: 'reversed', name: '购买羽毛球' }] },
    })
  })

  it('refuses what is dated in a closed month, and takes back today what stands there', async () => {
    using book = openBook()
    const { id } = await book.funds.book.add(entry())
    closeMonth(book.db, '2025-03')
    await expect(book.funds.book.add(entry())).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    const reversal = await book.funds.book.reverse({ id, reason: '重复登记' })
    expect((await book.funds.book.get({ id: reversal.id })).on).toBe(dayOf(new Date()))
  })

  it.each([
    ['nothing spent', { amount: fen(0) }],
    ['a negative amount', { amount: fen(-100) }],
    ['an absurd amount', { amount: fen(1e12) }],
    ['a day to come', { on: day('2999-01-01') }],
    ['dues entered by hand', { account: 'dues', direction: 'income', category: '会费收入' }],
    ['the share of the 2 % on the dues account', { account: 'dues', direction: 'income', category: '拨缴经费收入' }],
    ['a category of another chart', { category: '事业支出' }],
    ['a category of unions above', { category: '行政支出' }],
    ['no category', { category: null }],
  ] satisfies [string, Partial<FundEntryInput>][])('refuses %s', async (_, changes) => {
    using book = openBook()
    await expect(book.funds.book.add(entry(changes))).rejects.toMatchObject({ code: 'FUND_ENTRY_INVALID' })
    expect((await book.funds.book.list({ account: 'funds', year, ...page })).total).toBe(0)
  })

  it('takes the chart of accounts in force on the day', async () => {
    using book = openBook()
    const { id } = await book.funds.book.add(entry({ on: day('2021-12-31'), category: '事业支出', subcategory: null }))
    expect(await book.funds.book.get({ id })).toMatchObject({ chart: 'until2021' })
    const later = await book.funds.book.add(
      entry({ on: day('2022-01-01'), category: '职工服务支出', subcategory: null }),
    )
    expect(await book.funds.book.get({ id: later.id })).toMatchObject({ chart: '2022' })
  })

  it('keeps pictures and papers by their content, and logs who looked at them', async () => {
    using book = openBook()
    const picture = new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], '发票.txt')
    const { id } = await book.funds.book.add(entry({ attachments: [picture] }))
    const owner = { kind: 'fundEntry', id } as const
    const attachments = await book.attachments.list({ owner })
    expect(attachments).toMatchObject([{ name: '发票.txt', mediaType: 'image/jpeg', size: 7 }])
    expect(await book.funds.book.summary({ account: 'funds', year })).toMatchObject({ withoutAttachment: 0 })
    const attachment = attachments[0]?.id ?? expect.fail('no attachment')
    const { content } = await book.attachments.open({ id: attachment })
    expect([...Buffer.from(content, 'base64')]).toEqual([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    const file = path.join(book.folder, 'copy.jpg')
    expect(await book.attachments.export({ id: attachment })).toEqual({ isWritten: false })
    book.host.savePath = file
    expect(await book.attachments.export({ id: attachment })).toEqual({ isWritten: true })
    expect(readFileSync(file)).toHaveLength(7)
    book.host.confirms = false
    await expect(book.attachments.remove({ id: attachment })).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
    })
    book.host.confirms = true
    await book.attachments.remove({ id: attachment })
    expect(await book.attachments.list({ owner })).toEqual([])
    const events = accessQueries(book.db).events.all({ limit: 10, offset: 0 })
    expect(events.map(({ kind }) => kind)).toEqual(['deletion', 'export', 'reveal'])
  })

  it('books nothing where a paper is none', async () => {
    using book = openBook()
    const page = new File(['<html>'], '发票.pdf')
    await expect(book.funds.book.add(entry({ attachments: [page] }))).rejects.toMatchObject({
      code: 'ATTACHMENT_INVALID',
    })
    const { total } = await book.funds.book.list({ account: 'funds', year, offset: 0, limit: 10 })
    expect(total).toBe(0)
    expect((await book.funds.book.add(entry())).voucherNumber).toBe(1)
  })

  it('writes a year of an account to a workbook that reckons its balance', async () => {
    using book = openBook()
    await book.funds.book.add(income({ on: day('2024-11-01'), amount: fen(5000) }))
    await book.funds.book.add(income({ on: day('2025-02-01'), amount: fen(50_000) }))
    await book.funds.book.add(entry({ on: day('2025-03-08') }))
    const file = path.join(book.folder, 'book.xlsx')
    book.host.savePath = file
    for await (const _ of await book.funds.book.export({ account: 'funds', year, language: 'zh-CN' })) continue
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const sheet = workbook.worksheets[0] ?? expect.fail('no sheet')
    const heading = [...Array(10).keys()].find((row) => sheet.getCell(row + 1, 2).value === '凭证号') ?? -10
    const cells = (row: number) => [3, 8, 9].map((column) => sheet.getCell(heading + 1 + row, column).value)
    expect([1, 2, 3].map(cells)).toEqual([
      ['上年结转', null, null],
      ['一季度拨缴经费', 500, null],
      ['购买羽毛球', null, 100],
    ])
    const balance = (row: number) => sheet.getCell(heading + 1 + row, 10)
    expect(balance(1).value).toBe(50)
    expect(balance(3)).toMatchObject({
      formula: `J${heading + 3}+N(H${heading + 4})-N(I${heading + 4})`,
      result: 450,
    })
  })

  it('keeps an activity for which money was spent', async () => {
    using book = openBook()
    const { id: activityId } = await book.activities.plan.add({
      title: '春游',
      type: 'outing',
      startsOn: day('2025-03-08'),
      endsOn: day('2025-03-08'),
      place: null,
      cost: null,
      note: null,
    })
    const { id } = await book.funds.book.add(entry({ activityId }))
    expect(await book.funds.book.ofActivity({ activityId })).toMatchObject({ spent: 10_000, entries: [{ id }] })
    await expect(book.activities.plan.remove({ id: activityId })).rejects.toMatchObject({ code: 'ACTIVITY_IN_USE' })
    await book.funds.book.reverse({ id, reason: '登记错误' })
    expect(await book.funds.book.ofActivity({ activityId })).toMatchObject({ spent: 0 })
  })

  it('finds lines by month, category, amount, text and what they lack', async () => {
    using book = openBook()
    await book.funds.book.add(entry({ summary: '春游大巴', amount: fen(320_000), on: day('2025-04-10') }))
    await book.funds.book.add(income({ on: day('2025-04-20'), amount: fen(500_000) }))
    await book.funds.book.add(entry({ summary: '三八节讲座', invoice: 'FP-0042' }))
    const find = async (filter: object) =>
      (await book.funds.book.list({ account: 'funds', year, ...page, ...filter })).rows.map((line) =>
        line.kind === 'entry' ? line.summary : line.kind,
      )
    expect(await find({ month: '2025-04' })).toEqual(['一季度拨缴经费', '春游大巴'])
    expect(await find({ category: '职工活动支出' })).toEqual(['春游大巴', '三八节讲座'])
    expect(await find({ least: 320_000, most: 400_000 })).toEqual(['春游大巴'])
    expect(await find({ search: 'fp-0042' })).toEqual(['三八节讲座'])
    expect(await find({ search: '2' })).toEqual(['一季度拨缴经费', '三八节讲座'])
    expect(await find({ isWithoutAttachment: true })).toEqual(['春游大巴', '三八节讲座'])
    expect(await book.funds.book.list({ account: 'funds', year, ...page, month: '2025-04' })).toMatchObject({
      total: 2,
      income: 500_000,
      spending: 320_000,
    })
  })
})
