import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federation } from '../../../electron/backend/federation'
import { undoBatch } from '../../../db/undo'
import { resultOf } from '../../fixtures/roster-client'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { addMembers, enrol, membersAtHub } from './branch'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const page = { offset: 0, limit: 50 }

function rollOf({ db }: TestBranch) {
  return createRouterClient(federation, { context: { session: { db }, host: testHost().client } }).roll
}

const inHub = (query: ReturnType<typeof sql>) => hub.hub.orm.execute(query)

describe('the roll of the union above', () => {
  it('is compared with the own: who is only here, only there, or different, and is healed', async () => {
    using branch = openTestBranch()
    const { db, branchId } = branch
    db.write(() => insertMember(db, { name: '张伟', phone: '13800138000', department: '一车间' }))
    addMembers(db, '李娜', '王强', '赵敏')
    const link = await enrol(db, hub)
    const roll = rollOf(branch)
    expect(await roll.last()).toBeNull()
    expect(await resultOf(roll.compare())).toMatchObject({ here: 4, there: 4, same: 4, different: 0 })

    const own = sql`organisation = ${branchId} AND "table" = 'member'`
    await inHub(sql`UPDATE record SET columns = jsonb_set(columns, '{phone}', '"13900139000"')
      WHERE ${own} AND columns->>'name' = '张伟'`)
    await inHub(sql`DELETE FROM record WHERE ${own} AND columns->>'name' = '李娜'`)
    await inHub(sql`INSERT INTO record SELECT organisation, "table", '0190aaaa-0000-7000-8000-000000000001', rev, deleted,
      deletion, columns || '{"id":"0190aaaa-0000-7000-8000-000000000001","name":"孙丽"}', stamps
      FROM record WHERE ${own} AND columns->>'name' = '赵敏'`)
    expect(await resultOf(roll.compare())).toMatchObject({
      ...{ here: 4, there: 4, same: 2, onlyHere: 1, onlyThere: 1, different: 1 },
    })
    const different = await roll.list({ kind: 'different', ...page })
    expect(different.rows).toMatchObject([
      { name: '张伟', fields: [{ field: 'phone', here: '138****8000', there: '139****9000' }], reporting: 'stored' },
    ])
    const onlyThere = await roll.list({ kind: 'onlyThere', ...page })
    expect(onlyThere.rows).toMatchObject([{ name: '孙丽', wasHere: false, reporting: null }])
    const onlyHere = await roll.list({ kind: 'onlyHere', ...page })
    expect(onlyHere.rows.map(({ name }) => name)).toEqual(['李娜'])

    for (const kind of ['different', 'onlyHere', 'onlyThere'] as const) {
      expect(await roll.resend({ kind, memberIds: null })).toEqual({ members: 1 })
    }
    expect(await link.syncNow()).toMatchObject({ waiting: 0, attention: 0 })
    expect(await resultOf(roll.compare())).toMatchObject({ here: 4, there: 4, same: 4 })
    expect((await membersAtHub(hub, branchId)).map(({ name }) => name)).toEqual(['张伟', '李娜', '王强', '赵敏'])
  })

  it('gives members back whom only it has, with what belongs to them, as a batch that can be undone', async () => {
    using branch = openTestBranch()
    const { db, branchId } = branch
    const id = db.write(() => insertMember(db, { name: '张伟', phone: '13800138000' }))
    addMembers(db, '李娜')
    const link = await enrol(db, hub)
    const lost = '0190aaaa-0000-7000-8000-00000000000a'
    await inHub(sql`INSERT INTO record SELECT organisation, "table", replace(row_id::text, ${id}, ${lost})::uuid, rev, deleted,
      deletion, columns || ${JSON.stringify({ id: lost, name: '孙丽' })}::jsonb, stamps FROM record
      WHERE organisation = ${branchId} AND "table" = 'member' AND row_id = ${id}`)
    await inHub(sql`INSERT INTO record SELECT organisation, "table", '0190aaaa-0000-7000-8000-00000000000b', rev, deleted, deletion,
      columns || ${JSON.stringify({ id: '0190aaaa-0000-7000-8000-00000000000b', member_id: lost })}::jsonb, stamps FROM record
      WHERE organisation = ${branchId} AND "table" = 'membership_event' AND columns->>'member_id' = ${id}`)
    const client = createRouterClient(federation, { context: { session: { db }, host: testHost().client } })
    expect(await resultOf(client.roll.compare())).toMatchObject({ here: 2, there: 3, onlyThere: 1 })
    const { members, batchId } = await client.roll.takeBack({ memberIds: null })
    expect(members).toBe(1)
    const here = () =>
      db.sqlite.prepare('SELECT name, phone, status FROM member JOIN member_standing ON member_id = id').all()
    expect(here()).toContainEqual({ name: '孙丽', phone: '13800138000', status: 'active' })
    expect(await link.syncNow()).toMatchObject({ waiting: 0, attention: 0 })
    expect(await resultOf(client.roll.compare())).toMatchObject({ here: 3, there: 3, same: 3 })
    const { rows } = await client.log.list({ offset: 0, limit: 5 })
    expect(rows.find(({ kind }) => kind === 'resend')?.detail).toEqual({ what: 'takeBack', members: 1 })
    if (batchId === null) throw new Error('Something was taken back')
    await undoBatch(db, batchId)
    expect(here()).toHaveLength(2)
  })

  it('does not call different what stays at the branch', async () => {
    using branch = openTestBranch()
    const { db } = branch
    db.sqlite.exec("INSERT INTO passing_choice VALUES ('contacts', 'nothing', '2026-01-01T00:00:00.000Z')")
    db.write(() => insertMember(db, { name: '张伟', phone: '13800138000' }))
    await enrol(db, hub)
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
    expect(await resultOf(rollOf(branch).compare())).toMatchObject({ same: 1, different: 0 })
  })

  it('comes in pages, each in the order of ids', async () => {
    using branch = openTestBranch()
    const { db, branchId } = branch
    addMembers(db, ...Array.from({ length: 1_200 }, (_, index) => `会员${index}`))
    await enrol(db, hub)
    await inHub(sql`DELETE FROM record WHERE organisation = ${branchId} AND "table" = 'member'
      AND columns->>'name' IN ('会员0', '会员500', '会员501', '会员1199')`)
    expect(await resultOf(rollOf(branch).compare())).toMatchObject({ here: 1_200, there: 1_196, onlyHere: 4 })
  })

  it('is told apart by figures at every contact', async () => {
    using branch = openTestBranch()
    const { db, branchId } = branch
    addMembers(db, '张伟', '李娜')
    const link = await enrol(db, hub)
    expect(await link.syncNow()).toMatchObject({ figures: { here: { members: 2 }, there: { members: 2 } } })
    await inHub(sql`UPDATE figure SET value = 1 WHERE organisation = ${branchId} AND name = 'members.active'`)
    expect(await link.syncNow()).toMatchObject({ figures: { here: { members: 2 }, there: { members: 1 } } })
  })
})
