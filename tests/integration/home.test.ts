import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enrolment, receipt, rosterImport } from '../../db/schema'
import { activities } from '../../electron/backend/activities'
import { dues } from '../../electron/backend/dues'
import { home } from '../../electron/backend/home'
import { activityInputSchema } from '../../shared/model/activity'
import { monthSchema, now } from '../../shared/model/date'
import { changeIdSchema, newId, rosterImportIdSchema } from '../../shared/model/id'
import { addMonths } from '../../shared/rules/date'
import { chargeMonth } from '../fixtures/charges'
import { flat, simpleRule } from '../fixtures/dues-rule'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

const may = monthSchema.parse('2026-05')

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 4, 20, 8), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function openHome() {
  const branch = openTestBranch()
  const { db } = branch
  const client = createRouterClient(
    { home, dues, activities },
    { context: { session: { db }, host: testHost().client } },
  )
  return {
    db,
    client,
    tasks: async () => (await client.home.summary()).tasks,
    addMember: (name: string) =>
      db.write(() => insertMember(db, { name, idNumber: '11010519491231002X', phone: '13800138000' })),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const activity = activityInputSchema.parse({
  title: '端午慰问',
  type: 'festival',
  startsOn: '2026-06-01',
  endsOn: '2026-06-01',
  place: null,
  cost: null,
  note: null,
})

describe('the home page of an empty branch', () => {
  it('asks for members and for the union above, and counts nothing', async () => {
    using branch = openHome()
    expect(await branch.client.home.summary()).toEqual({
      unionName: '云溪机械厂工会委员会',
      today: '2026-05-20',
      tasks: [{ kind: 'addMembers' }, { kind: 'enrol' }],
      members: [],
      month: { month: may, charged: 0, received: 0, owed: 0 },
    })
  })
})

describe('tasks', () => {
  it('lead from the rule over the charge to what is owed', async () => {
    using branch = openHome()
    const { client, tasks } = branch
    branch.addMember('钱一')
    expect(await tasks()).toEqual([{ kind: 'setDuesRule' }, { kind: 'enrol' }])
    await client.dues.rules.add(simpleRule(flat(1000), '2026-01'))
    expect(await tasks()).toEqual([{ kind: 'chargeMonth', month: may, members: 1 }, { kind: 'enrol' }])
    await chargeMonth(branch.db, may)
    expect(await tasks()).toEqual([{ kind: 'enrol' }])
    expect(await client.home.arrears()).toEqual({
      owed: 1000,
      tasks: [{ kind: 'collectDues', members: 1, owed: 1000 }],
    })
    expect((await client.home.summary()).month).toEqual({ month: may, charged: 1000, received: 0, owed: 1000 })
  })

  it('name the steps due with those in arrears before what is owed at all', async () => {
    using branch = openHome()
    const { client } = branch
    branch.addMember('钱一')
    await client.dues.rules.add(simpleRule(flat(1000), '2025-01'))
    for (const back of [2, 1, 0]) await chargeMonth(branch.db, addMonths(may, -back))
    expect((await client.home.arrears()).tasks).toEqual([{ kind: 'collectDues', members: 1, owed: 3000 }])
    await chargeMonth(branch.db, addMonths(may, -3))
    expect(await client.home.arrears()).toEqual({
      owed: 4000,
      tasks: [
        { kind: 'arrearsStep', step: 'reminder', members: 1 },
        { kind: 'collectDues', members: 1, owed: 4000 },
      ],
    })
  })

  it('announce activities of the next fourteen days and ask who came to the past ones', async () => {
    using branch = openHome()
    const { client } = branch
    const member = branch.addMember('钱一')
    const upcoming = await client.activities.plan.add(activity)
    await client.activities.plan.add(
      activityInputSchema.parse({ ...activity, startsOn: '2026-06-04', endsOn: '2026-06-04' }),
    )
    const past = await client.activities.plan.add(
      activityInputSchema.parse({ ...activity, title: '讲座', startsOn: '2026-05-19', endsOn: '2026-05-19' }),
    )
    await client.activities.people.signUp({ ...past, memberIds: [member] })
    expect((await branch.tasks()).slice(0, 2)).toEqual([
      { kind: 'upcomingActivity', activityId: upcoming.id, title: '端午慰问', startsOn: '2026-06-01' },
      { kind: 'markAttendance', activityId: past.id, title: '讲座', signedUp: 1 },
    ])
    await client.activities.people.mark({ ...past, participationIds: null, attendance: 'present' })
    expect((await branch.tasks()).map((task) => task.kind)).not.toContain('markAttendance')
  })

  it('begin with imports not finished and entries the hub did not take', async () => {
    using branch = openHome()
    const { db } = branch
    const id = newId(rosterImportIdSchema)
    db.write(() => {
      db.orm.insert(rosterImport).values({ id, fileName: '花名册.xlsx', sheets: '[]', startedAt: now() }).run()
      for (const result of ['rejected', 'applied']) {
        db.orm
          .insert(receipt)
          .values({ changeId: newId(changeIdSchema), result, at: now() })
          .run()
      }
      db.orm
        .insert(enrolment)
        .values({
          hubId: 'h',
          hubIncarnation: 'i',
          hubName: '市总',
          address: 'https://h',
          privateKey: '',
          enrolledAt: now(),
          acknowledgedPosition: 0,
        })
        .run()
    })
    expect(await branch.tasks()).toEqual([
      { kind: 'finishImport', importId: id, fileName: '花名册.xlsx', rows: 0 },
      { kind: 'syncAttention', entries: 1 },
      { kind: 'addMembers' },
    ])
  })

  it('ask to complete the records of present members only', async () => {
    using branch = openHome()
    const { db } = branch
    db.write(() => {
      insertMember(db, { name: '缺一' })
      insertMember(db, { name: '走二' }, 'transferOut')
      insertMember(db, { name: '留三', idNumber: 'H10293847' }, 'keeping')
    })
    expect(await branch.tasks()).toContainEqual({ kind: 'completeRecords', members: 2 })
    expect((await branch.client.home.summary()).members).toEqual([
      { status: 'active', count: 1 },
      { status: 'kept', count: 1 },
      { status: 'transferred', count: 1 },
    ])
  })
})
