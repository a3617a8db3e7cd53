import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { accessQueries } from '../../../db/queries/access'
import { batchQueries } from '../../../db/queries/batches'
import { handOver, handOverDraft, payrollImport, payrollList, remittance } from '../../../db/schema'
import { dues } from '../../../electron/backend/dues'
import { funds } from '../../../electron/backend/funds'
import { previewClosing } from '../../../electron/backend/funds/closing/close'
import type { ClosingCheck } from '../../../shared/contract/funds/closing'
import { daySchema, monthSchema, now } from '../../../shared/model/date'
import { handOverIdSchema, newId, newUuid, payrollListIdSchema, remittanceIdSchema } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { insertFundLine } from '../../fixtures/fund-lines'
import { testHost } from '../../fixtures/host'

const month = (text: string) => monthSchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const march = month('2025-03')
const april = month('2025-04')

function openBooks() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const context = { session: { db }, host: host.client }
  const client = { dues: createRouterClient(dues, { context }), funds: createRouterClient(funds, { context }) }
  const memberId = db.write(() => insertMember(db, { name: '钱一' }))
  return {
    db,
    host,
    client,
    memberId,
    pay: (paidOn: string, amount: number) =>
      client.dues.payments.record({
        memberIds: [memberId],
        amount: fen(amount),
        paidOn: daySchema.parse(paidOn),
        method: 'cash',
        note: null,
      }),
    close: async (of: typeof march) => {
      const { accounts } = await client.funds.closing.preview({ month: of })
      const balance = (account: 'dues' | 'funds') =>
        accounts.find((one) => one.account === account)?.balance ?? expect.fail(account)
      return client.funds.closing.close({ month: of, duesBalance: balance('dues'), fundsBalance: balance('funds') })
    },
    found: async (of: typeof march, check: ClosingCheck) => {
      const { checks } = await client.funds.closing.preview({ month: of })
      return checks.find((one) => one.check === check) ?? expect.fail(check)
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('closing months', () => {
  it('goes one after the other from the first that has lines, and lays down the balances of both accounts', async () => {
    using books = openBooks()
    const { db, client, pay, close } = books
    expect(await client.funds.closing.months()).toEqual({ months: [], next: null, latestClosed: null })
    await pay('2025-03-08', 2500)
    insertFundLine(db, { on: '2025-03-09', amount: 100_000, direction: 'income' })
    insertFundLine(db, { on: '2025-04-10', amount: 30_000 })
    await expect(close(april)).rejects.toMatchObject({ code: 'CLOSING_BLOCKED', data: { month: '2025-04' } })
    await close(march)
    await close(april)
    const { months, next, latestClosed } = await client.funds.closing.months()
    expect([next, latestClosed]).toEqual(['2025-05', '2025-04'])
    expect(months.at(-1)).toMatchObject({ month: '2025-03', isClosed: true, duesBalance: 2500, fundsBalance: 100_000 })
    expect(months.at(-2)).toMatchObject({ month: '2025-04', isClosed: true, duesBalance: 2500, fundsBalance: 70_000 })
    expect(months.at(-2)?.closing).toMatchObject({ act: 'close', duesBalance: 2500, fundsBalance: 70_000 })
    expect(months.at(-3)).toMatchObject({ month: '2025-05', isClosed: false, closing: null })
  })

  it('shows what came and went, and takes only the balances that were seen', async () => {
    using books = openBooks()
    const { db, client, pay } = books
    await pay('2025-03-08', 2500)
    insertFundLine(db, { on: '2025-03-01', amount: 50_000, direction: 'opening' })
    insertFundLine(db, { on: '2025-03-09', amount: 100_000, direction: 'income' })
    insertFundLine(db, { on: '2025-03-10', amount: 30_000 })
    const { accounts } = await client.funds.closing.preview({ month: march })
    expect(accounts).toEqual([
      { account: 'dues', carried: 0, opening: 0, income: 2500, spending: 0, balance: 2500 },
      { account: 'funds', carried: 0, opening: 50_000, income: 100_000, spending: 30_000, balance: 120_000 },
    ])
    await pay('2025-03-31', 100)
    await expect(
      client.funds.closing.close({ month: march, duesBalance: fen(2500), fundsBalance: fen(120_000) }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('waits for the last day of the month, and warns on it', async () => {
    using books = openBooks()
    const { db } = books
    insertFundLine(db, { on: '2025-03-09', amount: 100_000, direction: 'income' })
    const over = async (today: string) => {
      const { checks } = await previewClosing(db, march, daySchema.parse(today))
      return checks.find(({ check }) => check === 'over')?.state
    }
    expect(await over('2025-03-30')).toBe('blocking')
    expect(await over('2025-03-31')).toBe('warning')
    expect(await over('2025-04-01')).toBe('fine')
  })

  it('is held up by what was entered for the month and is not booked', async () => {
    using books = openBooks()
    const { db, pay, close, found } = books
    await pay('2025-03-08', 2500)
    const draft = (receivedOn: string) =>
      db.orm
        .insert(handOverDraft)
        .values({ id: newUuid(), content: JSON.stringify({ receivedOn }), updatedAt: now() })
        .run()
    draft('2025-04-02')
    draft('')
    expect(await found(march, 'handOverDrafts')).toMatchObject({ state: 'fine' })
    expect(await found(march, 'undatedDrafts')).toMatchObject({ state: 'warning', count: 1 })
    draft('2025-03-20')
    expect(await found(march, 'handOverDrafts')).toMatchObject({ state: 'blocking', count: 1 })
    await expect(close(march)).rejects.toMatchObject({ code: 'CLOSING_BLOCKED' })
    db.orm.delete(handOverDraft).run()
    const list = {
      id: newUuid(),
      fileName: '代扣.xlsx',
      fileHash: '',
      from: '2025-03',
      until: '2025-03',
      deductedOn: '2025-03-25',
      createdAt: now(),
    }
    db.orm.insert(payrollImport).values(list).run()
    expect(await found(march, 'payrollImports')).toMatchObject({ state: 'blocking', count: 1 })
    db.orm.update(payrollImport).set({ postedAt: now() }).run()
    await close(march)
  })

  it('warns of spending without papers, cash that differs, dues held back and an account below nothing', async () => {
    using books = openBooks()
    const { db, found } = books
    insertFundLine(db, { on: '2025-03-09', amount: 30_000 })
    expect(await found(march, 'attachments')).toMatchObject({ state: 'warning', count: 1, amount: 30_000 })
    expect(await found(march, 'balances')).toMatchObject({ state: 'warning', count: 1, amount: -30_000 })
    db.write(() =>
      db.orm
        .insert(handOver)
        .values({
          id: newId(handOverIdSchema),
          collector: '李二',
          declaredCount: 1,
          declaredTotal: 2000,
          receivedOn: '2025-03-10',
        })
        .run(),
    )
    expect(await found(march, 'handOvers')).toMatchObject({ state: 'warning', count: 1, amount: 2000 })
    expect(await found(march, 'receipts')).toMatchObject({ state: 'fine', count: 0 })
    expect(await found(march, 'remittances')).toMatchObject({ state: 'fine', amount: null })
  })
})

describe('a closed month', () => {
  it('takes no money from anybody, not even past the services', async () => {
    using books = openBooks()
    const { db, client, memberId, pay, close } = books
    await pay('2025-04-08', 2500)
    const listId = newId(payrollListIdSchema)
    db.write(() =>
      db.orm
        .insert(payrollList)
        .values({
          id: listId,
          title: '',
          from: '2025-03',
          until: '2025-03',
          deductedOn: '2025-03-25',
          expected: 1,
          deducted: 1,
        })
        .run(),
    )
    await close(april)
    const closed = { code: 'MONTH_CLOSED' }
    await expect(pay('2025-04-30', 100)).rejects.toMatchObject(closed)
    // What lies before the first month is closed with it.
    await expect(pay('2025-01-15', 100)).rejects.toMatchObject(closed)
    for (const on of ['2025-04-30', '2024-12-31']) {
      expect(() => insertFundLine(db, { on, amount: 1 })).toThrow(expect.objectContaining(closed))
      expect(() =>
        db.write(() =>
          db.orm
            .insert(remittance)
            .values({ id: newId(remittanceIdSchema), payrollListId: listId, amount: 1, receivedOn: on })
            .run(),
        ),
      ).toThrow(expect.objectContaining(closed))
    }
    expect(() => insertFundLine(db, { on: '2025-05-01', amount: 1, direction: 'opening' })).toThrow(
      expect.objectContaining({ ...closed, data: { month: '2025-04' } }),
    )
    await pay('2025-05-01', 100)
    expect((await client.dues.payments.ledger({ memberId })).entries).toHaveLength(2)
  })

  it('is reopened from the last one on, with a reason, after a question, and that is logged', async () => {
    using books = openBooks()
    const { db, host, client, pay, close } = books
    await pay('2025-03-08', 2500)
    await close(march)
    const { batchId } = await close(april)
    expect(batchQueries(db).get.get(batchId)).toMatchObject({ kind: 'closing', undoable: 0 })
    await expect(client.funds.closing.reopen({ month: march, reason: '漏记' })).rejects.toMatchObject({
      code: 'REOPEN_NOT_LATEST',
      data: { month: '2025-04' },
    })
    host.confirms = false
    await expect(client.funds.closing.reopen({ month: april, reason: '漏记' })).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
    })
    host.confirms = true
    await client.funds.closing.reopen({ month: april, reason: '漏记一笔' })
    await pay('2025-04-09', 300)
    await expect(pay('2025-03-09', 300)).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    const { months, latestClosed } = await client.funds.closing.months()
    expect(latestClosed).toBe('2025-03')
    // What the closing laid down stays beside what the books say now.
    expect(months.at(-2)).toMatchObject({ isClosed: false, duesBalance: 2800, closing: { duesBalance: 2500 } })
    expect(host.asked).toEqual(['reopenMonth', 'reopenMonth'])
    expect(accessQueries(db).events.all({ limit: 1, offset: 0 })).toMatchObject([
      { kind: 'reopening', subject: '2025-04', reason: '漏记一笔' },
    ])
    expect((await client.funds.closing.acts()).map(({ act, month: of }) => `${act} ${of}`)).toEqual([
      'reopen 2025-04',
      'close 2025-04',
      'close 2025-03',
    ])
    await client.funds.closing.reopen({ month: march, reason: '更正' })
    await pay('2025-01-09', 300)
  })
})
