import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { duesRule } from '../../db/schema'
import { undoBatch } from '../../db/undo'
import { dues } from '../../electron/backend/dues'
import { reverseBatch } from '../../electron/backend/dues/payments/reverse-batch'
import { daySchema, monthSchema } from '../../shared/model/date'
import { duesRuleIdSchema, memberIdSchema, newId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { fenSchema } from '../../shared/model/money'
import { chargeLists, chargeMonth } from '../fixtures/charges'
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

const page = { offset: 0, limit: 100 }
const payment = { amount: null, paidOn: payday, method: 'payroll' as const, note: null }

describe('dues rules', () => {
  it('hold from their month on; of two begun together the later recorded counts', async () => {
    using branch = openDues()
    const { client } = branch
    await client.rules.add(simpleRule(flat(500), april, { decision: '第一次' }))
    const { rule: corrected } = await client.rules.add(simpleRule(halfPercent, april, { decision: '更正' }))
    expect((await client.charges.preview({ from: may, until: may })).rules).toEqual([corrected])
    const march = monthSchema.parse('2026-03')
    expect(await client.charges.preview({ from: march, until: march })).toMatchObject({
      rules: [],
      withoutRule: [march],
    })
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
    const { db, addMember } = branch
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
    expect(await chargeLists(db, april)).toEqual({ charge: [1, 1, 1730] })
    expect(await chargeLists(db, may)).toEqual({ charge: [1, 1, 500] })
  })
})

describe('payments', () => {
  it('pay all that is owed, for many members in one batch, and pass over who owes nothing', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const first = addMember('钱一')
    const second = addMember('孙二')
    await client.rules.add(simpleRule(halfPercent, april))
    await chargeMonth(branch.db, april)
    await chargeMonth(branch.db, may)
    const third = addMember('李三')
    const paid = await client.payments.record({ ...payment, memberIds: [first, second, third, first] })
    expect(paid).toMatchObject({ members: 2, amount: 8000 })
    expect((await client.charges.preview({ from: may, until: may })).received).toEqual({ payments: 2, amount: 8000 })
    expect((await client.charges.preview({ from: april, until: april })).received).toEqual({ payments: 0, amount: 0 })
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
    for (const month of [april, may]) await chargeMonth(branch.db, month)
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(2500), method: 'cash' })
    expect((await client.arrears.debtors({ search: '', ...page })).rows).toMatchObject([
      { owed: 1500, since: may, months: 1 },
    ])
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(5000), method: 'cash' })
    expect((await client.payments.ledger({ memberId: id })).balance).toBe(-3500)
    await chargeMonth(branch.db, june)
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
    await chargeMonth(branch.db, may)
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
    await chargeMonth(branch.db, may)
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
    expect(await chargeMonth(branch.db, may)).toMatchObject({ members: 1 })
    expect((await client.charges.preview({ from: may, until: may })).charged).toEqual({ members: 1, amount: 2000 })
  })

  it('takes a payment off what the month received, and is not reversed itself', async () => {
    using branch = openDues()
    const { client, addMember } = branch
    const id = addMember('钱一')
    await client.payments.record({ ...payment, memberIds: [id], amount: fen(700) })
    const [paid] = (await client.payments.ledger({ memberId: id })).entries
    if (paid === undefined) throw new Error('no payment')
    await client.payments.reverse({ entryId: paid.id, note: '重复收款' })
    expect((await client.charges.preview({ from: may, until: may })).received).toEqual({ payments: 0, amount: 0 })
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
    const { batchId } = await chargeMonth(branch.db, may)
    const [charge] = (await client.payments.ledger({ memberId: id })).entries
    if (charge === undefined) throw new Error('no charge')
    await client.payments.reverse({ entryId: charge.id, note: '工资有误' })
    expect(await reverseBatch(db, batchId)).toMatchObject({
      undone: 1,
      kept: [{ memberId: id, reason: 'reversed' }],
    })
    expect(await client.arrears.debtors({ search: '', ...page })).toMatchObject({ total: 0, owed: 0 })
    expect((await client.charges.preview({ from: may, until: may })).charged).toEqual({ members: 0, amount: 0 })
  })
})
