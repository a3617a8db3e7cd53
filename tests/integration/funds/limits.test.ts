import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { activity } from '../../../db/schema'
import { funds } from '../../../electron/backend/funds'
import { undoBatch } from '../../../db/undo'
import { daySchema } from '../../../shared/model/date'
import type { SpendingLimitInput } from '../../../shared/model/fund'
import { activityIdSchema, newId, type FundEntryId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { insertFundLine } from '../../fixtures/fund-lines'
import { testHost } from '../../fixtures/host'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const page = { offset: 0, limit: 100 }
const newYear = day('2025-01-01')

function openLimits() {
  const branch = openTestBranch()
  const { db } = branch
  return {
    db,
    client: createRouterClient(funds, { context: { session: { db }, host: testHost().client } }),
    addMember: (name: string) => db.write(() => insertMember(db, { name })),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const festival: SpendingLimitInput = {
  region: '本会',
  item: 'festival',
  amount: fen(120_000),
  per: 'year',
  validFrom: newYear,
  validUntil: null,
  source: '2025 年第 1 次委员会',
  note: null,
}

describe('limits of a branch', () => {
  it('are taken over from a table, changed by hand, and each act is undone as a whole', async () => {
    using books = openLimits()
    const { db, client } = books
    await client.limits.save({ id: null, limit: festival })
    const { batchId } = await client.limits.adopt({
      table: 'anhui-2018',
      items: ['festival', 'birthday'],
      from: day('2025-07-01'),
    })
    expect(
      (await client.limits.list()).map(({ item, amount, validFrom, validUntil }) => [
        item,
        amount,
        validFrom,
        validUntil,
      ]),
    ).toEqual([
      ['birthday', 30_000, '2025-07-01', null],
      ['festival', 150_000, '2025-07-01', null],
      ['festival', 120_000, '2025-01-01', '2025-06-30'],
    ])
    await undoBatch(db, batchId)
    expect(await client.limits.list()).toMatchObject([{ item: 'festival', amount: 120_000, validUntil: null }])
    await expect(client.limits.adopt({ table: 'nowhere', items: ['festival'], from: newYear })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('do not hold twice at the same time', async () => {
    using books = openLimits()
    const { client } = books
    await client.limits.save({ id: null, limit: festival })
    const [own] = await client.limits.list()
    const later = { ...festival, amount: fen(150_000), validFrom: day('2026-01-01') }
    await expect(client.limits.save({ id: null, limit: later })).rejects.toMatchObject({
      code: 'LIMIT_OVERLAPS',
      data: { region: '本会', validFrom: '2025-01-01' },
    })
    await client.limits.save({ id: own?.id ?? null, limit: { ...festival, validUntil: day('2025-12-31') } })
    await client.limits.save({ id: null, limit: later })
    expect(await client.limits.list()).toHaveLength(2)
    await client.limits.remove({ id: own?.id ?? expect.fail() })
    expect(await client.limits.list()).toMatchObject([{ validFrom: '2026-01-01' }])
  })
})

describe('a spending on members', () => {
  it('is told what it does to each member, those over a limit first, and which form is not allowed', async () => {
    using books = openLimits()
    const { db, client, addMember } = books
    const [qian, sun] = [addMember('钱一'), addMember('孙二')]
    await client.limits.save({ id: null, limit: festival })
    insertFundLine(db, {
      on: '2025-01-20',
      amount: 100_000,
      shares: [{ memberId: sun, item: 'festival', amount: 100_000 }],
    })
    const spending = {
      on: day('2025-09-30'),
      activityId: null,
      form: 'voucher' as const,
      shares: [
        { memberId: qian, item: 'festival' as const, amount: fen(30_000) },
        { memberId: sun, item: 'festival' as const, amount: fen(30_000) },
        { memberId: sun, item: null, amount: fen(900_000) },
      ],
    }
    const found = await client.limits.check(spending)
    expect(found).toMatchObject({ over: 1, forbidden: [], owing: 0 })
    expect(found.states.map(({ name, before, after, over }) => [name, before, after, over])).toEqual([
      ['孙二', 100_000, 130_000, 10_000],
      ['钱一', 0, 30_000, 0],
    ])
    expect((await client.limits.check({ ...spending, form: 'shoppingCard' })).forbidden).toEqual(['festival'])
    // Another year begins anew.
    expect(await client.limits.check({ ...spending, on: day('2026-02-16') })).toMatchObject({ over: 0 })
  })

  it('over several days may come to that many times the limit of a day', async () => {
    using books = openLimits()
    const { db, client, addMember } = books
    const memberId = addMember('钱一')
    await client.limits.adopt({ table: 'quzhou-2021', items: ['recuperation'], from: newYear })
    const activityId = newId(activityIdSchema)
    db.write(() =>
      db.orm
        .insert(activity)
        .values({ id: activityId, title: '疗休养', type: 'health', startsOn: '2025-07-01', endsOn: '2025-07-04' })
        .run(),
    )
    const shares = [{ memberId, item: 'recuperation' as const, amount: fen(240_001) }]
    const { states } = await client.limits.check({ on: day('2025-07-01'), activityId, form: null, shares })
    expect(states.map(({ limit, allowed, over }) => [limit.per, allowed, over])).toEqual([
      ['day', 240_000, 1],
      ['year', 300_000, 0],
    ])
  })

  it('is pointed out to owe dues where the limits are for those who pay on time', async () => {
    using books = openLimits()
    const { client, addMember, db } = books
    const memberId = addMember('钱一')
    await client.limits.adopt({ table: 'cug-beijing-2023', items: ['marriage'], from: newYear })
    const spending = {
      on: day('2025-05-01'),
      activityId: null,
      form: 'goods' as const,
      shares: [{ memberId, item: 'marriage' as const, amount: fen(40_000) }],
    }
    expect((await client.limits.check(spending)).owing).toBe(0)
    db.sqlite.prepare('INSERT OR REPLACE INTO dues_standing (member_id, balance) VALUES (?, 1000)').run(memberId)
    expect((await client.limits.check(spending)).owing).toBe(1)
  })
})

describe('a spending over a limit', () => {
  it('is booked with a reason, which is kept, and never refused for it', async () => {
    using books = openLimits()
    const { client, addMember } = books
    const memberId = addMember('钱一')
    await client.limits.save({ id: null, limit: festival })
    const spending = {
      account: 'funds' as const,
      direction: 'spending' as const,
      on: day('2025-09-30'),
      amount: fen(150_000),
      category: '职工活动支出',
      subcategory: null,
      summary: '中秋慰问',
      counterpart: null,
      activityId: null,
      form: 'goods' as const,
      decision: null,
      invoice: null,
      signOff: null,
      overLimitReason: null,
      note: null,
      shares: [{ memberId, item: 'festival' as const, amount: fen(150_000) }],
      attachments: [],
    }
    await expect(client.book.add(spending)).rejects.toMatchObject({ code: 'REASON_MISSING' })
    const { id } = await client.book.add({ ...spending, overLimitReason: '委员会决定' })
    expect(await client.book.get({ id })).toMatchObject({ overLimitReason: '委员会决定' })
    const card = { ...spending, amount: fen(1), form: 'shoppingCard' as const, on: day('2026-01-01') }
    const shares = [{ memberId, item: 'birthday' as const, amount: fen(1) }]
    await expect(client.book.add({ ...card, shares })).rejects.toMatchObject({ code: 'REASON_MISSING' })
    await client.book.add({ ...card, shares, overLimitReason: '蛋糕店停业' })
  })
})

describe('running totals', () => {
  it('are by member and item, those over a limit first, and open the entries behind them', async () => {
    using books = openLimits()
    const { db, client, addMember } = books
    const [qian, sun] = [addMember('钱一'), addMember('孙二')]
    await client.limits.save({ id: null, limit: festival })
    const give = (on: string, amounts: readonly [number, number]) =>
      insertFundLine(db, {
        on,
        amount: amounts[0] + amounts[1],
        shares: [
          { memberId: qian, item: 'festival', amount: amounts[0] },
          { memberId: sun, item: 'festival', amount: amounts[1] },
        ],
      })
    give('2025-01-20', [50_000, 50_000])
    give('2025-09-30', [50_000, 80_000])
    insertFundLine(db, { on: '2025-05-05', amount: 500, shares: [{ memberId: qian, item: 'birthday', amount: 500 }] })
    give('2024-09-30', [90_000, 90_000])
    const { rows, ...sums } = await client.limits.totals({ year: '2025', ...page })
    expect(sums).toEqual({ total: 3, over: 1, given: 230_500 })
    expect(rows.map(({ name, item, given, entries, left, over }) => [name, item, given, entries, left, over])).toEqual([
      ['孙二', 'festival', 130_000, 2, 0, 10_000],
      ['钱一', 'festival', 100_000, 2, 20_000, 0],
      ['钱一', 'birthday', 500, 1, null, 0],
    ])
    expect((await client.limits.totals({ year: '2025', isOverOnly: true, ...page })).rows).toHaveLength(1)
    expect((await client.limits.totals({ year: '2025', search: '钱', ...page })).total).toBe(2)
    expect(await client.limits.ofMember({ memberId: qian, year: '2025' })).toMatchObject([
      { item: 'festival', given: 100_000 },
      { item: 'birthday', given: 500 },
    ])
    const behind = await client.limits.entries({ memberId: sun, item: 'festival', year: '2025' })
    expect(behind.map(({ on, amount }) => [on, amount])).toEqual([
      ['2025-09-30', 80_000],
      ['2025-01-20', 50_000],
    ])
  })

  it('leave out what was taken back', async () => {
    using books = openLimits()
    const { db, client, addMember } = books
    const memberId = addMember('钱一')
    const shares = [{ memberId, item: 'festival' as const, amount: 50_000 }]
    const entry: FundEntryId = insertFundLine(db, { on: '2025-01-20', amount: 50_000, shares })
    await client.book.reverse({ id: entry, reason: '重复登记' })
    expect(await client.limits.totals({ year: '2025', ...page })).toEqual({ total: 0, over: 0, given: 0, rows: [] })
    expect(
      (await client.limits.check({ on: day('2025-02-01'), activityId: null, form: null, shares: [] })).states,
    ).toEqual([])
  })
})
