import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { duesRule, member, membershipEvent } from '../../db/schema'
import { undoBatch } from '../../db/undo'
import { dues } from '../../electron/backend/dues'
import { reverseBatch } from '../../electron/backend/dues/payments/reverse-batch'
import { daySchema, monthSchema, now } from '../../shared/model/date'
import { duesRuleIdSchema, memberIdSchema, membershipEventIdSchema, newId, type MemberId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { fenSchema } from '../../shared/model/money'
import { flat, halfPercent, simpleRule } from '../fixtures/dues-rule'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const april = monthSchema.parse('2026-04')
const may = monthSchema.parse('2026-05')
const june = monthSchema.parse('2026-06')
const fen = (amount: number) => fenSchema.parse(amount)
const payday = daySchema.parse('2026-05-20')

function openDues() {
  const branch = openTestBranch()
  const { db } = branch
  return {
    db,
    client: createRouterClient(dues, { context: { session: { db }, host: testHost().client } }),
    addMember: (name: string, wage: number | null = 400_000, event?: MembershipEventType) =>
      db.write(() => insertMember(db, { name, wage: wage === null ? null : fen(wage) }, event)),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

function addEvent(db: BranchDatabase, memberId: MemberId, type: MembershipEventType, date: string) {
  db.write(() =>
    db.orm
      .insert(membershipEvent)
      .values({ id: newId(membershipEventIdSchema), memberId, type, date, recordedAt: now() })
      .run(),
  )
}

const page = { offset: 0, limit: 100 }
const payment = { amount: null, paidOn: payday, method: 'payroll' as const, note: null }

describe('dues rules', () => {
  it('hold from their month on; of two begun together the later recorded counts', async () => {
    using branch = openDues()
    const { client } = branch
    await client.rules.add(simpleRule(flat(500), april, { decision: '第一次' }))
    const { rule: corrected } = await client.rules.add(simpleRule(halfPercent, april, { decision: '更正' }))
    expect((await client.charges.month({ month: may })).rule).toEqual(corrected)
    expect((await client.charges.month({ month: monthSchema.parse('2026-03') })).rule).toBeNull()
    expect((await client.rules.list()).map((rule) => rule.decision)).toEqual(['更正', '第一次'])
  })

  it('end the month before one that follows, which its undo takes back', async () => {
    using branch = openDues()
    const { client, db } = branch
    await client.rules.add(simpleRule(flat(500), april))
    const { batchId } = await client.rules.add(simpleRule(flat(800), june))
    expect((await client.rules.list()).map((rule) => rule.validUntil)).toEqual([null, may])
    await undoBatch(db, batchId)
    expect((await client.rules.list()).map((rule) => rule.validUntil)).toEqual([null])
  })

  it('are refused where another holds already, with nothing written', async () => {
    using branch = openDues()
    const { client } = branch
    await client.rules.add(simpleRule(flat(500), may, { validUntil: june }))
    for (const refused of [
      simpleRule(flat(800), april),
      simpleRule(flat(800), may),
      simpleRule(flat(800), june, { validUntil: june }),
      simpleRule(flat(800), april, { validUntil: may }),
    ]) {
      await expect(client.rules.add(refused)).rejects.toMatchObject({ code: 'DUES_RULE_OVERLAPS', data: { from: may } })
    }
    expect(await client.rules.list()).toHaveLength(1)
    await client.rules.add(simpleRule(flat(800), april, { validUntil: april }))
    await client.rules.add(simpleRule(flat(800), '2026-07'))
  })

  it('recorded before they told classes apart charge as they did', async () => {
    using branch = openDues()
    const { client, db, addMember } = branch
    addMember('钱一', 345_678)
    const earlier = [
      ['2026-04', { kind: 'rate', rate: 50, baseStep: 1000, roundingUnit: 10 }],
      ['2026-05', { kind: 'flat', amount: 500 }],
    ] as const
    db.write(() => {
      for (const [validFrom, formula] of earlier) {
        db.orm
          .insert(duesRule)
          .values({ id: newId(duesRuleIdSchema), formula: JSON.stringify(formula), validFrom })
          .run()
      }
    })
    expect((await client.charges.month({ month: april })).toCharge).toEqual({ members: 1, amount: 1730 })
    expect((await client.charges.month({ month: may })).toCharge).toEqual({ members: 1, amount: 500 })
  })

  it('are needed to charge', async () => {
    using branch = openDues()
    branch.addMember('钱一')
    await expect(branch.client.charges.run({ month: may })).rejects.toMatchObject({ code: 'NO_DUES_RULE' })
    expect(await branch.client.charges.preview({ month: may, exemption: null, ...page })).toEqual({
      total: 0,
      rows: [],
    })
  })
})

describe('charging a month', () => {
  it('charges every present member once, each by their wage', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    addMember('钱一', 345_678)
    addMember('孙二', 500_000)
    await client.rules.add(simpleRule(halfPercent, april))
    const before = await client.charges.month({ month: may })
    expect(before.toCharge).toEqual({ members: 2, amount: 1725 + 2500 })
    expect(await client.charges.run({ month: may })).toMatchObject({ members: 2, amount: 1725 + 2500 })
    const after = await client.charges.month({ month: may })
    expect(after).toMatchObject({
      charged: { members: 2, amount: 4225 },
      toCharge: { members: 0, amount: 0 },
      exempt: [{ exemption: 'alreadyCharged', members: 2 }],
    })
    await expect(client.charges.run({ month: may })).rejects.toMatchObject({ code: 'NOTHING_TO_CHARGE' })
  })

  it('charges who came later in a second run', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    addMember('钱一')
    await client.rules.add(simpleRule(halfPercent, april))
    await client.charges.run({ month: may })
    addMember('孙二')
    expect(await client.charges.run({ month: may })).toMatchObject({ members: 1 })
  })

  it('leaves out the kept, the absent and those without a wage, and lists each with the reason', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    addMember('在一')
    addMember('留二', 400_000, 'keeping')
    addMember('走三', 400_000, 'transferOut')
    addMember('无四', null)
    addMember('少五', 900)
    await client.rules.add(simpleRule(halfPercent, april))
    expect((await client.charges.month({ month: may })).exempt).toEqual([
      { exemption: 'notActive', members: 1 },
      { exemption: 'kept', members: 1 },
      { exemption: 'noWage', members: 2 },
    ])
    const noWage = await client.charges.preview({ month: may, exemption: 'noWage', ...page })
    expect(noWage.total).toBe(2)
    expect(noWage.rows.map((row) => row.name)).toEqual(['少五', '无四'])
    const due = await client.charges.preview({ month: may, exemption: null, ...page })
    expect(due.rows).toMatchObject([{ name: '在一', amount: 2000, exemption: null }])
  })

  it('charges everybody alike by a flat rule, wage or not', async () => {
    using branch = openDues()
    branch.addMember('无四', null)
    await branch.client.rules.add(simpleRule(flat(1000), april))
    expect(await branch.client.charges.run({ month: may })).toMatchObject({ members: 1, amount: 1000 })
  })

  it('goes by the standing at the end of that month, whatever was recorded since', async () => {
    using branch = openDues()
    const { client, db, addMember } = branch
    const left = addMember('走三')
    addEvent(db, left, 'transferOut', '2026-05-31')
    const joined = db.write(() => insertMember(db, { name: '来六', wage: fen(400_000) }, 'admission'))
    addEvent(db, joined, 'keeping', '2026-06')
    const future = addMember('早七', 400_000)
    addEvent(db, future, 'death', '2027')
    await client.rules.add(simpleRule(halfPercent, april))
    const names = async (month: typeof may) =>
      (await client.charges.preview({ month, exemption: null, ...page })).rows.map((row) => row.name).sort()
    expect(await names(april)).toEqual(['来六', '走三', '早七'].sort())
    expect(await names(may)).toEqual(['来六', '早七'].sort())
    expect(await names(june)).toEqual(['早七'])
  })

  it('does not charge a month before somebody was admitted', async () => {
    using branch = openDues()
    const { client, db } = branch
    const id = newId(memberIdSchema)
    db.write(() => db.orm.insert(member).values({ id, name: '来六' }).run())
    addEvent(db, id, 'admission', '2026-05-17')
    await client.rules.add(simpleRule(flat(1000), april))
    expect((await client.charges.month({ month: april })).exempt).toEqual([{ exemption: 'notActive', members: 1 }])
    expect((await client.charges.month({ month: may })).toCharge).toEqual({ members: 1, amount: 1000 })
  })
})

describe('payments', () => {
  it('pay all that is owed, for many members in one batch, and pass over who owes nothing', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const first = addMember('钱一')
    const second = addMember('孙二')
    await client.rules.add(simpleRule(halfPercent, april))
    await client.charges.run({ month: april })
    await client.charges.run({ month: may })
    const third = addMember('李三')
    const paid = await client.payments.record({ ...payment, memberIds: [first, second, third, first] })
    expect(paid).toMatchObject({ members: 2, amount: 8000 })
    expect((await client.charges.month({ month: may })).received).toEqual({ payments: 2, amount: 8000 })
    expect((await client.charges.month({ month: april })).received).toEqual({ payments: 0, amount: 0 })
    expect(await client.arrears.debtors({ search: '', ...page })).toEqual({ total: 0, owed: 0, rows: [] })
    await expect(client.payments.record({ ...payment, memberIds: [first] })).rejects.toMatchObject({
      code: 'NOTHING_OWED',
    })
  })

  it('cover the oldest months first, and more than is owed stays as credit', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const id = addMember('钱一')
    await client.rules.add(simpleRule(halfPercent, april))
    for (const month of [april, may]) await client.charges.run({ month })
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(2500), method: 'cash' })
    expect((await client.arrears.debtors({ search: '', ...page })).rows).toMatchObject([
      { owed: 1500, since: may, months: 1 },
    ])
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(5000), method: 'cash' })
    expect((await client.payments.ledger({ memberId: id })).balance).toBe(-3500)
    await client.charges.run({ month: june })
    expect((await client.payments.ledger({ memberId: id })).entries.map((entry) => entry.balance)).toEqual([
      2000, 4000, 1500, -3500, -1500,
    ])
  })

  it('of somebody unknown are refused with nothing written', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const id = addMember('钱一')
    const stranger = newId(memberIdSchema)
    await expect(
      client.payments.record({ ...payment, memberIds: [id, stranger], amount: fen(100) }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await client.payments.ledger({ memberId: id })).entries).toEqual([])
  })
})

describe('who owes', () => {
  it('is listed with the largest debt first, found by name and pinyin, with the sum of all found', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    addMember('张伟', 300_000)
    addMember('张敏', 500_000)
    addMember('李四', 400_000)
    await client.rules.add(simpleRule(halfPercent, april))
    await client.charges.run({ month: may })
    const all = await client.arrears.debtors({ search: '', ...page })
    expect(all).toMatchObject({ total: 3, owed: 6000 })
    expect(all.rows.map((row) => row.name)).toEqual(['张敏', '李四', '张伟'])
    const zhang = await client.arrears.debtors({ search: 'zhang', ...page })
    expect(zhang).toMatchObject({ total: 2, owed: 4000 })
    expect((await client.arrears.debtors({ search: '', offset: 1, limit: 1 })).rows.map((row) => row.name)).toEqual([
      '李四',
    ])
  })
})

describe('reversal', () => {
  it('takes a charge back by its opposite, once, after which the month can be charged again', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const id = addMember('钱一')
    await client.rules.add(simpleRule(halfPercent, april))
    await client.charges.run({ month: may })
    const [charge] = (await client.payments.ledger({ memberId: id })).entries
    if (charge === undefined) throw new Error('no charge')
    await client.payments.reverse({ entryId: charge.id, note: '工资有误' })
    expect(await client.payments.ledger({ memberId: id })).toMatchObject({
      balance: 0,
      entries: [
        { kind: 'charge', amount: 2000 },
        { kind: 'reversal', amount: -2000, month: may, note: '工资有误' },
      ],
    })
    await expect(client.payments.reverse({ entryId: charge.id, note: '再来' })).rejects.toMatchObject({
      code: 'ALREADY_REVERSED',
    })
    expect(await client.charges.run({ month: may })).toMatchObject({ members: 1 })
    expect((await client.charges.month({ month: may })).charged).toEqual({ members: 1, amount: 2000 })
  })

  it('takes a payment off what the month received, and is not reversed itself', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const id = addMember('钱一')
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(700) })
    const [paid] = (await client.payments.ledger({ memberId: id })).entries
    if (paid === undefined) throw new Error('no payment')
    await client.payments.reverse({ entryId: paid.id, note: '重复收款' })
    expect((await client.charges.month({ month: may })).received).toEqual({ payments: 0, amount: 0 })
    const [, reversal] = (await client.payments.ledger({ memberId: id })).entries
    if (reversal === undefined) throw new Error('no reversal')
    await expect(client.payments.reverse({ entryId: reversal.id, note: '再来' })).rejects.toMatchObject({
      code: 'ALREADY_REVERSED',
    })
  })

  it('undoes a whole batch line by line and keeps what was reversed before', async () => {
    using branch = openDues()
    const { client, db, addMember } = branch
    const id = addMember('钱一')
    addMember('孙二')
    await client.rules.add(simpleRule(halfPercent, april))
    const { batchId } = await client.charges.run({ month: may })
    const [charge] = (await client.payments.ledger({ memberId: id })).entries
    if (charge === undefined) throw new Error('no charge')
    await client.payments.reverse({ entryId: charge.id, note: '工资有误' })
    expect(await reverseBatch(db, batchId)).toMatchObject({
      undone: 1,
      kept: [{ memberId: id, reason: 'reversed' }],
    })
    expect(await client.arrears.debtors({ search: '', ...page })).toMatchObject({ total: 0, owed: 0 })
    expect((await client.charges.month({ month: may })).charged).toEqual({ members: 0, amount: 0 })
  })
})
