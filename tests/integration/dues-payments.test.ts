import { createRouterClient } from '@orpc/server'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { accessQueries } from '../../db/queries/access'
import { duesEntryQueries } from '../../db/queries/dues/entries'
import { monthClosing } from '../../db/schema'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { newEntry } from '../../electron/backend/dues/payments/entry'
import { duplicates } from '../../electron/backend/duplicates'
import { daySchema, monthSchema, now, type Month } from '../../shared/model/date'
import type { DuesEntryKind } from '../../shared/model/dues'
import { monthClosingIdSchema, newId, type DuesEntryId, type MemberId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { fenSchema } from '../../shared/model/money'
import { addDays, addMonths, dayOf } from '../../shared/rules/date'
import { allocate } from '../../shared/rules/dues/allocation'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const january = monthSchema.parse('2026-01')
const payday = daySchema.parse('2026-05-20')
const today = dayOf(new Date())
const fen = (amount: number) => fenSchema.parse(amount)
const monthAt = (index: number): Month => addMonths(january, index)
const page = { offset: 0, limit: 100 }
const cash = { paidOn: payday, method: 'cash' as const, note: null }

function openDues() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const context = { context: { session: { db }, host: host.client } }
  const { payments } = createRouterClient(dues, context)
  return {
    db,
    host,
    folder: branch.folder,
    payments,
    batches: createRouterClient(batches, context),
    duplicates: createRouterClient(duplicates, context),
    addMember: (name: string, event?: MembershipEventType) => db.write(() => insertMember(db, { name }, event)),
    /** Charges a member for months from January on, as one batch. */
    charge: (memberId: MemberId, amounts: readonly number[]) =>
      db.writeBatch({ kind: 'charge', title: '' }, (batchId) => {
        for (const [index, amount] of amounts.entries()) {
          const line = newEntry({ memberId, kind: 'charge', amount: fen(amount), month: monthAt(index), batchId })
          duesEntryQueries(db).insertEntry(line)
        }
        return { count: amounts.length, result: null }
      }).batchId,
    allocation: (memberId: MemberId) => allocate(duesEntryQueries(db).ledger(memberId)),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

type Dues = ReturnType<typeof openDues>

function close(db: BranchDatabase, month: string) {
  db.write(() =>
    db.orm
      .insert(monthClosing)
      .values({
        id: newId(monthClosingIdSchema),
        month,
        act: 'close',
        duesBalance: 0,
        fundsBalance: 0,
        reason: null,
        recordedAt: now(),
      })
      .run(),
  )
}

function lineOf(branch: Dues, memberId: MemberId, kind: DuesEntryKind): DuesEntryId {
  const line = duesEntryQueries(branch.db)
    .ledger(memberId)
    .findLast((one) => one.kind === kind)
  if (line === undefined) throw new Error(`no ${kind}`)
  return line.id
}

describe('a payment before it is recorded', () => {
  it('says how much is paid ahead and from which month it counts', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200, 1200])
    const check = await branch.payments.check({ ...cash, memberIds: [id], amount: fen(3600) })
    expect(check).toEqual({
      members: 1,
      amount: 3600,
      ahead: { members: 1, amount: 1200, from: '2026-03' },
      questions: [],
    })
    expect((await branch.payments.check({ ...cash, memberIds: [id], amount: null })).ahead).toBeNull()
    expect((await branch.payments.ledger({ memberId: id })).balance).toBe(2400)
  })

  it('is asked about when it is there already, and not when that one was taken back', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200, 1200])
    const request = { ...cash, memberIds: [id], amount: fen(1200) }
    await branch.payments.record(request)
    expect((await branch.payments.check(request)).questions).toEqual([
      { question: 'twice', members: 1, rows: [{ memberId: id, name: '钱一', amount: 1200 }] },
    ])
    await branch.payments.reverse({ entryId: lineOf(branch, id, 'payment'), note: '重复' })
    expect((await branch.payments.check(request)).questions).toEqual([])
  })

  it('is asked about when it is for more than twelve months ahead', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1000, 1200])
    const questions = async (amount: number) =>
      (await branch.payments.check({ ...cash, memberIds: [id], amount: fen(amount) })).questions
    expect(await questions(2200 + 12 * 1200)).toEqual([])
    expect(await questions(2200 + 12 * 1200 + 1)).toMatchObject([{ question: 'large', members: 1 }])
    const never = branch.addMember('新二')
    const ofNever = await branch.payments.check({ ...cash, memberIds: [never], amount: fen(12 * 1200 + 1) })
    expect(ofNever).toMatchObject({ ahead: { from: null }, questions: [{ question: 'large', members: 1 }] })
  })

  it('of who is no member any more is asked about for old debts, and refused for more', async () => {
    using branch = openDues()
    const id = branch.addMember('走三', 'transferOut')
    branch.charge(id, [1200])
    const request = { ...cash, memberIds: [id], amount: fen(1200) }
    expect((await branch.payments.check(request)).questions).toMatchObject([{ question: 'left', members: 1 }])
    const more = { ...request, amount: fen(1201) }
    await expect(branch.payments.check(more)).rejects.toMatchObject({ code: 'MEMBER_LEFT' })
    await expect(branch.payments.record(more)).rejects.toMatchObject({ code: 'MEMBER_LEFT' })
    expect(await branch.payments.record(request)).toMatchObject({ members: 1, amount: 1200 })
  })

  it('is refused for a day to come, and for a closed month, with nothing written', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200])
    const request = { ...cash, memberIds: [id], amount: null }
    const tomorrow = { ...request, paidOn: addDays(today, 1) }
    await expect(branch.payments.check(tomorrow)).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    await expect(branch.payments.record(tomorrow)).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    close(branch.db, '2026-05')
    await expect(branch.payments.check(request)).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    await expect(branch.payments.record(request)).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    expect((await branch.payments.ledger({ memberId: id })).entries).toHaveLength(1)
  })
})

describe('payments', () => {
  it('of many members are each of their own amount, as one batch that can be undone', async () => {
    using branch = openDues()
    const [first, second] = [branch.addMember('钱一'), branch.addMember('孙二')]
    branch.charge(first, [1200, 1200])
    branch.charge(second, [900])
    const { batchId, ...done } = await branch.payments.recordEach({
      ...cash,
      payers: [
        { memberId: first, amount: fen(1200), chosenMonths: [{ month: monthAt(1), amount: fen(1200) }] },
        { memberId: second, amount: fen(1000), chosenMonths: null },
      ],
    })
    expect(done).toEqual({ members: 2, amount: 2200 })
    expect(branch.allocation(first)).toMatchObject({ since: '2026-01', openMonths: 1, paidThrough: null })
    expect(branch.allocation(second)).toMatchObject({ owed: 0, credit: 100 })
    await branch.batches.undo({ id: batchId })
    expect(branch.allocation(first)).toMatchObject({ owed: 2400, openMonths: 2 })
    expect(branch.allocation(second)).toMatchObject({ owed: 900, credit: 0 })
  })

  it('are refused for more than is open of a chosen month', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200])
    const chosenMonths = [{ month: monthAt(0), amount: fen(1300) }]
    await expect(
      branch.payments.recordEach({ ...cash, payers: [{ memberId: id, amount: fen(1300), chosenMonths }] }),
    ).rejects.toMatchObject({ code: 'MORE_THAN_OPEN', data: { month: '2026-01' } })
  })
})

describe('a refund', () => {
  it('gives back what was paid ahead and no more', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200])
    await branch.payments.record({ ...cash, memberIds: [id], amount: fen(2000) })
    const refund = { ...cash, memberId: id, note: '调出' }
    await expect(branch.payments.refund({ ...refund, amount: fen(801) })).rejects.toMatchObject({
      code: 'MORE_THAN_CREDIT',
    })
    const { batchId } = await branch.payments.refund({ ...refund, amount: fen(800) })
    expect(branch.allocation(id)).toMatchObject({ credit: 0, balance: 0 })
    expect((await branch.batches.get({ id: batchId })).kind).toBe('refund')
    await branch.batches.undo({ id: batchId })
    expect(branch.allocation(id)).toMatchObject({ credit: 800 })
  })

  it('stands in the way of taking its payment back', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    const { batchId } = await branch.payments.record({ ...cash, memberIds: [id], amount: fen(2000) })
    await branch.payments.refund({ ...cash, memberId: id, amount: fen(500), note: '调出' })
    const entryId = lineOf(branch, id, 'payment')
    await expect(branch.payments.reverse({ entryId, note: '错' })).rejects.toMatchObject({ code: 'PAYMENT_REFUNDED' })
    expect(await branch.batches.undo({ id: batchId })).toMatchObject({ undone: 0, kept: { total: 1 } })
    await branch.payments.reverse({ entryId: lineOf(branch, id, 'refund'), note: '未退' })
    await branch.payments.reverse({ entryId, note: '错' })
    expect(branch.allocation(id)).toMatchObject({ balance: 0, credit: 0, overRefunded: 0 })
  })
})

describe('a waiver', () => {
  it('lowers open months by decision, and is undone as a whole', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200, 1200])
    await branch.payments.record({ ...cash, memberIds: [id], amount: fen(500) })
    const months = [
      { month: monthAt(0), amount: fen(700) },
      { month: monthAt(1), amount: fen(200) },
    ]
    const { batchId } = await branch.payments.waive({ memberId: id, months, note: '困难，第 3 次会议' })
    expect(branch.allocation(id)).toMatchObject({ owed: 1000, since: '2026-02' })
    await expect(
      branch.payments.waive({ memberId: id, months: [{ month: monthAt(0), amount: fen(1) }], note: '再免' }),
    ).rejects.toMatchObject({ code: 'MORE_THAN_OPEN', data: { month: '2026-01' } })
    await branch.batches.undo({ id: batchId })
    expect(branch.allocation(id)).toMatchObject({ owed: 1900 })
  })

  it('is taken back together with the charge that it lowered', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200])
    await branch.payments.waive({ memberId: id, months: [{ month: monthAt(0), amount: fen(1200) }], note: '困难' })
    await branch.payments.reverse({ entryId: lineOf(branch, id, 'charge'), note: '错' })
    expect(branch.allocation(id)).toMatchObject({ balance: 0, overWaived: 0, credit: 0 })
  })
})

describe('a line of a closed month', () => {
  it('is taken back in the books of today, and a waiver of it counts today', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    branch.charge(id, [1200, 1200])
    await branch.payments.record({ ...cash, memberIds: [id], amount: fen(1200) })
    for (const month of ['2026-01', '2026-02', '2026-05']) close(branch.db, month)
    await branch.payments.reverse({ entryId: lineOf(branch, id, 'payment'), note: '退票' })
    await branch.payments.waive({ memberId: id, months: [{ month: monthAt(1), amount: fen(100) }], note: '困难' })
    const [, , paid, reversed, waived] = duesEntryQueries(branch.db).ledger(id)
    expect(paid).toMatchObject({ bookedOn: null })
    expect(reversed).toMatchObject({ kind: 'reversal', paidOn: payday, bookedOn: today })
    expect(waived).toMatchObject({ kind: 'waiver', month: '2026-02', bookedOn: today })
  })
})

describe('a ledger carried to another member', () => {
  it('keeps chosen months, refunds and waivers, and comes back when the merge is undone', async () => {
    using branch = openDues()
    const [into, from] = [branch.addMember('钱一'), branch.addMember('钱乙')]
    branch.charge(into, [1000])
    branch.charge(from, [1000, 1000, 1000])
    await branch.payments.recordEach({
      ...cash,
      payers: [{ memberId: from, amount: fen(1000), chosenMonths: [{ month: monthAt(2), amount: fen(1000) }] }],
    })
    await branch.payments.waive({ memberId: from, months: [{ month: monthAt(0), amount: fen(400) }], note: '困难' })
    await branch.payments.waive({ memberId: from, months: [{ month: monthAt(1), amount: fen(300) }], note: '困难' })
    const before = branch.allocation(from)
    const { batchId } = await branch.duplicates.merge({ into, from, take: [] })
    expect(branch.allocation(into).months).toMatchObject([
      { month: '2026-01', charged: 1000, waived: 400, open: 600 },
      { month: '2026-02', charged: 1000, waived: 300, open: 700 },
      { month: '2026-03', charged: 1000, paid: 1000, open: 0 },
    ])
    expect(branch.allocation(from)).toEqual(allocate([]))
    await branch.batches.undo({ id: batchId })
    expect(branch.allocation(into)).toMatchObject({ owed: 1000, openMonths: 1 })
    const after = branch.allocation(from)
    expect(after).toMatchObject({ balance: before.balance, owed: before.owed, since: before.since })
    expect(after.months.map(({ month, open }) => [month, open])).toEqual(
      before.months.map(({ month, open }) => [month, open]),
    )
  })
})

describe('the list of payments', () => {
  it('sums up what was received and refunded, without what was taken back, by day, method and name', async () => {
    using branch = openDues()
    const [first, second] = [branch.addMember('钱一'), branch.addMember('孙二')]
    await branch.payments.record({ ...cash, memberIds: [first, second], amount: fen(1000) })
    await branch.payments.record({ ...cash, memberIds: [first], amount: fen(300), method: 'wechat' })
    await branch.payments.record({ ...cash, memberIds: [first], amount: fen(50), paidOn: addDays(payday, 1) })
    await branch.payments.reverse({ entryId: lineOf(branch, first, 'payment'), note: '重复' })
    await branch.payments.refund({ ...cash, memberId: second, amount: fen(400), note: '调出' })
    const all = { from: payday, until: addDays(payday, 1), method: null, collector: null, search: '' }
    const list = await branch.payments.list({ ...all, ...page })
    expect(list).toMatchObject({
      total: 5,
      received: { payments: 3, amount: 2300 },
      refunded: { payments: 1, amount: 400 },
    })
    expect(list.rows.map(({ amount, isReversed }) => [amount, isReversed])).toEqual([
      [50, true],
      [-400, false],
      [300, false],
      [1000, false],
      [1000, false],
    ])
    const wechat = await branch.payments.list({ ...all, method: 'wechat', ...page })
    expect(wechat).toMatchObject({ total: 1, received: { amount: 300 } })
    expect(await branch.payments.list({ ...all, search: 'sun', ...page })).toMatchObject({
      total: 2,
      received: { payments: 1, amount: 1000 },
      refunded: { payments: 1, amount: 400 },
    })
    expect((await branch.payments.list({ ...all, from: addDays(payday, 1), ...page })).total).toBe(1)
  })

  it('is saved as a sheet whose sum is a formula, and that is logged', async () => {
    using branch = openDues()
    const id = branch.addMember('钱一')
    await branch.payments.record({ ...cash, memberIds: [id], amount: fen(1050) })
    await branch.payments.refund({ ...cash, memberId: id, amount: fen(50), note: '调出' })
    branch.host.savePath = path.join(branch.folder, '收款')
    const all = { from: payday, until: payday, method: null, collector: null, search: '', language: 'zh-CN' as const }
    const events = []
    for await (const event of await branch.payments.exportList(all)) events.push(event)
    expect(events.at(-1)).toEqual({ kind: 'result', result: { fileName: '收款.xlsx', rows: 2 } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path.join(branch.folder, '收款.xlsx'))
    const sheet = workbook.worksheets[0]
    const sum = sheet?.getRow(7).getCell(6)
    expect(sum?.formula).toBe('SUBTOTAL(9,F5:F6)')
    expect(sum?.result).toBe(10)
    expect(accessQueries(branch.db).events.all(page)).toMatchObject([
      { kind: 'export', subject: '收款.xlsx', count: 2 },
    ])
  })
})

describe('any order of acts', () => {
  const months = fc.integer({ min: 0, max: 3 })
  const amounts = fc.integer({ min: 1, max: 40 })
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom('charge', 'charge', 'pay', 'pay', 'choose', 'refund', 'waive', 'reverse', 'undo'),
      month: months,
      amount: amounts,
      which: fc.nat(),
    }),
    { maxLength: 14 },
  )

  it('leaves the balance of the ledger as the replay has it, and credit never beside an open month', async () => {
    using branch = openDues()
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const id = branch.addMember('钱一')
        const written = []
        for (const { act, month, amount, which } of list) {
          const chosen = { month: monthAt(month), amount: fen(amount) }
          const { entries } = await branch.payments.ledger({ memberId: id })
          const entryId = entries[which % Math.max(1, entries.length)]?.id
          const batch = written[which % Math.max(1, written.length)]
          const before = branch.allocation(id)
          try {
            if (act === 'charge') written.push(chargeOnce(branch, id, chosen.month, amount))
            if (act === 'pay') {
              written.push((await branch.payments.record({ ...cash, memberIds: [id], amount: chosen.amount })).batchId)
            }
            if (act === 'choose') {
              const payers = [{ memberId: id, amount: chosen.amount, chosenMonths: [chosen] }]
              written.push((await branch.payments.recordEach({ ...cash, payers })).batchId)
            }
            if (act === 'refund') {
              const refund = { ...cash, memberId: id, amount: chosen.amount, note: '退' }
              written.push((await branch.payments.refund(refund)).batchId)
            }
            if (act === 'waive') {
              written.push((await branch.payments.waive({ memberId: id, months: [chosen], note: '免' })).batchId)
            }
            if (act === 'reverse' && entryId !== undefined) await branch.payments.reverse({ entryId, note: '错' })
            if (act === 'undo' && batch !== undefined) await branch.batches.undo({ id: batch })
          } catch (error) {
            // Refused acts leave all as it was.
            expect(error).toHaveProperty('defined', true)
            expect(branch.allocation(id)).toEqual(before)
          }
          const after = branch.allocation(id)
          expect((await branch.payments.ledger({ memberId: id })).balance).toBe(after.balance)
          expect(after.balance).toBe(after.owed - after.credit)
          expect(Math.min(after.owed, after.credit)).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

function chargeOnce(branch: Dues, memberId: MemberId, month: Month, amount: number) {
  return branch.db.writeBatch({ kind: 'charge', title: month }, (batchId) => {
    duesEntryQueries(branch.db).insertEntry(newEntry({ memberId, kind: 'charge', amount: fen(amount), month, batchId }))
    return { count: 1, result: null }
  }).batchId
}
