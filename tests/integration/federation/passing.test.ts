import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { federation } from '../../../electron/backend/federation'
import { usualSyncSetting } from '../../../shared/model/sync-setting'
import { daySchema } from '../../../shared/model/date'
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

const clientOf = ({ db }: TestBranch) =>
  createRouterClient(federation, { context: { session: { db }, host: testHost().client } })

it('holds back what was chosen to stay, and nothing that the law asks for', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const client = clientOf(branch)
  await client.passing.choose({ kind: 'contacts', level: 'nothing' })
  db.write(() => insertMember(db, { name: '张伟', phone: '13800138000' }))
  await enrol(db, hub)
  expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
  await expect(client.passing.choose({ kind: 'idNumbers', level: 'nothing' })).rejects.toMatchObject({
    code: 'PASSING_FIXED',
  })
  const { kinds } = await client.passing.overview()
  expect(kinds.find(({ kind }) => kind === 'contacts')).toMatchObject({ level: 'nothing', basis: 'consent' })
})

it('passes care on only for members who consent to it by themselves', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const client = clientOf(branch)
  const [consenting] = db.write(() => [insertMember(db, { name: '张伟' }), insertMember(db, { name: '李娜' })])
  await client.passing.choose({ kind: 'care', level: 'all' })
  const told = { basis: 'separateConsent', givenOn: daySchema.parse('2026-03-01') } as const
  expect(await client.passing.tell({ ...told, memberIds: [consenting] })).toMatchObject({ members: 1 })
  db.write(() =>
    db.sqlite.exec(`INSERT INTO checkup (id, member_id, "on", attendance, finding)
      SELECT '0190bbbb-0000-7000-8000-00000000000' || rowid, id, '2026-03-02', 'attended', '结果' || name FROM member`),
  )
  await enrol(db, hub)
  const sent = await hub.rows(sql`SELECT after FROM change WHERE organisation = ${branch.branchId}`)
  expect(JSON.stringify(sent)).toContain('结果张伟')
  expect(JSON.stringify(sent)).not.toContain('结果李娜')
  const [notice] = await client.passing.withdraw({ memberId: consenting, on: told.givenOn })
  expect(notice).toMatchObject({ withdrawnOn: told.givenOn })
})

it('sends up what stayed once more may leave, and says what stays above once less may', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const client = clientOf(branch)
  const contacts = async () => (await client.passing.overview()).kinds.find(({ kind }) => kind === 'contacts')
  await client.passing.choose({ kind: 'contacts', level: 'nothing' })
  db.write(() => insertMember(db, { name: '张伟', phone: '13800138000' }))
  const link = await enrol(db, hub)
  addMembers(db, '李娜')
  db.write(() => db.sqlite.exec("UPDATE member SET phone = '13900139000' WHERE name = '李娜'"))
  await link.syncNow()
  expect(await membersAtHub(hub, branch.branchId)).toMatchObject([{ phone: null }, { phone: null }])
  expect(await contacts()).toMatchObject({ staysAbove: false })

  await client.passing.choose({ kind: 'contacts', level: 'all' })
  const entries = db.sqlite.prepare<[], number>('SELECT count(*) FROM change').pluck().get()
  expect(link.state()).toMatchObject({ link: 'waiting', progress: { sent: 0, total: entries, isAgain: true } })
  expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 0, progress: null })
  const full = [
    { name: '张伟', phone: '13800138000' },
    { name: '李娜', phone: '13900139000' },
  ]
  expect(await membersAtHub(hub, branch.branchId)).toEqual(full)
  expect(await contacts()).toMatchObject({ staysAbove: false })

  await client.passing.choose({ kind: 'contacts', level: 'nothing' })
  db.write(() => db.sqlite.exec("UPDATE member SET phone = '13700137000' WHERE name = '李娜'"))
  expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
  expect(await membersAtHub(hub, branch.branchId)).toEqual(full)
  expect(await contacts()).toMatchObject({ level: 'nothing', staysAbove: true })
})

it('writes down what the link did without anything personal', async () => {
  using branch = openTestBranch()
  const { db } = branch
  const client = clientOf(branch)
  db.write(() => insertMember(db, { name: '欧阳静怡', phone: '13800138000', idNumber: '11010519491231002X' }))
  const link = await enrol(db, hub)
  addMembers(db, '上官明')
  await link.syncNow()
  await client.settings.save({ ...usualSyncSetting, isSlow: true })
  const { rows } = await client.log.list({ offset: 0, limit: 20 })
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['settings', 'pass', 'enrol']))
  expect(rows[1]?.detail).toMatchObject({ entries: 2, waiting: 0, problem: null })
  const text = await client.log.text()
  expect(text).toContain('云溪区总工会')
  expect(text).toMatch(/^gonghui version=\d+\.\d+\.\d+ /)
  for (const secret of ['欧阳静怡', '上官明', '13800138000', '11010519491231002X']) expect(text).not.toContain(secret)
})
