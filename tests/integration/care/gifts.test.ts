import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { accessEvent, monthClosing } from '../../../db/schema'
import { batches } from '../../../electron/backend/batches'
import { care } from '../../../electron/backend/care'
import { funds } from '../../../electron/backend/funds'
import { openSensitive, setSensitivePassphrase } from '../../../electron/backend/access/sensitive'
import { members } from '../../../electron/backend/members'
import type { GiftBooking } from '../../../shared/contract/care/gifts'
import type { CareGiftInput } from '../../../shared/model/care-gift'
import { daySchema, monthSchema, now, partialDateSchema } from '../../../shared/model/date'
import { monthClosingIdSchema, newId, type BatchId, type CareGiftId, type MemberId } from '../../../shared/model/id'
import type { MemberFields } from '../../../shared/model/member'
import { fenSchema } from '../../../shared/model/money'
import { dayOf } from '../../../shared/rules/date'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { insertFundLine } from '../../fixtures/fund-lines'
import { testHost } from '../../fixtures/host'

const day = (text: string) => daySchema.parse(text)
const fen = (amount: number) => fenSchema.parse(amount)
const page = { offset: 0, limit: 100 }
const year = '2025'

function openCare() {
  const branch = openTestBranch()
  const { db } = branch
  const host = testHost()
  const context = { context: { session: { db }, host: host.client } }
  return {
    [Symbol.dispose]: () => branch[Symbol.dispose](),
    db,
    host,
    gifts: createRouterClient(care, context).gifts,
    funds: createRouterClient(funds, context),
    batches: createRouterClient(batches, context),
    members: createRouterClient(members, context),
    addMember: (fields: Partial<MemberFields> & Pick<MemberFields, 'name'>, event?: 'keeping') =>
      db.write(() => insertMember(db, fields, event)),
  }
}

const gift = (memberId: MemberId, changes: Partial<CareGiftInput> = {}): CareGiftInput => ({
  memberId,
  kind: 'birthday',
  occasion: '2025年3月生日',
  on: day('2025-03-08'),
  form: 'cakeVoucher',
  amount: fen(20_000),
  goods: null,
  hardshipFileId: null,
  aidKind: null,
  decision: null,
  overLimitReason: null,
  note: null,
  paidBy: null,
  ...changes,
})

const booking: GiftBooking = {
  account: 'funds',
  on: day('2025-03-31'),
  category: '职工活动支出',
  subcategory: '会员活动',
  summary: '三月生日蛋糕券',
  counterpart: '云溪蛋糕店',
  invoice: null,
}

async function limitBirthdays({ funds: client }: ReturnType<typeof openCare>, amount: number) {
  await client.limits.save({
    id: null,
    limit: {
      region: '本会',
      item: 'birthday',
      amount: fen(amount),
      per: 'year',
      validFrom: day('2025-01-01'),
      validUntil: null,
      source: null,
      note: null,
    },
  })
}

const add = (branch: ReturnType<typeof openCare>, gifts: CareGiftInput[], booked: GiftBooking | null = null) =>
  branch.gifts.add({ title: '慰问', gifts, booking: booked })

describe('the register of gifts', () => {
  it('tells what each was given, narrowed by kind, month, department, and by what is still to do', async () => {
    using branch = openCare()
    const qian = branch.addMember({ name: '钱一', department: '一车间' })
    const sun = branch.addMember({ name: '孙二', department: '二车间' })
    await add(branch, [gift(qian), gift(sun)], booking)
    await add(branch, [gift(sun, { kind: 'marriage', on: day('2025-05-02'), form: 'cash', amount: fen(50_000) })])
    await add(branch, [gift(qian, { on: day('2024-03-08') })])
    const all = await branch.gifts.list({ year, ...page })
    expect(all).toMatchObject({ total: 3, amount: 90_000, members: 2, unsigned: 3, unbooked: 1 })
    expect(all.rows.map(({ name, kind, voucherNumber }) => [name, kind, voucherNumber])).toEqual([
      ['孙二', 'marriage', null],
      expect.arrayContaining(['birthday', 1]),
      expect.arrayContaining(['birthday', 1]),
    ])
    const found = async (filter: object) => (await branch.gifts.list({ year, ...filter, ...page })).rows.length
    expect(await found({ kind: 'birthday' })).toBe(2)
    expect(await found({ month: monthSchema.parse('2025-05') })).toBe(1)
    expect(await found({ department: '一车间' })).toBe(1)
    expect(await found({ isUnbooked: true })).toBe(1)
    expect(await found({ search: '钱' })).toBe(1)
    const { batchId } = await branch.gifts.sign({
      ids: await branch.gifts.ids({ year, kind: 'birthday' }),
      signedOn: day('2025-03-09'),
      receivedBy: null,
    })
    expect(await found({ isUnsigned: true })).toBe(1)
    await branch.batches.undo({ id: batchId })
    expect(await found({ isUnsigned: true })).toBe(3)
    expect(await branch.gifts.years()).toEqual(expect.arrayContaining(['2025', '2024']))
  })

  it('holds back the words of what befell somebody until sensitive data are open, and logs who looked', async () => {
    using branch = openCare()
    const { db } = branch
    const memberId = branch.addMember({ name: '钱一' })
    await add(branch, [gift(memberId, { kind: 'hospital', form: 'cash', occasion: '阑尾手术', note: '住三号楼' })])
    const [id] = await branch.gifts.ids({ year })
    if (id === undefined) expect.fail()
    const closed = { isHidden: true, occasion: null, note: null }
    expect((await branch.gifts.list({ year, ...page })).rows).toMatchObject([closed])
    expect(await branch.gifts.get({ id })).toMatchObject(closed)
    // What cannot be seen stays when the rest is changed.
    await branch.gifts.change({
      id,
      gift: gift(memberId, { kind: 'hospital', form: 'cash', occasion: null, note: null, amount: fen(30_000) }),
    })
    await setSensitivePassphrase(db, '另一条-很长的-密码-1953')
    await openSensitive(db, '另一条-很长的-密码-1953', '核对')
    expect(await branch.gifts.get({ id })).toMatchObject({
      isHidden: false,
      occasion: '阑尾手术',
      note: '住三号楼',
      amount: 30_000,
    })
    expect(db.orm.select().from(accessEvent).all()).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'sensitiveView', subject: 'careGift' })]),
    )
    const history = await branch.members.history({ id: memberId })
    expect(JSON.stringify(history)).not.toContain('阑尾')
  })

  it('asks for a reason above a limit or in a form that is not allowed, and never refuses with one', async () => {
    using branch = openCare()
    await limitBirthdays(branch, 30_000)
    const memberId = branch.addMember({ name: '钱一' })
    await add(branch, [gift(memberId)])
    const more = gift(memberId, { on: day('2025-09-01') })
    await expect(add(branch, [more])).rejects.toMatchObject({ code: 'REASON_MISSING' })
    await expect(add(branch, [gift(memberId, { amount: fen(100), form: 'cash' })])).rejects.toMatchObject({
      code: 'REASON_MISSING',
    })
    await expect(add(branch, [gift(memberId, { amount: fen(100), form: 'shoppingCard' })])).rejects.toMatchObject({
      code: 'REASON_MISSING',
    })
    await add(branch, [{ ...more, overLimitReason: '整十岁生日，委员会同意' }])
    // The reason is kept where a limit is passed only.
    const sun = branch.addMember({ name: '孙二' })
    await add(branch, [gift(sun, { overLimitReason: '整十岁生日，委员会同意' })])
    expect((await branch.gifts.ofMember({ memberId: sun })).map((one) => one.overLimitReason)).toEqual([null])
    expect((await branch.gifts.ofMember({ memberId })).map((one) => one.overLimitReason)).toEqual([
      '整十岁生日，委员会同意',
      null,
    ])
    // What others pay counts against no limit.
    await add(branch, [gift(memberId, { paidBy: '上级工会', amount: fen(90_000) })])
    const [total] = await branch.funds.limits.ofMember({ memberId, year })
    expect(total).toMatchObject({ item: 'birthday', given: 40_000, over: 10_000, entries: 2 })
  })

  it('refuses what makes no sense and writes nothing of it', async () => {
    using branch = openCare()
    const memberId = branch.addMember({ name: '钱一' })
    const wrong = gift(memberId, { aidKind: 'medical' })
    await expect(add(branch, [gift(memberId), wrong])).rejects.toMatchObject({ code: 'GIFT_INVALID' })
    await expect(add(branch, [gift(memberId)], { ...booking, category: '没有的科目' })).rejects.toMatchObject({
      code: 'FUND_ENTRY_INVALID',
    })
    expect((await branch.gifts.list({ year, ...page })).total).toBe(0)
  })
})

describe('booking gifts', () => {
  it('makes one spending with the share of each, and the running total counts each gift once', async () => {
    using branch = openCare()
    const { db } = branch
    await limitBirthdays(branch, 60_000)
    const qian = branch.addMember({ name: '钱一' })
    const sun = branch.addMember({ name: '孙二' })
    // Booked by hand before, without a gift of the register.
    insertFundLine(db, {
      on: '2025-01-20',
      amount: 10_000,
      shares: [{ memberId: qian, item: 'birthday', amount: 10_000 }],
    })
    const { booked } = await add(branch, [gift(qian), gift(sun)], booking)
    if (booked === null) expect.fail()
    const entry = await branch.funds.book.get({ id: booked.entryId })
    expect(entry).toMatchObject({ amount: 40_000, form: 'cakeVoucher', summary: '三月生日蛋糕券' })
    expect(entry.shares).toHaveLength(2)
    const given = async (memberId: MemberId) => (await branch.funds.limits.ofMember({ memberId, year }))[0]?.given
    expect([await given(qian), await given(sun)]).toEqual([30_000, 20_000])
    const behind = await branch.funds.limits.entries({ memberId: qian, item: 'birthday', year })
    expect(behind.map(({ source, amount }) => [source, amount])).toEqual([
      ['gift', 20_000],
      ['entry', 10_000],
    ])
    const check = await branch.funds.limits.check({
      on: day('2025-09-01'),
      activityId: null,
      form: 'goods',
      shares: [{ memberId: qian, item: 'birthday', amount: fen(20_000) }],
    })
    expect(check.states).toMatchObject([{ before: 30_000, after: 50_000, allowed: 60_000, over: 0 }])
  })

  it('is reversed, not deleted, when the act is undone; what was booked can neither change nor go before', async () => {
    using branch = openCare()
    const memberId = branch.addMember({ name: '钱一' })
    const { batchId, booked } = await add(branch, [gift(memberId)], booking)
    const [id] = await branch.gifts.ids({ year })
    if (id === undefined || booked === null) expect.fail()
    await expect(branch.gifts.change({ id, gift: gift(memberId, { amount: fen(1) }) })).rejects.toMatchObject({
      code: 'GIFT_BOOKED',
    })
    await expect(branch.gifts.remove({ ids: [id] })).rejects.toMatchObject({ code: 'GIFT_BOOKED' })
    await branch.gifts.change({ id, gift: gift(memberId, { goods: '八寸蛋糕' }) })
    expect(await branch.batches.undoPreview({ id: batchId })).toMatchObject({
      kept: { rows: [{ reason: 'editedRecord' }] },
    })
    const { batchId: undoId } = await branch.batches.undo({ id: batchId })
    expect((await branch.funds.book.get({ id: booked.entryId })).reversedBy).not.toBeNull()
    expect(await branch.gifts.get({ id })).toMatchObject({ voucherNumber: null, goods: '八寸蛋糕' })
    expect((await branch.funds.book.summary({ account: 'funds', year })).spending).toBe(0)
    await branch.batches.undo({ id: undoId })
    expect((await branch.gifts.list({ year, ...page })).rows).toMatchObject([{ id, voucherNumber: null }])
    const again = await branch.gifts.book({ ids: [id], booking })
    expect(again.booked.voucherNumber).toBe(3)
    await branch.funds.book.reverse({ id: again.booked.entryId, reason: '重复' })
    expect(await branch.gifts.get({ id })).toMatchObject({ voucherNumber: null })
  })

  it('of an earlier act is not undone under a later booking, which is told before', async () => {
    using branch = openCare()
    const memberId = branch.addMember({ name: '钱一' })
    const { batchId } = await add(branch, [gift(memberId)])
    const ids = await branch.gifts.ids({ year })
    const later = await branch.gifts.book({ ids, booking })
    await expect(branch.gifts.book({ ids, booking })).rejects.toMatchObject({ code: 'GIFT_BOOKED' })
    await expect(branch.batches.undoPreview({ id: batchId })).rejects.toMatchObject({
      code: 'GIFT_BOOKED',
      data: { gifts: 1 },
    })
    await expect(branch.batches.undo({ id: batchId })).rejects.toMatchObject({ code: 'GIFT_BOOKED' })
    await branch.batches.undo({ id: later.batchId })
    await branch.batches.undo({ id: batchId })
    expect((await branch.gifts.list({ year, ...page })).total).toBe(0)
  })

  it('is refused in a closed month, and its undo there counts today', async () => {
    using branch = openCare()
    const { db } = branch
    const memberId = branch.addMember({ name: '钱一' })
    const { batchId, booked } = await add(branch, [gift(memberId)], booking)
    if (booked === null) expect.fail()
    db.write(() =>
      db.orm
        .insert(monthClosing)
        .values({
          id: newId(monthClosingIdSchema),
          month: '2025-03',
          act: 'close',
          duesBalance: 0,
          fundsBalance: 0,
          recordedAt: now(),
        })
        .run(),
    )
    await expect(add(branch, [gift(memberId)], booking)).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    await branch.batches.undo({ id: batchId })
    const { reversedBy } = await branch.funds.book.get({ id: booked.entryId })
    if (reversedBy === null) expect.fail()
    expect((await branch.funds.book.get({ id: reversedBy })).on).toBe(dayOf(new Date()))
  })

  it('leaves out what others paid', async () => {
    using branch = openCare()
    const memberId = branch.addMember({ name: '钱一' })
    await add(branch, [gift(memberId)])
    const ids = await branch.gifts.ids({ year })
    await branch.gifts.setPayer({ ids, paidBy: '上级工会' })
    await expect(branch.gifts.book({ ids, booking })).rejects.toMatchObject({ code: 'GIFT_PAID_BY_OTHERS' })
    expect(await branch.funds.limits.ofMember({ memberId, year })).toEqual([])
    await branch.gifts.setPayer({ ids, paidBy: null })
    expect((await branch.gifts.list({ year, isUnbooked: true, ...page })).total).toBe(1)
  })
})

describe('who is due', () => {
  it('are members in good standing whose birthday lies in the month, with those given already and those not known', async () => {
    using branch = openCare()
    const born = (text: string) => ({ birthDate: partialDateSchema.parse(text) })
    const qian = branch.addMember({ name: '钱一', ...born('1990-03-21') })
    branch.addMember({ name: '孙二', ...born('1985-03-02') })
    branch.addMember({ name: '李三', ...born('1980-03') })
    branch.addMember({ name: '周四', ...born('1980-04-01') })
    branch.addMember({ name: '吴五', ...born('1975') })
    branch.addMember({ name: '郑六' })
    branch.addMember({ name: '王七', ...born('1990-03-05') }, 'keeping')
    await add(branch, [gift(qian)])
    const { rows, unknown } = await branch.gifts.birthdays({ month: monthSchema.parse('2025-03') })
    expect(rows.map(({ name, age, given }) => [name, age, given?.amount ?? null])).toEqual([
      ['孙二', 40, null],
      ['钱一', 35, 20_000],
      ['李三', 45, null],
    ])
    expect(unknown.map(({ name }) => name).sort()).toEqual(['吴五', '郑六'])
  })

  it('are those who reach the age of retirement in the year, by post where a woman’s depends on it', async () => {
    using branch = openCare()
    const born = (text: string) => ({ birthDate: partialDateSchema.parse(text) })
    branch.addMember({ name: '钱一', gender: '男', ...born('1965-05-20') })
    branch.addMember({ name: '孙二', gender: '女', ...born('1970-01-15') })
    branch.addMember({ name: '李三', gender: '男', ...born('1990-05-20') })
    const { rows } = await branch.gifts.retirements({ year: '2025' })
    expect(rows.map(({ name, months }) => [name, months])).toEqual([
      ['孙二', [{ group: 'womanCadre', month: '2025-02' }]],
      ['钱一', [{ group: 'man', month: '2025-07' }]],
    ])
  })

  it('are all for a festival, less those who were given something for this one', async () => {
    using branch = openCare()
    const qian = branch.addMember({ name: '钱一' })
    branch.addMember({ name: '孙二' })
    const autumn = { kind: 'otherFestival', form: 'goods', occasion: '2025年中秋节', on: day('2025-10-01') } as const
    await add(branch, [gift(qian, autumn)])
    const { members: count, rows } = await branch.gifts.festivals({ year })
    expect(count).toBe(2)
    expect(rows.filter(({ given }) => given > 0)).toEqual([{ festival: 'midAutumn', on: '2025-10-06', given: 1 }])
    const due = await branch.gifts.festival({ year, festival: 'midAutumn' })
    expect(due.map(({ name, given }) => [name, given === null])).toEqual([
      ['钱一', false],
      ['孙二', true],
    ])
  })

  it('and what was given is told by kind: people, share of those entitled, cost per head', async () => {
    using branch = openCare()
    const birthDate = partialDateSchema.parse('1990-03-21')
    const qian = branch.addMember({ name: '钱一', birthDate })
    branch.addMember({ name: '孙二', birthDate })
    await add(branch, [gift(qian, { amount: fen(20_000) }), gift(qian, { amount: fen(10_001) })])
    expect(await branch.gifts.figures({ year })).toEqual([
      { kind: 'birthday', gifts: 2, people: 1, amount: 30_001, perHead: 30_001, entitled: 2 },
    ])
  })
})

const refusalSchema = z.object({
  code: z.enum(['GIFT_BOOKED', 'GIFT_PAID_BY_OTHERS', 'BATCH_NOT_UNDOABLE', 'ALREADY_REVERSED']),
})

/** What a member counts in the year: gifts of own money once, and shares that stand and pay none of them. */
function expected(db: BranchDatabase): unknown[] {
  const gifts = db.sqlite
    .prepare<
      [],
      { id: string; memberId: string; kind: string; amount: number; entry: string | null; paidBy: string | null }
    >('SELECT id, member_id AS memberId, kind, amount, fund_entry_id AS entry, paid_by AS paidBy FROM care_gift')
    .all()
  const shares = db.sqlite
    .prepare<[], { entry: string; memberId: string; item: string; amount: number; reverses: string | null }>(
      `SELECT fund_entry_id AS entry, member_id AS memberId, item, share.amount, reverses_id AS reverses
      FROM fund_share AS share JOIN fund_entry ON fund_entry.id = fund_entry_id`,
    )
    .all()
  const reversed = new Set(shares.map(({ reverses }) => reverses))
  const sums = new Map<string, number>()
  const count = (key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount)
  for (const { memberId, kind, amount, paidBy } of gifts) if (paidBy === null) count(`${memberId} ${kind}`, amount)
  for (const { entry, memberId, item, amount, reverses } of shares) {
    if (reverses !== null || reversed.has(entry)) continue
    if (gifts.some((one) => one.entry === entry && one.memberId === memberId && one.kind === item)) continue
    count(`${memberId} ${item}`, amount)
  }
  return [...sums].map(([key, sum]) => ({ key, sum })).sort((one, other) => one.key.localeCompare(other.key))
}

it('counts each member and item once under any order of adding, changing, booking, removing, undoing and redoing', async () => {
  const acts = fc.oneof(
    fc.record({
      act: fc.constantFrom('add' as const, 'addBooked' as const),
      which: fc.nat(2),
      amount: fc.integer({ min: 1, max: 50_000 }),
      kind: fc.constantFrom('birthday' as const, 'marriage' as const),
    }),
    fc.record({
      act: fc.constantFrom('change' as const),
      which: fc.nat(9),
      amount: fc.integer({ min: 1, max: 50_000 }),
    }),
    fc.record({
      act: fc.constantFrom('book' as const, 'remove' as const, 'others' as const, 'reverse' as const),
      which: fc.nat(9),
    }),
    fc.record({ act: fc.constantFrom('undo' as const), which: fc.nat(9) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 14 }), async (list) => {
      using branch = openCare()
      const { db } = branch
      const people = ['钱一', '孙二', '李三'].map((name) => branch.addMember({ name }))
      const batchIds: BatchId[] = []
      const at = <Item>(items: readonly Item[], index: number) => items[index % Math.max(items.length, 1)]
      const ids = (): Promise<CareGiftId[]> => branch.gifts.ids({ year })
      for (const one of list) {
        // What is not possible now is refused as a whole and changes nothing.
        const before = expected(db)
        const done = await (async () => {
          if (one.act === 'add' || one.act === 'addBooked') {
            const memberId = at(people, one.which)
            if (memberId === undefined) return null
            const form = one.kind === 'birthday' ? 'cakeVoucher' : 'cash'
            const given = gift(memberId, { kind: one.kind, form, amount: fen(one.amount) })
            return branch.gifts.add({ title: '慰问', gifts: [given], booking: one.act === 'add' ? null : booking })
          }
          if (one.act === 'undo') {
            const id = at(batchIds, one.which)
            return id === undefined ? null : branch.batches.undo({ id })
          }
          const id = at(await ids(), one.which)
          if (id === undefined) return null
          if (one.act === 'remove') return branch.gifts.remove({ ids: [id] })
          if (one.act === 'book') return branch.gifts.book({ ids: [id], booking })
          if (one.act === 'others') return branch.gifts.setPayer({ ids: [id], paidBy: '上级工会' })
          const known = await branch.gifts.get({ id })
          if (one.act === 'change') return branch.gifts.change({ id, gift: { ...known, amount: fen(one.amount) } })
          if (known.fundEntryId === null) return null
          return branch.funds.book.reverse({ id: known.fundEntryId, reason: '错' })
        })().catch((error: unknown) => {
          expect(refusalSchema.safeParse(error).success).toBe(true)
          expect(expected(db)).toEqual(before)
          return null
        })
        if (done !== null) batchIds.push(done.batchId)
        const totals = await branch.funds.limits.totals({ year, ...page })
        const found = totals.rows.map(({ memberId, item, given }) => ({ key: `${memberId} ${item}`, sum: given }))
        expect(found.sort((a, b) => a.key.localeCompare(b.key))).toEqual(expected(db))
        // What the book says a booked gift is, it is.
        const registered = await branch.gifts.list({ year, ...page })
        for (const { memberId, kind, amount, voucherNumber, fundEntryId } of registered.rows) {
          if (voucherNumber === null || fundEntryId === null) continue
          const { shares } = await branch.funds.book.get({ id: fundEntryId })
          expect(shares).toMatchObject([{ memberId, item: kind, amount }])
        }
      }
    }),
    { numRuns: 40, seed: 20_260_308 },
  )
}, 120_000)
