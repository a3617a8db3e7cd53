import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { duesBasis, duesExemption, member, membershipEvent, monthClosing } from '../../db/schema'
import { dues } from '../../electron/backend/dues'
import { reverseBatch } from '../../electron/backend/dues/payments/reverse-batch'
import type { ChargeRun } from '../../shared/contract/dues/charges'
import { monthSchema, now } from '../../shared/model/date'
import {
  duesBasisIdSchema,
  duesExemptionIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  monthClosingIdSchema,
  newId,
  type MemberId,
} from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { fenSchema } from '../../shared/model/money'
import { addMonths, dayOf } from '../../shared/rules/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { chargeLists, chargeMonth } from '../fixtures/charges'
import { flat, halfPercent, simpleFormula, simpleRule } from '../fixtures/dues-rule'
import { testHost } from '../fixtures/host'

const month = (text: string) => monthSchema.parse(text)
const [january, march, april, may, june] = [
  month('2026-01'),
  month('2026-03'),
  month('2026-04'),
  month('2026-05'),
  month('2026-06'),
]
const page = { offset: 0, limit: 100 }

function openCharges() {
  const branch = openTestBranch()
  const { db } = branch
  const client = createRouterClient(dues, { context: { session: { db }, host: testHost().client } })
  return {
    db,
    client,
    addMember: (name: string, wage: number | null = 400_000, event?: MembershipEventType) =>
      db.write(() => insertMember(db, { name, wage: wage === null ? null : fenSchema.parse(wage) }, event)),

    addNewMember: (name: string, date: string) => {
      const id = newId(memberIdSchema)
      db.write(() => db.orm.insert(member).values({ id, name, wage: 400_000 }).run())
      addEvent(id, 'admission', date)
      return id
    },

    addEvent,

    addBasis: (memberId: MemberId, validFrom: string, pay: object, memberClass = 'regular', grade?: string) =>
      db.write(() =>
        db.orm
          .insert(duesBasis)
          .values({ id: newId(duesBasisIdSchema), memberId, validFrom, memberClass, grade, pay: JSON.stringify(pay) })
          .run(),
      ),

    addExemption: (memberId: MemberId, from: string, until: string | null, reason: string) =>
      db.write(() =>
        db.orm
          .insert(duesExemption)
          .values({ id: newId(duesExemptionIdSchema), memberId, from, until, reason })
          .run(),
      ),

    names: async (list: 'charge' | 'exempt' | 'noBasis' | 'notMember' | 'back', from: string, until = from) =>
      (await client.charges.people({ from, until, list, ...page })).rows.map(({ name }) => name),

    spans: async (list: 'charge' | 'difference' | 'back' | 'exempt', from: string, until = from) =>
      (await client.charges.people({ from, until, list, ...page })).rows.map(({ spans }) =>
        spans.map((span) => [
          span.from,
          span.until,
          span.charged,
          span.due.kind === 'due' ? span.due.amount : span.due.kind === 'none' ? span.due.why : null,
        ]),
      ),

    run: async (changes: Partial<ChargeRun> & Pick<ChargeRun, 'from' | 'until'>) => {
      for await (const event of await client.charges.run({ back: [], differences: [], expected: null, ...changes })) {
        if (event.kind === 'result') return event.result
      }
      throw new Error('The run had no result')
    },

    lines: async (memberId: MemberId) =>
      (await client.payments.ledger({ memberId })).entries.map((line) => [line.kind, line.month, line.amount]),

    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }

  function addEvent(memberId: MemberId, type: MembershipEventType, date: string) {
    db.write(() =>
      db.orm
        .insert(membershipEvent)
        .values({ id: newId(membershipEventIdSchema), memberId, type, date, recordedAt: now() })
        .run(),
    )
  }
}

describe('charging a month', () => {
  it('needs a rule', async () => {
    using branch = openCharges()
    branch.addMember('钱一')
    await expect(branch.run({ from: may, until: may })).rejects.toMatchObject({ code: 'NO_DUES_RULE' })
    expect(await branch.client.charges.preview({ from: may, until: may })).toMatchObject({
      rules: [],
      withoutRule: [may],
      lists: [],
    })
  })

  it('charges every present member once, each by their wage, and a second run changes nothing', async () => {
    using branch = openCharges()
    const { client, db } = branch
    branch.addMember('钱一', 345_678)
    branch.addMember('孙二', 500_000)
    await client.rules.add(simpleRule(halfPercent, april))
    expect(await chargeLists(db, may)).toEqual({ charge: [2, 2, 4225] })
    expect(await branch.run({ from: may, until: may })).toMatchObject({ members: 2, amount: 4225 })
    expect(await client.charges.preview({ from: may, until: may })).toMatchObject({
      charged: { members: 2, amount: 4225 },
      lists: [{ list: 'charged', members: 2, months: 2, amount: 0 }],
    })
    await expect(branch.run({ from: may, until: may })).rejects.toMatchObject({ code: 'NOTHING_TO_CHARGE' })
    branch.addMember('李三')
    expect(await branch.run({ from: may, until: may })).toMatchObject({ members: 1, amount: 2000 })
  })

  it('leaves out the kept, the absent, the exempted and those without a basis, and lists each with the reason', async () => {
    using branch = openCharges()
    const { client, db } = branch
    branch.addMember('在一')
    branch.addMember('留二', 400_000, 'keeping')
    branch.addMember('走三', 400_000, 'transferOut')
    branch.addMember('无四', null)
    branch.addMember('少五', 900)
    const ill = branch.addMember('病六')
    branch.addExemption(ill, april, may, '长期病休')
    await client.rules.add(simpleRule(halfPercent, april))
    expect(await chargeLists(db, may)).toEqual({
      charge: [1, 1, 2000],
      exempt: [2, 2, 0],
      noBasis: [2, 2, 0],
      notMember: [1, 1, 0],
    })
    expect(await branch.names('charge', may)).toEqual(['在一'])
    expect(await branch.names('noBasis', may)).toEqual(['少五', '无四'])
    const { rows } = await client.charges.people({ from: may, until: may, list: 'exempt', ...page })
    expect(rows.map(({ name, spans }) => [name, spans[0]?.due])).toEqual([
      ['病六', { kind: 'none', why: 'exempted', missing: [], reason: '长期病休' }],
      ['留二', { kind: 'none', why: 'kept', missing: [], reason: null }],
    ])
    expect(await branch.names('charge', june)).toEqual(['病六', '在一'])
  })

  it('goes by the standing of that month, whatever was recorded since', async () => {
    using branch = openCharges()
    const left = branch.addMember('走三')
    branch.addEvent(left, 'transferOut', '2026-05-31')
    const joined = branch.addMember('来六')
    branch.addEvent(joined, 'keeping', '2026-06')
    const future = branch.addMember('早七')
    branch.addEvent(future, 'death', '2027')
    await branch.client.rules.add(simpleRule(halfPercent, april))
    expect((await branch.names('charge', april)).toSorted()).toEqual(['来六', '走三', '早七'].toSorted())
    expect((await branch.names('charge', may)).toSorted()).toEqual(['来六', '早七'].toSorted())
    expect(await branch.names('charge', june)).toEqual(['早七'])
  })

  it('tells amounts beyond what dues usually are', async () => {
    using branch = openCharges()
    branch.addMember('钱一', 400_000)
    branch.addMember('错二', 400_000_000)
    await branch.client.rules.add(simpleRule(halfPercent, april))
    expect(await chargeLists(branch.db, may)).toMatchObject({ unusual: [1, 1, 2_000_000] })
    const { rows } = await branch.client.charges.people({ from: may, until: may, list: 'unusual', ...page })
    expect(rows).toMatchObject([{ name: '错二', spans: [{ isUnusual: true }] }])
  })
})

describe('charging a period', () => {
  it('counts a change of pay from its month on', async () => {
    using branch = openCharges()
    const id = branch.addMember('钱一', null)
    branch.addBasis(id, '2026-01', { total: 300_000 })
    branch.addBasis(id, '2026-03', { total: 400_000 })
    await branch.client.rules.add(simpleRule(halfPercent, january))
    expect(await branch.spans('charge', january, june)).toEqual([
      [
        ['2026-01', '2026-02', null, 1500],
        ['2026-03', '2026-06', null, 2000],
      ],
    ])
    expect(await branch.run({ from: january, until: june })).toMatchObject({ members: 1, amount: 2 * 1500 + 4 * 2000 })
    expect((await branch.client.payments.ledger({ memberId: id })).entries).toHaveLength(6)
  })

  it('charges who joins and leaves in it for the months of membership, by the rule', async () => {
    using branch = openCharges()
    const id = branch.addNewMember('来六', '2026-02-10')
    branch.addEvent(id, 'keeping', '2026-05-20')
    const both = simpleFormula(flat(1000), { joining: 'sameMonth', leaving: 'sameMonth' })
    await branch.client.rules.add(simpleRule(flat(1000), january, { formula: both }))
    expect(await branch.spans('charge', january, june)).toEqual([[['2026-02', '2026-05', null, 1000]]])
    expect(await branch.spans('exempt', january, june)).toEqual([[['2026-06', '2026-06', null, 'kept']]])
    const neither = simpleFormula(flat(1000), { joining: 'nextMonth', leaving: 'previousMonth' })
    await branch.client.rules.add(simpleRule(flat(1000), january, { formula: neither }))
    expect(await branch.spans('charge', january, june)).toEqual([[['2026-03', '2026-04', null, 1000]]])
  })

  it('charges who came back from the month of coming back on', async () => {
    using branch = openCharges()
    const id = branch.addNewMember('回七', '2025-01')
    branch.addEvent(id, 'keeping', '2026-02')
    branch.addEvent(id, 'restoration', '2026-05')
    await branch.client.rules.add(simpleRule(flat(1000), january))
    expect(await branch.spans('charge', january, june)).toEqual([
      [
        ['2026-01', '2026-01', null, 1000],
        ['2026-05', '2026-06', null, 1000],
      ],
    ])
  })

  it('follows the rule of each month, and tells the months without one', async () => {
    using branch = openCharges()
    branch.addMember('钱一')
    await branch.client.rules.add(simpleRule(flat(500), april, { validUntil: april }))
    await branch.client.rules.add(simpleRule(flat(800), june))
    expect(await branch.spans('charge', march, june)).toEqual([
      [
        ['2026-04', '2026-04', null, 500],
        ['2026-06', '2026-06', null, 800],
      ],
    ])
    expect(await branch.client.charges.preview({ from: march, until: june })).toMatchObject({
      withoutRule: [march, may],
    })
    expect(await branch.run({ from: march, until: june })).toMatchObject({ amount: 1300 })
  })

  it('is refused without an end before its beginning or of more than two years', async () => {
    using branch = openCharges()
    const refused = [
      [may, april],
      [may, addMonths(may, 24)],
    ] as const
    for (const [from, until] of refused) {
      await expect(branch.client.charges.preview({ from, until })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await expect(branch.client.charges.preview({ from: may, until: addMonths(may, 23) })).resolves.toBeDefined()
  })

  it('is refused where the list is another than was shown, with nothing written', async () => {
    using branch = openCharges()
    const id = branch.addMember('钱一')
    await branch.client.rules.add(simpleRule(flat(500), april))
    const expected = fenSchema.parse(500)
    branch.addMember('孙二')
    await expect(branch.run({ from: may, until: may, expected })).rejects.toMatchObject({ code: 'CHARGES_CHANGED' })
    expect(await branch.lines(id)).toEqual([])
    await branch.run({ from: may, until: may, expected: fenSchema.parse(1000) })
  })

  it('writes nothing when it is called off', async () => {
    using branch = openCharges()
    const id = branch.addMember('钱一')
    await branch.client.rules.add(simpleRule(flat(500), april))
    const input = { from: may, until: may, back: [], differences: [], expected: null }
    for await (const event of await branch.client.charges.run(input)) if (event.kind === 'progress') break
    expect(await branch.lines(id)).toEqual([])
    expect(await branch.run({ from: may, until: may })).toMatchObject({ members: 1 })
  })
})

describe('earlier months', () => {
  it('for which others were charged are listed apart and charged only for whom it is wanted', async () => {
    using branch = openCharges()
    const { client, db } = branch
    branch.addMember('钱一')
    await client.rules.add(simpleRule(flat(500), january))
    for (const charged of [march, april]) await chargeMonth(db, charged)
    const late = branch.addNewMember('迟八', '2026-02-01')
    const other = branch.addNewMember('迟九', '2026-04-01')
    expect(await chargeLists(db, may)).toEqual({ charge: [3, 3, 1500], back: [2, 3, 1500] })
    expect(await branch.spans('back', may)).toEqual([
      [['2026-03', '2026-04', null, 500]],
      [['2026-04', '2026-04', null, 500]],
    ])
    expect(await client.charges.amounts({ from: may, until: may, list: 'back' })).toEqual([
      { memberId: late, amount: 1000 },
      { memberId: other, amount: 500 },
    ])
    expect(await branch.run({ from: may, until: may, back: [late] })).toMatchObject({ members: 3, amount: 2500 })
    expect(await branch.lines(late)).toEqual([
      ['charge', march, 500],
      ['charge', april, 500],
      ['charge', may, 500],
    ])
    expect(await chargeLists(db, may)).toEqual({ charged: [3, 3, 0], back: [1, 1, 500] })
  })

  it('count in the books of today where they are closed, as the preview says', async () => {
    using branch = openCharges()
    const { client, db } = branch
    const id = branch.addMember('钱一')
    await client.rules.add(simpleRule(flat(500), january))
    db.write(() =>
      db.orm
        .insert(monthClosing)
        .values({
          id: newId(monthClosingIdSchema),
          month: march,
          act: 'close',
          duesBalance: 0,
          fundsBalance: 0,
          recordedAt: now(),
        })
        .run(),
    )
    expect((await client.charges.preview({ from: march, until: april })).closed).toEqual([march])
    await branch.run({ from: march, until: april })
    const { entries } = await client.payments.ledger({ memberId: id })
    expect(entries.map(({ month: of, bookedOn }) => [of, bookedOn])).toEqual([
      [march, dayOf(new Date())],
      [april, null],
    ])
  })
})

describe('what has changed since a month was charged', () => {
  it('is listed with both amounts and settled by reversal and new charge for whom it is wanted', async () => {
    using branch = openCharges()
    const { client, db } = branch
    const id = branch.addMember('钱一', null)
    branch.addBasis(id, '2026-01', { total: 300_000 })
    await client.rules.add(simpleRule(halfPercent, january))
    await branch.run({ from: march, until: april })
    branch.addBasis(id, '2026-04', { total: 400_000 })
    expect(await chargeLists(db, may)).toEqual({ charge: [1, 1, 2000], difference: [1, 1, 500] })
    expect(await branch.spans('difference', may)).toEqual([[['2026-04', '2026-04', 1500, 2000]]])
    expect(await branch.run({ from: may, until: may })).toMatchObject({ amount: 2000 })
    const { batchId, amount } = await branch.run({ from: april, until: april, differences: [id] })
    expect(amount).toBe(500)
    expect(await branch.lines(id)).toEqual([
      ['charge', march, 1500],
      ['charge', april, 1500],
      ['charge', may, 2000],
      ['reversal', april, -1500],
      ['charge', april, 2000],
    ])
    expect(await chargeLists(db, march, may)).toEqual({ charged: [1, 3, 0] })
    await reverseBatch(db, batchId)
    expect((await client.payments.ledger({ memberId: id })).balance).toBe(5000)
    expect(await branch.spans('difference', april)).toEqual([[['2026-04', '2026-04', 1500, 2000]]])
  })

  it('is a charge too many for who had left or was exempt, and its undo brings the charge back', async () => {
    using branch = openCharges()
    const { client, db } = branch
    const left = branch.addNewMember('走三', '2025-01')
    const ill = branch.addMember('病六')
    await client.rules.add(simpleRule(flat(500), january))
    await branch.run({ from: march, until: april })
    branch.addEvent(left, 'transferOut', '2026-03-15')
    branch.addExemption(ill, april, null, '病休')
    expect(await branch.spans('difference', may)).toEqual([
      [['2026-04', '2026-04', 500, 'exempted']],
      [
        ['2026-03', '2026-03', 500, 'leaving'],
        ['2026-04', '2026-04', 500, 'notMember'],
      ],
    ])
    const { batchId, amount } = await branch.run({ from: april, until: april, differences: [left, ill] })
    expect(amount).toBe(-1500)
    expect((await client.payments.ledger({ memberId: left })).balance).toBe(0)
    await reverseBatch(db, batchId)
    expect((await client.payments.ledger({ memberId: left })).balance).toBe(1000)
    expect((await client.payments.ledger({ memberId: ill })).balance).toBe(1000)
  })

  it('is not made of what has no date: a wage of the record, an event, a basis gone missing', async () => {
    using branch = openCharges()
    const { db, client } = branch
    branch.addMember('涨一')
    const left = branch.addMember('走三')
    await client.rules.add(simpleRule(halfPercent, january))
    await branch.run({ from: april, until: april })
    db.write(() => db.orm.update(member).set({ wage: 500_000 }).run())
    db.write(() =>
      db.orm
        .insert(membershipEvent)
        .values({ id: newId(membershipEventIdSchema), memberId: left, type: 'withdrawal', recordedAt: now() })
        .run(),
    )
    expect(await chargeLists(db, may)).toEqual({ charge: [1, 1, 2500], notMember: [1, 1, 0] })
    expect(await chargeLists(db, april)).toEqual({ charged: [1, 1, 0], difference: [1, 1, 500] })
    db.write(() => db.orm.update(member).set({ wage: null }).run())
    expect(await chargeLists(db, april)).toEqual({ charged: [2, 2, 0] })
  })

  it('leaves a month alone that was waived', async () => {
    using branch = openCharges()
    const id = branch.addMember('钱一')
    await branch.client.rules.add(simpleRule(flat(500), january))
    await branch.run({ from: april, until: april })
    await branch.client.payments.waive({
      memberId: id,
      months: [{ month: april, amount: fenSchema.parse(500) }],
      note: '困难',
    })
    expect(await chargeLists(branch.db, april)).toEqual({ charged: [1, 1, 0] })
  })
})
