import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batches } from '../../../electron/backend/batches'
import { dues } from '../../../electron/backend/dues'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import type { BranchDatabase } from '../../../db/branch-database'
import { undoBatch } from '../../../db/undo'
import { openEmbedded } from '../../../federation/database'
import { takeIntoService } from '../../../federation/hub'
import { listen } from '../../../federation/http/server'
import { makeCode } from '../../../federation/enrolment'
import type { BatchId } from '../../../shared/model/id'
import { insertMember, openTestBranch, temporaryFolder } from '../../fixtures/branch'
import { fen, payday } from '../../fixtures/dues-client'
import { testHost } from '../../fixtures/host'
import { addMembers, copyOf, enrol, membersAtHub, receiptsAtHub, setPhone } from './branch'
import { ADMIN_KEY, startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const namesIn = ({ sqlite }: BranchDatabase) =>
  sqlite.prepare<[], string>('SELECT name FROM member').pluck().all().sort()
const names = async (branchId: string) => (await membersAtHub(hub, branchId)).map(({ name }) => name).sort()

describe('a copy of a record', () => {
  it('that goes on beside the first is refused loudly, whichever comes second', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    using copy = copyOf(branch)
    addMembers(branch.db, '张伟')
    addMembers(copy, '李娜')
    expect(await link.syncNow()).toMatchObject({ link: 'synced' })
    expect(await hubLinkOf(copy).syncNow()).toMatchObject({ link: 'offline', problem: 'HUB_REFUSES_COPY', waiting: 2 })
    expect(await names(branch.branchId)).toEqual(['张伟'])
  })

  it('is refused also when it has grown longer than what the hub has', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    using copy = copyOf(branch)
    addMembers(branch.db, '张伟')
    addMembers(copy, '李娜', '王强', '赵敏')
    await link.syncNow()
    expect(await hubLinkOf(copy).syncNow()).toMatchObject({ problem: 'HUB_REFUSES_COPY' })
    expect(await names(branch.branchId)).toEqual(['张伟'])
  })

  it('that has nothing to send yet is told that the hub has more than it', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    using copy = copyOf(branch)
    addMembers(branch.db, '张伟')
    await link.syncNow()
    expect(await hubLinkOf(copy).syncNow()).toMatchObject({ problem: 'HUB_REFUSES_COPY' })
  })

  it('goes on when a person decides so: nothing unsent is lost, nothing comes twice, and the first is refused', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟')
    const link = await enrol(branch.db, hub)
    addMembers(branch.db, '李娜')
    // Sent after the backup was made, and unsent in it.
    using restored = copyOf(branch)
    await link.syncNow()
    addMembers(branch.db, '王强')
    await link.syncNow()
    addMembers(restored, '赵敏')
    const restoredLink = hubLinkOf(restored)
    expect(await restoredLink.syncNow()).toMatchObject({ problem: 'HUB_REFUSES_COPY' })
    expect(await restoredLink.takeOver()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    expect(await names(branch.branchId)).toEqual(['张伟', '李娜', '王强', '赵敏'])
    // What the first had sent after the backup is back, and goes up again as the same.
    expect(namesIn(restored)).toEqual(['张伟', '李娜', '王强', '赵敏'].sort())
    expect(await receiptsAtHub(hub, branch.branchId)).toEqual({ applied: 11, merged: 2 })
    addMembers(branch.db, '孙丽')
    expect(await link.syncNow()).toMatchObject({ problem: 'HUB_REFUSES_COPY', waiting: 2 })
    addMembers(restored, '周杰')
    expect(await restoredLink.syncNow()).toMatchObject({ link: 'synced' })
    expect(await link.takeOver()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await restoredLink.syncNow()).toMatchObject({ problem: 'HUB_REFUSES_COPY' })
    const all = ['张伟', '李娜', '王强', '赵敏', '孙丽', '周杰'].sort()
    expect(await names(branch.branchId)).toEqual(all)
    expect(namesIn(branch.db)).toEqual(all)
  })

  it('conflicts where it changed what it has not seen changed, and merges elsewhere', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    const link = await enrol(branch.db, hub)
    using restored = copyOf(branch)
    setPhone(branch.db, '张伟', '13800138000')
    setPhone(branch.db, '李娜', '13900139000')
    await link.syncNow()
    setPhone(restored, '张伟', '13700137000')
    restored.write(() => restored.sqlite.prepare("UPDATE member SET department = '一车间' WHERE name = '李娜'").run())
    expect(await hubLinkOf(restored).takeOver()).toMatchObject({ link: 'synced', attention: 1 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([
      { name: '张伟', phone: '13800138000' },
      { name: '李娜', phone: '13900139000' },
    ])
    expect(restored.sqlite.prepare('SELECT result, field FROM receipt ORDER BY result').all()).toEqual([
      { result: 'conflict', field: 'phone' },
      { result: 'merged', field: null },
      { result: 'merged', field: null },
    ])
    // What only the other copy had changed is here too; what both had is left to a person.
    expect(restored.sqlite.prepare('SELECT name, phone, department FROM member ORDER BY rowid').all()).toEqual([
      { name: '张伟', phone: '13700137000', department: null },
      { name: '李娜', phone: '13900139000', department: '一车间' },
    ])
  })

  it('has back the money that was received since its backup, and what was taken back of it', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    const memberIds = [branch.db.write(() => insertMember(branch.db, { name: '张伟' }))]
    await link.syncNow()
    using restored = copyOf(branch)
    const context = { context: { session: { db: branch.db }, host: testHost().client } }
    const { payments } = createRouterClient(dues, context)
    const received = { method: 'cash', note: null, paidOn: payday, memberIds } as const
    await payments.record({ ...received, amount: fen(1_500) })
    const { batchId } = await payments.record({ ...received, amount: fen(2_500) })
    await createRouterClient(batches, context).undo({ id: batchId })
    await link.syncNow()
    const restoredLink = hubLinkOf(restored)
    await restoredLink.takeOver()
    await restoredLink.syncNow()
    const ledger = ({ sqlite }: BranchDatabase) =>
      sqlite.prepare<[], object>('SELECT id, kind, amount, batch_id, reverses_id FROM dues_entry ORDER BY id').all()
    expect(ledger(restored)).toHaveLength(3)
    expect(ledger(restored)).toEqual(ledger(branch.db))
    expect(await restoredLink.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
  })

  it('brings back nothing twice, and undoing it takes it out on both sides', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    using restored = copyOf(branch)
    addMembers(branch.db, '王强')
    await link.syncNow()
    const restoredLink = hubLinkOf(restored)
    await restoredLink.takeOver()
    await restoredLink.syncNow()
    const recalls = restored.sqlite.prepare<[], BatchId>("SELECT id FROM batch WHERE kind = 'recall'").pluck().all()
    expect(recalls).toHaveLength(1)
    for (const id of recalls) await undoBatch(restored, id)
    await restoredLink.syncNow()
    expect(namesIn(restored)).toEqual([])
    expect(await names(branch.branchId)).toEqual([])
  })
})

describe('a hub restored from its backup', () => {
  it('is filled up again from what the branch keeps', async () => {
    using place = temporaryFolder()
    const data = path.join(place.folder, 'hub')
    const backup = path.join(place.folder, 'backup')
    const open = async (port: number, restored: boolean) => {
      const database = await openEmbedded(data)
      const opened = await takeIntoService(database, { name: '云溪区总工会', restored })
      const server = await listen(opened, {
        host: '127.0.0.1',
        port,
        tls: null,
        adminKey: ADMIN_KEY,
        report: () => null,
      })
      const close = async () => {
        await server.close()
        await database.close()
      }
      return { hub: opened, server, close }
    }
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    addMembers(branch.db, '张伟')

    let own = await open(0, false)
    const port = Number(new URL(own.server.address).port)
    await link.enrol(own.server.address, await makeCode(own.hub, null))
    await link.syncNow()
    await own.close()
    cpSync(data, backup, { recursive: true })

    own = await open(port, false)
    addMembers(branch.db, '李娜', '王强')
    expect(await link.syncNow()).toMatchObject({ link: 'synced' })
    const firstLife = own.hub.identity.incarnation
    await own.close()
    rmSync(data, { recursive: true })
    cpSync(backup, data, { recursive: true })

    own = await open(port, true)
    addMembers(branch.db, '赵敏')
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    const kept = branch.db.sqlite.prepare('SELECT hub_incarnation FROM enrolment').pluck().get()
    expect(kept).toBe(own.hub.identity.incarnation)
    expect(kept).not.toBe(firstLife)
    const members = await own.hub.orm.execute(sql`SELECT 1 FROM record WHERE "table" = 'member'`)
    expect(members).toMatchObject({ rows: { length: 4 } })
    link.stop()
    await own.close()
  })
})
