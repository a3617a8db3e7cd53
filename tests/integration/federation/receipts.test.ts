import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { federation } from '../../../electron/backend/federation'
import { members } from '../../../electron/backend/members'
import { memberFilterSchema } from '../../../shared/contract/members'
import type { Reporting } from '../../../shared/model/reporting'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { addMembers, enrol, membersAtHub, setPhone } from './branch'
import { openLine } from './faulty-line'
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

function clientOf({ db }: TestBranch) {
  const context = { context: { session: { db }, host: testHost().client } }
  return { federation: createRouterClient(federation, context), members: createRouterClient(members, context) }
}

async function listed(branch: TestBranch, reporting: readonly Reporting[] = []) {
  const filter = memberFilterSchema.parse({ reporting })
  const { rows } = await clientOf(branch).members.list({ ...page, filter, sort: { field: 'name', direction: 'asc' } })
  return Object.fromEntries(rows.map((row) => [row.name, row.reporting]))
}

const tooLong = '长'.repeat(10_001)

describe('how members stand at the union above', () => {
  it('is said of each of them, and the list can be narrowed to it', async () => {
    using branch = openTestBranch()
    const { db } = branch
    addMembers(db, '张伟', '李娜')
    expect(await listed(branch)).toEqual({ 张伟: null, 李娜: null })
    const link = await enrol(db, hub)
    setPhone(db, '李娜', '13800138000')
    addMembers(db, '王强')
    expect(await listed(branch)).toEqual({ 张伟: 'stored', 李娜: 'waiting', 王强: 'unsent' })
    expect(await listed(branch, ['waiting'])).toEqual({ 李娜: 'waiting' })
    await link.syncNow()
    db.sqlite.exec(`INSERT INTO receipt SELECT id, 'rejected', 'INVALID_VALUE', 'name', at FROM change
      WHERE "after" ->> 'name' = '王强'`)
    addMembers(db, '赵敏')
    const standing = { 张伟: 'stored', 李娜: 'stored', 王强: 'refused', 赵敏: 'unsent' } as const
    expect(await listed(branch)).toEqual(standing)
    for (const [name, reporting] of Object.entries(standing).slice(2)) {
      expect(await listed(branch, [reporting])).toEqual({ [name]: reporting })
    }
    expect(await listed(branch, ['stored', 'unsent'])).toEqual({ 张伟: 'stored', 李娜: 'stored', 赵敏: 'unsent' })
  })

  it('is told entry by entry on the page of the member, without values', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const id = db.write(() => insertMember(db, { name: '长', remark: tooLong }))
    await enrol(db, hub)
    setPhone(db, '长', '13800138000')
    const { entries } = clientOf(branch).federation
    expect(await entries.standing({ memberId: id })).toBe('refused')
    const { rows, total } = await entries.ofMember({ memberId: id, ...page })
    expect(total).toBe(3)
    expect(rows.map(({ table, state, reason, about }) => ({ table, state, reason, about }))).toEqual([
      { table: 'member', state: 'waiting', reason: null, about: [] },
      { table: 'membership_event', state: 'held', reason: 'PARENT_MISSING', about: [] },
      { table: 'member', state: 'rejected', reason: 'TOO_LONG', about: ['remark'] },
    ])
    expect(JSON.stringify(rows)).not.toContain('13800138000')
  })
})

describe('a refused record', () => {
  it('goes up as a whole once its fault is corrected, and its refusal is marked as dealt with', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const link = await enrol(db, hub)
    const id = db.write(() => insertMember(db, { name: '长', phone: '13800138000', remark: tooLong }))
    await link.syncNow()
    const { entries } = clientOf(branch).federation
    const attention = await entries.attention(page)
    expect(attention.rows.map(({ name, memberId, about }) => ({ name, memberId, about }))).toEqual([
      { name: '长', memberId: id, about: [] },
      { name: '长', memberId: id, about: ['remark'] },
    ])
    db.write(() => db.sqlite.prepare("UPDATE member SET remark = '短', phone = '13900139000'").run())
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '长', phone: '13900139000' }])
    expect(await entries.standing({ memberId: id })).toBe('stored')
    const told = await entries.ofMember({ memberId: id, ...page })
    expect(told.rows.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored', 'corrected'])
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('does not let what waited for it overwrite what was written since', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const { db } = branch
    const link = await enrol(db, hub, line.address)
    db.write(() => insertMember(db, { name: '长', phone: '13800138000', remark: tooLong }))
    await link.syncNow()
    db.write(() => db.sqlite.prepare("UPDATE member SET remark = '短'").run())
    let pushes = 0
    line.fault = (path) => (path === '/v1/push' && ++pushes > 1 ? 'dropRequest' : null)
    expect(await link.syncNow()).toMatchObject({ problem: 'HUB_UNREACHABLE', waiting: 1 })
    line.fault = () => null
    db.write(() => db.sqlite.prepare('UPDATE member SET remark = NULL').run())
    expect(await link.syncNow()).toMatchObject({ waiting: 0, attention: 0 })
    const [row] = await hub.rows(sql`SELECT columns->>'phone' AS phone, columns->>'remark' AS remark FROM record
      WHERE organisation = ${branch.branchId} AND "table" = 'member'`)
    expect(row).toEqual({ phone: '13800138000', remark: null })
  })

  it('leaves no trace in the history of the member', async () => {
    using branch = openTestBranch()
    const { db } = branch
    const link = await enrol(db, hub)
    const id = db.write(() => insertMember(db, { name: '长', remark: tooLong }))
    await link.syncNow()
    db.write(() => db.sqlite.prepare("UPDATE member SET remark = '短'").run())
    await link.syncNow()
    const history = await clientOf(branch).members.history({ id })
    expect(history.map(({ table, operation }) => `${table} ${operation}`)).toEqual([
      ...['member update', 'membership_event insert', 'member insert'],
    ])
  })

  it('has the fields beside the fault said again when only the fault is corrected', async () => {
    using branch = openTestBranch()
    const { db } = branch
    addMembers(db, '张伟')
    const link = await enrol(db, hub)
    db.write(() => db.sqlite.prepare("UPDATE member SET phone = '13800138000', remark = ?").run(tooLong))
    await link.syncNow()
    db.write(() => db.sqlite.prepare("UPDATE member SET remark = '短'").run())
    expect(await link.syncNow()).toMatchObject({ attention: 0, waiting: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: '13800138000' }])
  })
})
