import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { accessEvent } from '../../db/schema'
import { activities } from '../../electron/backend/activities'
import { activityInputSchema } from '../../shared/model/activity'
import { daySchema } from '../../shared/model/date'
import { activityIdSchema, memberIdSchema, newId } from '../../shared/model/id'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { testHost } from '../fixtures/host'

function openActivities() {
  const branch = openTestBranch()
  const host = testHost()
  const { db } = branch
  return {
    db,
    host,
    client: createRouterClient(activities, { context: { session: { db }, host: host.client } }),
    addMembers: (...names: string[]) => db.write(() => names.map((name) => insertMember(db, { name }))),
    [Symbol.dispose]: () => branch[Symbol.dispose](),
  }
}

const outing = activityInputSchema.parse({
  title: '秋游',
  type: 'outing',
  startsOn: '2026-10-10',
  endsOn: '2026-10-11',
  place: '云溪湖',
  cost: 100_000,
  note: null,
})
const page = { offset: 0, limit: 100 }

describe('activities', () => {
  it('are listed latest first and found by title or place', async () => {
    using branch = openActivities()
    const { client } = branch
    await client.plan.add(outing)
    await client.plan.add({ ...outing, title: '讲座 AI', place: null, startsOn: daySchema.parse('2026-10-09') })
    expect((await client.plan.list({ search: '', ...page })).rows.map((row) => row.title)).toEqual(['秋游', '讲座 AI'])
    expect((await client.plan.list({ search: '溪湖', ...page })).rows.map((row) => row.title)).toEqual(['秋游'])
    expect(await client.plan.list({ search: 'ai', ...page })).toMatchObject({ total: 1 })
    expect(await client.plan.list({ search: '%', ...page })).toMatchObject({ total: 0 })
  })

  it('are changed as a whole', async () => {
    using branch = openActivities()
    const { id } = await branch.client.plan.add(outing)
    await branch.client.plan.update({ id, activity: { ...outing, title: '春游', cost: null } })
    expect(await branch.client.plan.get({ id })).toMatchObject({ id, title: '春游', cost: null, costPerHead: null })
  })

  it('that do not exist are not found', async () => {
    using branch = openActivities()
    const id = newId(activityIdSchema)
    for (const asked of [
      branch.client.plan.get({ id }),
      branch.client.plan.update({ id, activity: outing }),
      branch.client.plan.remove({ id }),
      branch.client.people.list({ id, show: null, ...page }),
      branch.client.people.signUp({ id, memberIds: [newId(memberIdSchema)] }),
      branch.client.people.mark({ id, participationIds: null, attendance: 'present' }),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})

describe('participants', () => {
  it('are signed up once each and listed by name', async () => {
    using branch = openActivities()
    const { client } = branch
    const [zhao] = branch.addMembers('赵一')
    const [bai] = branch.addMembers('白二')
    if (zhao === undefined || bai === undefined) throw new Error('no members')
    const { id } = await client.plan.add(outing)
    expect(await client.people.signUp({ id, memberIds: [zhao, zhao] })).toMatchObject({ added: 1 })
    expect(await client.people.signUp({ id, memberIds: [zhao, bai] })).toMatchObject({ added: 1 })
    const listed = await client.people.list({ id, show: null, ...page })
    expect(listed.rows.map((row) => row.name)).toEqual(['白二', '赵一'])
    expect(await client.plan.get({ id })).toMatchObject({ signedUp: 2, present: 0, absent: 0, costPerHead: null })
  })

  it('who are no members are refused together with the rest', async () => {
    using branch = openActivities()
    const { client } = branch
    const { id } = await client.plan.add(outing)
    const memberIds = [...branch.addMembers('赵一'), newId(memberIdSchema)]
    await expect(client.people.signUp({ id, memberIds })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.plan.get({ id })).toMatchObject({ signedUp: 0 })
  })

  it('are marked one by one or all at once, and share the cost when they came', async () => {
    using branch = openActivities()
    const { client } = branch
    const { id } = await client.plan.add(outing)
    await client.people.signUp({ id, memberIds: branch.addMembers('赵一', '钱二', '孙三') })
    await client.people.mark({ id, participationIds: null, attendance: 'present' })
    expect(await client.plan.get({ id })).toMatchObject({
      present: 3,
      costPerHead: 33_333,
    })
    const { rows } = await client.people.list({ id, show: null, ...page })
    const qian = rows.filter((row) => row.name === '钱二').map((row) => row.id)
    await client.people.mark({ id, participationIds: qian, attendance: 'absent' })
    expect(await client.plan.get({ id })).toMatchObject({
      present: 2,
      absent: 1,
      costPerHead: 50_000,
    })
    expect(await client.people.list({ id, show: 'absent', ...page })).toMatchObject({
      total: 1,
      rows: [{ name: '钱二' }],
    })
  })

  it('see every activity they signed up for, latest first', async () => {
    using branch = openActivities()
    const { client } = branch
    const [memberId, other] = branch.addMembers('赵一', '钱二')
    if (memberId === undefined || other === undefined) throw new Error('Two members expected')
    const autumn = await client.plan.add(outing)
    const spring = await client.plan.add({
      ...outing,
      title: '春游',
      startsOn: daySchema.parse('2026-04-03'),
      endsOn: daySchema.parse('2026-04-03'),
    })
    await client.people.signUp({ id: spring.id, memberIds: [memberId, other] })
    await client.people.signUp({ id: autumn.id, memberIds: [memberId] })
    await client.people.mark({ id: spring.id, participationIds: null, attendance: 'present' })
    expect(await client.people.ofMember({ memberId })).toEqual([
      {
        activityId: autumn.id,
        title: '秋游',
        startsOn: '2026-10-10',
        attendance: 'signedUp',
        waitingSince: null,
        satisfaction: null,
      },
      {
        activityId: spring.id,
        title: '春游',
        startsOn: '2026-04-03',
        attendance: 'present',
        waitingSince: null,
        satisfaction: null,
      },
    ])
  })

  it('of another activity cannot be marked or removed through this one', async () => {
    using branch = openActivities()
    const { client } = branch
    const { id } = await client.plan.add(outing)
    const other = await client.plan.add(outing)
    await client.people.signUp({ id, memberIds: branch.addMembers('赵一') })
    const participationIds = (await client.people.list({ id, show: null, ...page })).rows.map((row) => row.id)
    await expect(client.people.mark({ ...other, participationIds, attendance: 'present' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(client.people.remove({ ...other, participationIds })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.plan.get({ id })).toMatchObject({ signedUp: 1 })
    await client.people.remove({ id, participationIds })
    expect(await client.plan.get({ id })).toMatchObject({ signedUp: 0 })
  })
})

describe('removing an activity', () => {
  it('takes it away with its participants once confirmed, and leaves a note in the access log', async () => {
    using branch = openActivities()
    const { client, db, host } = branch
    const { id } = await client.plan.add(outing)
    await client.people.signUp({ id, memberIds: branch.addMembers('赵一') })
    await client.plan.remove({ id })
    expect(host.asked).toEqual(['removeActivity'])
    await expect(client.plan.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(db.orm.select().from(accessEvent).all()).toMatchObject([{ kind: 'deletion', subject: '秋游', count: 2 }])
  })

  it('changes nothing when it is not confirmed', async () => {
    using branch = openActivities()
    const { client, host } = branch
    host.confirms = false
    const { id } = await client.plan.add(outing)
    await expect(client.plan.remove({ id })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' })
    expect(await client.plan.get({ id })).toMatchObject({ title: '秋游' })
  })
})
