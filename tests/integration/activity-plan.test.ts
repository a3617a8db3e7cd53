import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activities } from '../../electron/backend/activities'
import { batches } from '../../electron/backend/batches'
import { fundEntryInputSchema } from '../../shared/contract/funds/book'
import { postEntry } from '../../electron/backend/funds/book/post'
import { adoptLimits } from '../../electron/backend/funds/limits/adopt'
import { activityInputSchema } from '../../shared/model/activity'
import { daySchema } from '../../shared/model/date'
import { memberFilterSchema } from '../../shared/model/member-filter'
import type { ActivityId } from '../../shared/model/id'
import { fenSchema } from '../../shared/model/money'
import { addDays, dayOf } from '../../shared/rules/date'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { syncedState } from '../fixtures/random-writes'

const today = dayOf(new Date())
const fen = (yuan: number) => fenSchema.parse(yuan * 100)
const page = { offset: 0, limit: 100 }

/** An outing a month ahead for ten people, which is held to the limits of one school. */
const outing = activityInputSchema.parse({
  ...{ title: '秋游', type: 'outing', place: '云溪湖', quota: 10, cost: null, note: null },
  ...{ startsOn: addDays(today, 30), endsOn: addDays(today, 30), signUpUntil: addDays(today, 20) },
})
const line = (planned: number) => ({
  ...({ item: 'transport', source: 'dues', planned: fen(planned), invoice: null, note: null } as const),
})
const said = (activityId: ActivityId, opinion: string | null = null) => ({
  activityId,
  on: today,
  by: '李示例',
  opinion,
})

function openPlans() {
  const branch = openTestBranch()
  const { db } = branch
  adoptLimits(db, { table: 'zjsu-2024', items: ['outing', 'outingMeals'], from: daySchema.parse('2024-01-01') })
  return {
    db,
    client: createRouterClient({ activities, batches }, { context: { session: { db }, host: testHost().client } }),
    addMembers: (...names: string[]) => db.write(() => names.map((name) => insertMember(db, { name }))),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

describe('an activity', () => {
  it('goes from its plan through approval and the day to its settlement, and back by a reason', async () => {
    using branch = openPlans()
    const { plan, approval, budget, settlement, people } = branch.client.activities
    const { id } = await plan.add(outing)
    const state = async () => (await plan.get({ id })).state
    expect(await state()).toBe('draft')

    await expect(budget.save({ activityId: id, lines: [line(3000)], overLimitReason: null })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    })
    await budget.save({ activityId: id, lines: [line(3000)], overLimitReason: '路远' })
    const planned = await budget.get({ activityId: id })
    expect(planned).toMatchObject({ heads: { count: 10, by: 'quota' }, planned: fen(3000), perHead: fen(300) })
    expect(planned.checks).toMatchObject([{ limit: { item: 'outing' }, over: fen(100) }])

    await approval.submit({ ...said(id), upTo: 'superior' })
    await expect(approval.submit({ ...said(id), upTo: 'chair' })).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    await approval.decide({ ...said(id), isApproved: true })
    expect(await plan.get({ id })).toMatchObject({ state: 'submitted', waitsFor: 'superior' })
    await expect(approval.decide({ ...said(id), isApproved: false })).rejects.toMatchObject({ code: 'REASON_MISSING' })
    await approval.decide({ ...said(id, '人太多'), isApproved: false })
    expect(await state()).toBe('sentBack')
    await approval.submit({ ...said(id), upTo: 'chair' })
    await approval.decide({ ...said(id), isApproved: true })
    expect(await state()).toBe('open')

    const memberIds = branch.addMembers('赵一', '钱二', '孙三', '李四')
    await people.signUp({ id, memberIds })
    await people.mark({ id, participationIds: null, attendance: 'present' })
    await plan.update({
      id,
      activity: { ...outing, startsOn: addDays(today, -1), endsOn: addDays(today, -1), signUpUntil: null },
    })
    expect(await state()).toBe('over')

    const lines = [{ ...line(3000), actual: fen(720) }]
    await settlement.settle({ activityId: id, lines, on: today, by: null, summary: '办得好', overLimitReason: null })
    expect(await plan.get({ id })).toMatchObject({
      state: 'settled',
      cost: fen(720),
      costPerHead: fen(180),
      summary: '办得好',
    })
    await expect(plan.update({ id, activity: outing })).rejects.toMatchObject({ code: 'ACTIVITY_SETTLED' })
    await expect(plan.cancel({ id, reason: '下雨' })).rejects.toMatchObject({ code: 'ACTIVITY_SETTLED' })
    await settlement.reopen({ activityId: id, on: today, by: null, reason: '补票' })
    expect(await state()).toBe('over')
    expect((await approval.steps({ activityId: id })).map(({ kind }) => kind)).toEqual([
      ...['submitted', 'approved', 'sentBack', 'submitted', 'approved', 'settled', 'reopened'],
    ])
  })

  it('settles over a limit with a reason only, on what the book of funds says', async () => {
    using branch = openPlans()
    const { plan, budget, settlement, people } = branch.client.activities
    const { id } = await plan.add({ ...outing, startsOn: today, endsOn: today, signUpUntil: null })
    await budget.save({ activityId: id, lines: [line(1000)], overLimitReason: null })
    await people.signUp({ id, memberIds: branch.addMembers('赵一', '钱二') })
    const entry = fundEntryInputSchema.parse({
      ...{ account: 'dues', direction: 'spending', on: today, amount: fen(900), category: '职工活动支出' },
      ...{ subcategory: null, summary: '秋游租车', counterpart: null, activityId: id, form: null, decision: null },
      ...{ invoice: 'F-7', signOff: null, overLimitReason: null, note: null, shares: [], attachments: [] },
    })
    await postEntry(branch.db, entry, today)
    const found = await settlement.get({ activityId: id })
    expect(found).toMatchObject({
      ...{ booked: fen(900), heads: 2 },
      lines: [{ item: 'transport', planned: fen(1000), actual: fen(900), invoice: 'F-7' }],
      checks: [{ over: fen(250) }],
    })
    const settle = (overLimitReason: string | null) =>
      settlement.settle({ activityId: id, lines: found.lines, on: today, by: null, summary: null, overLimitReason })
    await expect(settle(null)).rejects.toMatchObject({ code: 'REASON_MISSING' })
    await settle('临时两人退出')
    await expect(plan.remove({ id })).rejects.toMatchObject({ code: 'ACTIVITY_SETTLED' })
  })

  it('tells who may come from the filter as it was chosen, present members only', async () => {
    using branch = openPlans()
    const { plan } = branch.client.activities
    branch.addMembers('赵一', '赵二', '钱三')
    branch.db.write(() => insertMember(branch.db, { name: '赵四' }, 'withdrawal'))
    const eligible = { name: '赵姓', filter: memberFilterSchema.parse({ search: '赵' }) }
    expect(await plan.eligible({ eligible })).toEqual({ count: 2 })
    expect(await plan.eligible({ eligible: null })).toEqual({ count: 3 })
    const { id } = await plan.add({ ...outing, eligible })
    expect((await plan.get({ id })).eligible).toEqual(eligible)
  })

  it('is copied with its budget, without people, approval or settlement', async () => {
    using branch = openPlans()
    const { plan, approval, budget, people } = branch.client.activities
    const { id } = await plan.add(outing)
    await budget.save({ activityId: id, lines: [line(1000)], overLimitReason: null })
    await approval.submit({ ...said(id), upTo: 'chair' })
    await people.signUp({ id, memberIds: branch.addMembers('赵一') })
    const copy = await plan.copy({ id, startsOn: addDays(outing.startsOn, 365) })
    expect(await plan.get({ id: copy.id })).toMatchObject({
      ...{ title: '秋游', state: 'draft', signedUp: 0 },
      signUpUntil: addDays(today, 385),
    })
    expect((await budget.get({ activityId: copy.id })).planned).toBe(fen(1000))
  })

  it('is repeated as one batch; those after it follow a change with the distance they had', async () => {
    using branch = openPlans()
    const { plan } = branch.client.activities
    const { id } = await plan.add(outing)
    const { batchId } = await plan.repeat({ id, repetition: { every: 'week', ends: { by: 'count', count: 4 } } })
    const starts = async () => (await plan.list(page)).rows.map(({ startsOn, place }) => [startsOn, place]).reverse()
    const days = [0, 7, 14, 21].map((after) => addDays(outing.startsOn, after))
    expect(await starts()).toEqual(days.map((day) => [day, '云溪湖']))
    const second = (await plan.list(page)).rows.at(-2)
    if (second === undefined) throw new Error('not repeated')
    const moved = addDays(second.startsOn, 1)
    await plan.update({
      id: second.id,
      activity: { ...outing, place: '东山', startsOn: moved, endsOn: moved },
      scope: 'following',
    })
    expect(await starts()).toEqual(days.map((day, at) => (at === 0 ? [day, '云溪湖'] : [addDays(day, 1), '东山'])))
    expect(await plan.cancel({ id: second.id, reason: '停办', scope: 'following' })).toMatchObject({ cancelled: 3 })
    expect((await plan.list({ ...page, state: 'cancelled' })).total).toBe(3)
    await branch.client.batches.undo({ id: batchId })
    expect((await plan.list({ ...page, state: 'draft' })).total).toBe(1)
    await expect(
      plan.repeat({ id, repetition: { every: 'year', ends: { by: 'day', day: outing.startsOn } } }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_REPEAT' })
  })

  it('keeps its steps as they were written', async () => {
    using branch = openPlans()
    const { plan, approval } = branch.client.activities
    const { id } = await plan.add(outing)
    await approval.submit({ ...said(id), upTo: 'chair' })
    const { db } = branch
    expect(() => db.write(() => db.sqlite.exec("UPDATE activity_step SET kind = 'approved'"))).toThrow('append-only')
    expect(() => db.write(() => db.sqlite.exec('DELETE FROM activity_step'))).toThrow('append-only')
    const { batchId } = await plan.remove({ id })
    expect(await approval.steps({ activityId: id })).toEqual([])
    await branch.client.batches.undo({ id: batchId })
    expect(await approval.steps({ activityId: id })).toHaveLength(1)
  })

  it('is as it was before once every act on it was undone, the latest first', async () => {
    const acts = ['budget', 'submit', 'approve', 'update', 'repeat', 'cancel', 'settle'] as const
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 6 }), async (chosen) => {
        using branch = openPlans()
        const { plan, approval, budget, settlement } = branch.client.activities
        const { id } = await plan.add(outing)
        // The batches themselves stay in the log.
        const state = () => [...syncedState(branch.db)].filter(([row]) => !row.startsWith('batch'))
        const before = state()
        const act = (name: (typeof acts)[number]) => {
          switch (name) {
            case 'budget':
              return budget.save({ activityId: id, lines: [line(500)], overLimitReason: null })
            case 'submit':
              return approval.submit({ ...said(id), upTo: 'chair' })
            case 'approve':
              return approval.decide({ ...said(id), isApproved: true })
            case 'update':
              return plan.update({ id, activity: { ...outing, place: '西山' } })
            case 'repeat':
              return plan.repeat({ id, repetition: { every: 'monthDay', ends: { by: 'count', count: 3 } } })
            case 'cancel':
              return plan.cancel({ id, reason: '下雨' })
            case 'settle':
              return settlement.settle({
                ...{ activityId: id, lines: [], on: today, by: null, summary: '小结', overLimitReason: null },
              })
          }
        }
        const done = []
        // An act that makes no sense as things stand is refused and changes nothing.
        for (const name of chosen) {
          const result = await act(name).catch(() => null)
          if (result !== null) done.push(result.batchId)
        }
        for (const batchId of done.reverse()) await branch.client.batches.undo({ id: batchId })
        expect(state()).toEqual(before)
      }),
      { numRuns: 12, seed: 20_261_124 },
    )
  }, 120_000)
})
