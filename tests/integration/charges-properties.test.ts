import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BranchDatabase } from '../../db/branch-database'
import { duesBasis, duesExemption, member, membershipEvent } from '../../db/schema'
import { chargeInSteps, chargePeriod } from '../../electron/backend/dues/charges/charge'
import { amountsToCharge, previewCharges } from '../../electron/backend/dues/charges/preview'
import { reverseBatch } from '../../electron/backend/dues/payments/reverse-batch'
import { addRule } from '../../electron/backend/dues/rules/add-rule'
import { completed } from '../../db/branch-database'
import { monthSchema, now } from '../../shared/model/date'
import {
  duesBasisIdSchema,
  duesExemptionIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  newId,
  type MemberId,
} from '../../shared/model/id'
import { addMonths, monthsBetween } from '../../shared/rules/date'
import { openTestBranch } from '../fixtures/branch'
import { halfPercent, simpleFormula, simpleRule } from '../fixtures/dues-rule'

const january = monthSchema.parse('2026-01')
const months = monthsBetween(january, addMonths(january, 7))
const period = { from: january, until: addMonths(january, 7) }

const someMonth = fc.constantFrom(...months)
const aMember = fc.record({
  wage: fc.option(fc.integer({ min: 100_000, max: 900_000 })),
  events: fc
    .tuple(
      fc.constantFrom('admission' as const, 'transferIn' as const),
      fc.option(someMonth),
      fc.array(
        fc.tuple(fc.constantFrom('keeping' as const, 'transferOut' as const, 'restoration' as const), someMonth),
        { maxLength: 2 },
      ),
    )
    .map(([type, date, later]) => [{ type, date }, ...later.map(([kind, on]) => ({ type: kind, date: on }))]),
  bases: fc.uniqueArray(
    fc.record({
      validFrom: someMonth,
      memberClass: fc.constantFrom('regular', 'probation'),
      total: fc.integer({ min: 100_000, max: 900_000 }),
    }),
    { maxLength: 2, selector: ({ validFrom }) => validFrom },
  ),
  exemption: fc.option(fc.record({ from: someMonth, until: fc.option(someMonth) }), { freq: 3 }),
})
type SomeMember = typeof aMember extends fc.Arbitrary<infer Value> ? Value : never

const formulas = fc
  .record({
    joining: fc.constantFrom('sameMonth', 'nextMonth'),
    leaving: fc.constantFrom('sameMonth', 'previousMonth'),
    probation: fc.constantFrom('exempt', 'flat'),
  })
  .map(({ probation, ...changes }) =>
    simpleFormula(halfPercent, {
      ...changes,
      classes: [
        { memberClass: 'regular', payItems: ['total'], calculation: halfPercent, floor: null, cap: null },
        {
          memberClass: 'probation',
          payItems: [],
          calculation: probation === 'flat' ? { kind: 'flat', amount: 500 } : { kind: 'exempt' },
          floor: null,
          cap: null,
        },
      ],
    }),
  )

function add(db: BranchDatabase, { wage, events, bases, exemption }: SomeMember, name: string): MemberId {
  const memberId = newId(memberIdSchema)
  db.write(() => {
    db.orm.insert(member).values({ id: memberId, name, wage }).run()
    for (const event of events) {
      db.orm
        .insert(membershipEvent)
        .values({ id: newId(membershipEventIdSchema), memberId, ...event, recordedAt: now() })
        .run()
    }
    for (const basis of bases) addBasis(db, memberId, basis)
    if (exemption !== null) {
      db.orm
        .insert(duesExemption)
        .values({ id: newId(duesExemptionIdSchema), memberId, ...exemption, reason: '病休' })
        .run()
    }
  })
  return memberId
}

function addBasis(db: BranchDatabase, memberId: MemberId, { total, ...basis }: SomeMember['bases'][number]): void {
  db.orm
    .insert(duesBasis)
    .values({ id: newId(duesBasisIdSchema), memberId, ...basis, pay: JSON.stringify({ total }) })
    .onConflictDoUpdate({ target: [duesBasis.memberId, duesBasis.validFrom], set: { pay: JSON.stringify({ total }) } })
    .run()
}

/** What stands charged by member and month, and what each member owes. */
function state(db: BranchDatabase) {
  return {
    charged: db.sqlite
      .prepare(
        `SELECT member_id, month, sum(amount) AS amount FROM dues_entry GROUP BY member_id, month
        HAVING sum(amount) <> 0 ORDER BY member_id, month`,
      )
      .all(),
    balances: db.sqlite
      .prepare('SELECT member_id, balance FROM dues_standing WHERE balance <> 0 ORDER BY member_id')
      .all(),
  }
}

/** Charges a period where there is anything to charge; null otherwise. */
async function charge(db: BranchDatabase, of: typeof period) {
  try {
    return await chargePeriod(db, of)
  } catch (error) {
    expect(error).toMatchObject({ code: 'NOTHING_TO_CHARGE' })
    return null
  }
}

const branches = fc.record({ members: fc.array(aMember, { minLength: 1, maxLength: 6 }), formula: formulas })

it('charges what the preview says, nothing twice, and the same month by month; its undo restores every balance', async () => {
  await fc.assert(
    fc.asyncProperty(branches, async ({ members, formula }) => {
      using branch = openTestBranch()
      const { db } = branch
      for (const [place, one] of members.entries()) add(db, one, `会员${place}`)
      addRule(db, simpleRule(halfPercent, january, { formula }))
      const before = state(db)
      const preview = await previewCharges(db, period)
      const groups = preview.lists.filter(({ list }) => list !== 'unusual')
      expect(groups.reduce((sum, { months: count }) => sum + count, 0)).toBe(members.length * months.length)

      const run = await charge(db, period)
      const toCharge = groups.find(({ list }) => list === 'charge')
      expect(run?.amount ?? 0).toBe(toCharge?.amount ?? 0)
      expect(run?.lines ?? 0).toBe(toCharge?.months ?? 0)
      const after = state(db)
      expect(await charge(db, period)).toBeNull()
      expect(state(db)).toEqual(after)
      if (run === null) return

      await reverseBatch(db, run.batchId)
      expect(state(db)).toEqual(before)
      for (const month of months) await charge(db, { from: month, until: month })
      expect(state(db)).toEqual(after)
    }),
    { numRuns: 12 },
  )
})

it('settles what has changed so that all stands as if it had been known before; its undo restores every balance', async () => {
  const changes = fc.record({
    member: fc.nat(5),
    basis: fc.record({
      validFrom: someMonth,
      memberClass: fc.constant('regular'),
      total: fc.integer({ min: 100_000, max: 900_000 }),
    }),
  })
  await fc.assert(
    fc.asyncProperty(branches, fc.array(changes, { maxLength: 4 }), async ({ members, formula }, changed) => {
      using branch = openTestBranch()
      const { db } = branch
      const ids = members.map((one, place) => add(db, one, `会员${place}`))
      addRule(db, simpleRule(halfPercent, january, { formula }))
      await charge(db, period)
      db.write(() => {
        for (const { member: place, basis } of changed) {
          const id = ids[place % ids.length]
          if (id !== undefined) addBasis(db, id, basis)
        }
      })
      const before = state(db)
      const differences = (await amountsToCharge(db, { ...period, list: 'difference' })).map(({ memberId }) => memberId)
      const steps = chargeInSteps(db, { ...period, back: [], differences, expected: null })
      const run = await completed(steps).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'NOTHING_TO_CHARGE' })
        return null
      })
      const { lists } = await previewCharges(db, period)
      expect(lists.filter(({ list }) => list === 'difference' || list === 'charge')).toEqual([])
      if (run === null) return
      await reverseBatch(db, run.batchId)
      expect(state(db)).toEqual(before)
    }),
    { numRuns: 12 },
  )
})
