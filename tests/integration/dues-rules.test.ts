import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { batches } from '../../electron/backend/batches'
import { dues } from '../../electron/backend/dues'
import { monthSchema } from '../../shared/model/date'
import type { MemberClass } from '../../shared/model/dues-rule'
import type { MemberId } from '../../shared/model/id'
import type { MembershipEventType } from '../../shared/model/membership'
import { fenSchema } from '../../shared/model/money'
import { chargeMonth } from '../fixtures/charges'
import { flat, halfPercent, simpleFormula, simpleRule } from '../fixtures/dues-rule'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const january = monthSchema.parse('2026-01')
const april = monthSchema.parse('2026-04')
const may = monthSchema.parse('2026-05')
const fen = (amount: number) => fenSchema.parse(amount)
const page = { offset: 0, limit: 100 }

function openRules() {
  const branch = openTestBranch()
  const { db } = branch
  const client = createRouterClient({ dues, batches }, { context: { session: { db }, host: testHost().client } })
  const add = (name: string, wage: number | null, event?: MembershipEventType) =>
    db.write(() => insertMember(db, { name, wage: wage === null ? null : fen(wage) }, event))
  return {
    db,
    client,
    rules: client.dues.rules,
    add,
    setClass: (memberId: MemberId, memberClass: Exclude<MemberClass, 'kept'>) =>
      client.dues.bases.set({ memberIds: [memberId], validFrom: january, change: { memberClass, pay: {} } }),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

/** 0.5 % for regular members, half of it on probation, nothing for temporary ones. */
const made = simpleFormula(halfPercent, {
  classes: [
    { memberClass: 'regular', payItems: ['total'], calculation: halfPercent, floor: null, cap: null },
    {
      memberClass: 'probation',
      payItems: ['total'],
      calculation: { ...halfPercent, rate: 25 },
      floor: null,
      cap: null,
    },
    { memberClass: 'temporary', payItems: [], calculation: { kind: 'exempt' }, floor: null, cap: null },
  ],
})

describe('the preview of a dues rule', () => {
  it('says by class what changes for whom, and comes to what a charge run then charges', async () => {
    using branch = openRules()
    const { rules, add, setClass, client, db } = branch
    add('富一', 400_000)
    add('贫二', 100_000)
    add('同三', 200_000)
    const probation = add('试四', 400_000)
    const temporary = add('临五', 400_000)
    const unpaid = add('缺六', null)
    add('留七', 400_000, 'keeping')
    add('走八', 400_000, 'transferOut')
    const exempt = add('免九', 400_000)
    await setClass(probation, 'probation')
    await setClass(temporary, 'temporary')
    await client.dues.exemptions.add({
      memberIds: [exempt],
      from: april,
      until: may,
      reason: '病休',
      decision: null,
      decidedOn: null,
    })
    await rules.add(simpleRule(flat(1000), january))
    const rule = { formula: made, month: may }
    const preview = await rules.preview(rule)
    expect(preview.present?.validFrom).toBe(january)
    expect(preview.classes).toEqual([
      {
        memberClass: 'regular',
        members: 5,
        before: 4 * 1000,
        after: 2000 + 500 + 1000,
        effects: [
          { effect: 'more', members: 1 },
          { effect: 'less', members: 1 },
          { effect: 'same', members: 1 },
          { effect: 'noBasis', members: 1 },
          { effect: 'nothing', members: 1 },
        ],
      },
      {
        memberClass: 'probation',
        members: 1,
        before: 1000,
        after: 1000,
        effects: [{ effect: 'same', members: 1 }],
      },
      {
        memberClass: 'temporary',
        members: 1,
        before: 1000,
        after: 0,
        effects: [{ effect: 'newlyNothing', members: 1 }],
      },
      { memberClass: 'kept', members: 1, before: 0, after: 0, effects: [{ effect: 'nothing', members: 1 }] },
    ])
    expect(preview.total).toEqual({ members: 8, before: 6000, after: 4500 })

    const missing = await rules.affected({ ...rule, ...page, memberClass: null, effect: 'noBasis' })
    expect(missing).toMatchObject({
      total: 1,
      rows: [{ memberId: unpaid, after: { kind: 'none', why: 'noPay', missing: ['total'] } }],
    })
    const [found] = await rules.examples({ ...rule, search: '富' })
    expect(found).toMatchObject({
      name: '富一',
      effect: 'more',
      before: { amount: 1000 },
      after: { amount: 2000, by: { kind: 'rate', base: 400_000, counted: 400_000, exact: 20_000_000 } },
    })
    const examples = await rules.examples(rule)
    expect(examples.map(({ memberClass }) => memberClass)).toEqual([
      'regular',
      'regular',
      'probation',
      'temporary',
      'kept',
    ])

    await rules.add({ formula: made, validFrom: may, validUntil: null, decision: null, decidedOn: null })
    expect(await chargeMonth(db, may)).toMatchObject({ members: 4, amount: preview.total.after })
    // What is charged already does not change what the rule comes to.
    expect((await rules.preview(rule)).total.after).toBe(preview.total.after)
  })

  it('reckons anew once the record has changed, and against nothing where no rule holds', async () => {
    using branch = openRules()
    const { rules, add } = branch
    const rule = { formula: simpleFormula(flat(500)), month: may }
    expect(await rules.preview(rule)).toEqual({
      present: null,
      classes: [],
      total: { members: 0, before: 0, after: 0 },
    })
    add('钱一', null)
    expect(await rules.preview(rule)).toMatchObject({
      present: null,
      classes: [{ memberClass: 'regular', effects: [{ effect: 'newlyDue', members: 1 }] }],
      total: { members: 1, before: 0, after: 500 },
    })
  })
})

describe('a dues rule', () => {
  it('ends in a month, not before it began nor while another one holds', async () => {
    using branch = openRules()
    const { rules } = branch
    const { rule: first } = await rules.add(simpleRule(flat(500), january))
    await expect(rules.end({ id: first.id, validUntil: monthSchema.parse('2025-12') })).rejects.toMatchObject({
      code: 'DUES_RULE_ENDS_BEFORE_START',
    })
    await rules.add(simpleRule(flat(1000), may))
    await expect(rules.end({ id: first.id, validUntil: may })).rejects.toMatchObject({ code: 'DUES_RULE_OVERLAPS' })
    await rules.end({ id: first.id, validUntil: january })
    expect((await rules.list()).map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
      [may, null],
      [january, january],
    ])
  })

  it('that nobody was charged by is taken back with its batch, and the one before goes on', async () => {
    using branch = openRules()
    const { rules, client, add, db } = branch
    add('钱一', null)
    await rules.add(simpleRule(flat(500), january))
    await chargeMonth(db, april)
    const { batchId } = await rules.add(simpleRule(flat(1000), may))
    expect((await rules.list()).map(({ isUsed, batchId: added }) => [isUsed, added === batchId])).toEqual([
      [false, true],
      [true, false],
    ])
    await client.batches.undo({ id: batchId })
    expect((await rules.list()).map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([[january, null]])
  })
})
