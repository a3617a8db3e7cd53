import { ORPCError } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duesEntryQueries } from '../../../db/queries/dues/entries'
import { fundEntry, handOverDraft } from '../../../db/schema'
import { batches } from '../../../electron/backend/batches'
import { dues } from '../../../electron/backend/dues'
import { newEntry } from '../../../electron/backend/dues/payments/entry'
import { funds } from '../../../electron/backend/funds'
import { daySchema, monthSchema, now, type Day } from '../../../shared/model/date'
import { duesEntryIdSchema, fundEntryIdSchema, handOverIdSchema, newId, type MemberId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'

const fen = (amount: number) => fenSchema.parse(amount)
const day = (text: string) => daySchema.parse(text)
const month = (text: string) => monthSchema.parse(text)
const march = month('2025-03')
const inMarch = day('2025-03-15')

/** A branch with charges, payments, income and spending from January to April. */
function openBooks() {
  const branch = openTestBranch()
  const { db } = branch
  const context = { session: { db }, host: testHost().client }
  const client = {
    dues: createRouterClient(dues, { context }),
    funds: createRouterClient(funds, { context }),
    batches: createRouterClient(batches, { context }),
  }
  const members = db.write(() => ['钱一', '孙二', '李三'].map((name) => insertMember(db, { name })))
  const pay = (memberId: MemberId, paidOn: Day, amount: number) =>
    client.dues.payments.record({ memberIds: [memberId], amount: fen(amount), paidOn, method: 'cash', note: null })
  const book = (direction: 'income' | 'spending', on: Day, amount: number) =>
    client.funds.book.add({
      account: 'funds',
      direction,
      on,
      amount: fen(amount),
      category: direction === 'income' ? '拨缴经费收入' : '职工活动支出',
      subcategory: null,
      summary: '一笔',
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
    })
  const opening = (on: Day) =>
    client.funds.book.add({
      account: 'dues',
      direction: 'opening',
      on,
      amount: fen(100),
      category: null,
      subcategory: null,
      summary: '期初结余',
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
    })
  return {
    db,
    client,
    members,
    pay,
    book,
    opening,
    async fill() {
      db.writeBatch({ kind: 'charge', title: '' }, (batchId) => {
        for (const memberId of members) {
          for (const of of ['2025-01', '2025-02', '2025-03', '2025-04']) {
            const line = newEntry({ memberId, kind: 'charge', amount: fen(1000), month: month(of), batchId })
            duesEntryQueries(db).insertEntry(line)
          }
        }
        return { count: 1, result: null }
      })
      for (const [index, memberId] of members.entries()) {
        await pay(memberId, day(`2025-0${index + 1}-20`), 1500)
        await pay(memberId, inMarch, 500)
      }
      await book('income', day('2025-01-10'), 90_000)
      await book('spending', day('2025-02-10'), 20_000)
      await book('spending', inMarch, 700)
    },
    async closeUntilMarch() {
      for (const of of ['2025-01', '2025-02', '2025-03'].map(month)) {
        const { accounts } = await client.funds.closing.preview({ month: of })
        const [ofDues, ofFunds] = accounts.map(({ balance }) => balance)
        await client.funds.closing.close({ month: of, duesBalance: ofDues ?? fen(0), fundsBalance: ofFunds ?? fen(0) })
      }
    },
    /** Everything that was stated of the closed months. */
    async stated() {
      const statements = []
      for (const of of ['2025-01', '2025-02', '2025-03'].map(month)) {
        statements.push(await client.funds.statements.get({ from: of, until: of }))
        statements.push(await client.funds.closing.preview({ month: of }).then(({ accounts }) => accounts))
      }
      const lines = await client.funds.statements.entries({
        account: 'dues',
        from: month('2025-01'),
        until: march,
        direction: null,
        category: null,
        subcategory: null,
        offset: 0,
        limit: 500,
      })
      return { statements, lines }
    },
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('no way of writing', () => {
  it('dates money in a closed month', async () => {
    using books = openBooks()
    await books.fill()
    const { db, client, members, pay, book, opening } = books
    const [memberId] = members
    if (memberId === undefined) return
    await books.closeUntilMarch()
    const rows = [{ memberId, amount: fen(1000) }]
    const cash = { paidOn: inMarch, method: 'cash' as const, note: '一笔' }
    const draftId = newId(handOverIdSchema)
    db.orm.insert(handOverDraft).values({ id: draftId, content: '{}', updatedAt: now() }).run()
    const acts: Record<string, () => Promise<unknown>> = {
      payment: () => pay(memberId, inMarch, 1000),
      'payments of each': () =>
        client.dues.payments.recordEach({ ...cash, payers: rows.map((row) => ({ ...row, chosenMonths: null })) }),
      refund: () => client.dues.payments.refund({ ...cash, memberId, amount: fen(100) }),
      'hand-over': () =>
        client.dues.handOvers.post({
          draftId,
          sheet: {
            collector: '周四',
            declaredCount: 1,
            declaredTotal: fen(1000),
            receivedOn: inMarch,
            note: null,
            rows,
            receipts: null,
          },
        }),
      income: () => book('income', inMarch, 1),
      spending: () => book('spending', day('2024-12-31'), 1),
      'opening balance': () => opening(day('2025-05-01')),
    }
    for (const [name, act] of Object.entries(acts)) {
      const failed = await act().then(
        () => null,
        (error: unknown) => (error instanceof ORPCError ? String(error.code) : error),
      )
      expect({ name, failed }).toEqual({ name, failed: 'MONTH_CLOSED' })
    }
  })
})

type Act = 'pay' | 'refund' | 'waive' | 'reverseDues' | 'book' | 'reverseFund' | 'undo' | 'opening'

describe('the figures of a closed month', () => {
  it('stay the same whatever is recorded later', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            act: fc.constantFrom<Act[]>(
              'pay',
              'refund',
              'waive',
              'reverseDues',
              'book',
              'reverseFund',
              'undo',
              'opening',
            ),
            pick: fc.nat({ max: 30 }),
            on: fc.constantFrom('2024-12-31', '2025-02-20', '2025-03-31', '2025-04-01', '2025-06-30'),
          }),
          { minLength: 4, maxLength: 14 },
        ),
        async (acts) => {
          using books = openBooks()
          await books.fill()
          await books.closeUntilMarch()
          const before = await books.stated()
          for (const { act, pick, on } of acts) {
            // What is refused writes nothing, and that is seen from the figures as well.
            await perform(books, act, pick, day(on)).catch((error: unknown) => {
              if (!(error instanceof ORPCError) || error.code === 'INTERNAL') throw error
            })
          }
          expect(await books.stated()).toEqual(before)
        },
      ),
      { numRuns: 12 },
    )
  })
})

async function perform(books: ReturnType<typeof openBooks>, act: Act, pick: number, on: Day): Promise<unknown> {
  const { db, client, members } = books
  const memberId = members[pick % members.length]
  if (memberId === undefined) throw new Error('Nobody to act on')
  const picked = <Row>(rows: readonly Row[]) => rows[pick % Math.max(rows.length, 1)]
  switch (act) {
    case 'pay':
      return books.pay(memberId, on, 100 + pick)
    case 'refund':
      return client.dues.payments.refund({ memberId, amount: fen(1 + pick), paidOn: on, method: 'cash', note: '退' })
    case 'waive':
      return client.dues.payments.waive({ memberId, months: [{ month: march, amount: fen(1 + pick) }], note: '困难' })
    case 'reverseDues': {
      const line = picked((await client.dues.payments.ledger({ memberId })).entries)
      return client.dues.payments.reverse({ entryId: duesEntryIdSchema.parse(line?.id), note: '错' })
    }
    case 'book':
      return books.book(pick % 2 === 0 ? 'income' : 'spending', on, 1 + pick)
    case 'reverseFund': {
      const entry = picked(db.orm.select({ id: fundEntry.id }).from(fundEntry).all())
      return client.funds.book.reverse({ id: fundEntryIdSchema.parse(entry?.id), reason: '错' })
    }
    case 'undo': {
      const batch = picked((await client.batches.list({ offset: 0, limit: 100 })).rows)
      return batch === undefined ? null : client.batches.undo({ id: batch.id })
    }
    case 'opening':
      return books.opening(on)
  }
}
