import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import type { BranchDatabase } from '../../../db/branch-database'
import { syncedTableSchema, type SyncedTable } from '../../../shared/sync/change'
import { tablePassing } from '../../../shared/sync/passing'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'
import { addMembers, enrol, membersAtHub, receiptsAtHub, setPhone } from './branch'
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

function countsOf(db: BranchDatabase, staying: readonly SyncedTable[]) {
  const count = (condition: string) =>
    db.sqlite.prepare<[], number>(`SELECT count(*) FROM change WHERE ${condition}`).pluck().get() ?? 0
  const names = staying.map((table) => `'${table}'`).join(', ')
  return { logged: count('true'), kept: count(`"table" IN (${names})`) }
}

describe('pushing', () => {
  it('brings everything recorded before and after the enrolment to the hub', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    const link = hubLinkOf(branch.db)
    expect(await link.enrol(hub.server.address, await hub.code())).toMatchObject({ hubName: '云溪区总工会' })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null, attention: 0 })
    addMembers(branch.db, '王强')
    setPhone(branch.db, '李娜', '13800138000')
    expect(link.state()).toMatchObject({ link: 'waiting', waiting: 3 })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([
      { name: '张伟', phone: null },
      { name: '李娜', phone: '13800138000' },
      { name: '王强', phone: null },
    ])
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 8 })
  })

  it('keeps every entry at the hub exactly as the branch logged it', async () => {
    using branch = openTestBranch()
    branch.db.write(() => insertMember(branch.db, { name: '𬀩 "明"\u0001', remark: '换\n行\u2028' }))
    await enrol(branch.db, hub)
    const kept =
      await hub.rows(sql`SELECT id, incarnation, seq, change_set, "table", row_id, operation, before, after, base,
      actor, at, batch_id, hash FROM change WHERE organisation = ${branch.branchId} ORDER BY stream_seq`)
    const logged = branch.db.sqlite
      .prepare(
        `SELECT id, incarnation, seq, change_set, "table", row_id, operation, "before", "after", base, actor, at,
        batch_id, hash FROM change ORDER BY position`,
      )
      .all()
    expect(kept).toEqual(logged)
  })

  it('sends a change set larger than a request in parts, and small ones whole', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const names = Array.from({ length: 400 }, (_, index) => `会员${index}`)
    addMembers(branch.db, ...names)
    for (const name of names.slice(0, 30)) addMembers(branch.db, `${name}甲`, `${name}乙`)
    await enrol(branch.db, hub, line.address)
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 1 + 800 + 120 })
    const cut = await hub.rows(sql`SELECT change_set FROM change WHERE organisation = ${branch.branchId}
      GROUP BY change_set HAVING count(DISTINCT received_at) > 1`)
    expect(cut).toHaveLength(1)
  })

  it('answers a lost reply with the same receipts when the entries come again', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const link = await enrol(branch.db, hub, line.address)
    addMembers(branch.db, '张伟')
    line.fault = (path) => (path === '/v1/push' ? 'dropReply' : null)
    expect(await link.syncNow()).toMatchObject({ link: 'offline', problem: 'HUB_UNREACHABLE', waiting: 2 })
    const before = await hub.rows(sql`SELECT * FROM receipt WHERE organisation = ${branch.branchId} ORDER BY change_id`)
    expect(before).toHaveLength(3)
    line.fault = () => null
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    const after = await hub.rows(sql`SELECT * FROM receipt WHERE organisation = ${branch.branchId} ORDER BY change_id`)
    expect(after).toEqual(before)
  })

  it('takes a reply that is cut in its middle for a broken line, not for something that is no hub', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const link = await enrol(branch.db, hub, line.address)
    line.fault = () => 'cutReply'
    expect(await link.syncNow()).toMatchObject({ link: 'offline', problem: 'HUB_UNREACHABLE' })
  })

  it('has the receipts of a lost reply after all', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    const link = await enrol(branch.db, hub, line.address)
    branch.db.write(() => insertMember(branch.db, { name: '长', remark: '长'.repeat(10_001) }))
    line.fault = (path) => (path === '/v1/push' ? 'dropReply' : null)
    expect(await link.syncNow()).toMatchObject({ link: 'offline', attention: 0 })
    line.fault = () => null
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 2 })
  })

  it('is not harmed by requests that arrive twice', async () => {
    using branch = openTestBranch()
    await using line = await openLine(hub.server.address)
    line.fault = (path) => (path === '/v1/push' ? 'duplicate' : null)
    const link = await enrol(branch.db, hub, line.address)
    addMembers(branch.db, '张伟', '李娜')
    line.fault = () => null
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 5 })
  })

  it('sends nothing of a batch that is still being written or was taken back', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const steps = branch.db.writeBatchInSteps({ kind: 'import', title: '花名册.xlsx' }, function* () {
      insertMember(branch.db, { name: '张伟' })
      yield null
      throw new Error('taken back')
    })
    await steps.next()
    expect(await link.syncNow()).toMatchObject({ waiting: 0 })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 1 })
    await expect(steps.next()).rejects.toThrow('taken back')
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 1 })
  })

  it('tells the hub nothing of what the branch keeps to itself but that there was something', async () => {
    using branch = openTestBranch()
    const { db } = branch
    fillEveryTable(db)
    db.writeBatch({ kind: 'hardship', title: '李静的困难档案' }, () => {
      db.sqlite.exec("UPDATE hardship_file SET health = '恶性肿瘤', bank_account = '6222020200112233445'")
      return { count: 1, result: null }
    })
    await enrol(db, hub)
    const staying = syncedTableSchema.options.filter((table) => tablePassing[table]?.kind === 'care')
    const { logged, kept } = countsOf(db, staying)
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: logged - kept, withheld: kept })
    const sent = await hub.rows(sql`SELECT "table", before::text AS before, after::text AS after FROM change
      WHERE organisation = ${branch.branchId}`)
    const text = JSON.stringify(sent)
    for (const word of ['恶性肿瘤', '6222020200112233445', '李静的困难档案', '住院互助保障', '加班费']) {
      expect(text).not.toContain(word)
    }
    expect(sent.filter(({ table }) => staying.some((name) => name === table))).toEqual([])
  })

  it('holds back a refused entry only, and says so', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    branch.db.write(() => insertMember(branch.db, { name: '长', remark: '长'.repeat(10_001) }))
    addMembers(branch.db, '张伟')
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 2 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 3, rejected: 1, held: 1 })
    const kept = branch.db.sqlite.prepare('SELECT result, reason, field FROM receipt ORDER BY result').all()
    expect(kept).toEqual([
      { result: 'held', reason: 'PARENT_MISSING', field: 'member_id' },
      { result: 'rejected', reason: 'TOO_LONG', field: 'remark' },
    ])
  })
})

describe('a hub that is down', () => {
  it('is told once, work goes on, and the branch catches up by itself', async () => {
    using branch = openTestBranch()
    await using own = await startHub()
    const link = await enrol(branch.db, own)
    const told: unknown[] = []
    const watching = link.watch()
    await own.down()
    addMembers(branch.db, '张伟')
    for await (const state of watching) {
      if (state.state === 'enrolled' && told.at(-1) !== state.problem) told.push(state.problem)
      if (state.state === 'enrolled' && state.problem !== null) break
    }
    expect(told).toEqual([null, 'HUB_UNREACHABLE'])
    addMembers(branch.db, '李娜')
    const again = link.watch()
    await own.up()
    for await (const state of again) {
      if (state.state !== 'enrolled' || state.link === 'synced') break
      expect(state.problem === null || state.problem === 'HUB_UNREACHABLE').toBe(true)
    }
    expect(await membersAtHub(own, branch.branchId)).toHaveLength(2)
    expect(link.state()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    link.stop()
  })

  it('does not keep the branch from being closed, nor watchers waiting', async () => {
    const branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const states: string[] = []
    const watching = (async () => {
      for await (const { state } of link.watch()) states.push(state)
    })()
    const syncing = link.syncNow()
    link.stop()
    branch[Symbol.dispose]()
    await Promise.allSettled([syncing])
    await watching
    expect(states[0]).toBe('enrolled')
  })
})
