import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { undoBatch } from '../../../db/undo'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { correct, type CorrectedRow } from '../../../federation/corrections'
import { memberIdSchema, newId, type BatchId, type MemberId } from '../../../shared/model/id'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { enrol, membersAtHub, setPhone } from './branch'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const grounds = { by: '云溪区总工会组织部', reason: '与登记表核对', account: null }

function update(rowId: MemberId, after: CorrectedRow['after']): CorrectedRow {
  return { operation: 'update', table: 'member', rowId, after }
}

/** A branch with one member, all of it at the hub. */
async function branchWith(branch: TestBranch) {
  const id = branch.db.write(() => insertMember(branch.db, { name: '张三', phone: '13800138000' }))
  const link = await enrol(branch.db, hub)
  return { id, link }
}

const memberHere = ({ db }: TestBranch, id: MemberId) =>
  db.sqlite.prepare('SELECT name, phone, department FROM member WHERE id = ?').get(id)
const batchesHere = ({ db }: TestBranch) =>
  db.sqlite.prepare<[], { id: BatchId; kind: string; title: string }>('SELECT id, kind, title FROM batch').all()
const openCases = ({ db }: TestBranch) =>
  db.sqlite.prepare('SELECT row_id, fields, mine, theirs, theirs_by FROM conflict WHERE batch_id IS NULL').all()
const receipts = (branch: TestBranch) =>
  hub.rows(sql`SELECT actor = 'local' AS is_local, outcome->>'result' AS result FROM change
    JOIN receipt ON receipt.organisation = change.organisation AND change_id = id
    WHERE change.organisation = ${branch.branchId} AND "table" = 'member' ORDER BY received_at, stream_seq`)

describe('a correction', () => {
  it('is an entry like any other at the hub, comes down, and is merged when it goes up again', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    const result = await correct(hub.hub, branch.branchId, [update(id, { phone: '13900139000' })], grounds)
    expect(result).toMatchObject({ kind: 'corrected', entries: 1 })
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13900139000' }])
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
    expect(memberHere(branch, id)).toMatchObject({ phone: '13900139000' })
    expect(batchesHere(branch)).toMatchObject([{ kind: 'correction', title: '云溪区总工会组织部：与登记表核对' }])
    await link.syncNow()
    expect((await receipts(branch)).map(({ result }) => result)).toEqual(['applied', 'applied', 'merged'])
    // It counts among the entries as well.
    const [counted] = await hub.rows(sql`SELECT value = (SELECT count(*) FROM change
      WHERE organisation = ${branch.branchId}) AS is_right FROM figure
      WHERE organisation = ${branch.branchId} AND name = 'entries'`)
    expect(counted).toEqual({ is_right: true })
  })

  it('is undone like any batch, and the hub follows', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    await correct(hub.hub, branch.branchId, [update(id, { phone: '13900139000' })], grounds)
    await link.syncNow()
    const [batch] = batchesHere(branch)
    if (batch === undefined) throw new Error('The correction is a batch')
    await undoBatch(branch.db, batch.id)
    await link.syncNow()
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13800138000' }])
  })

  it('applied twice changes nothing', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    await correct(hub.hub, branch.branchId, [update(id, { phone: '13900139000' })], grounds)
    await link.syncNow()
    setPhone(branch.db, '张三', '13700137000')
    branch.db.sqlite.prepare('UPDATE enrolment SET cursor = NULL').run()
    await link.syncNow()
    expect(memberHere(branch, id)).toMatchObject({ phone: '13700137000' })
    expect(batchesHere(branch)).toHaveLength(1)
    expect(openCases(branch)).toEqual([])
  })

  it('adds a member with the event that admits them', async () => {
    using branch = openTestBranch()
    const { link } = await branchWith(branch)
    const [memberId, eventId] = [v7(), v7()]
    const result = await correct(
      hub.hub,
      branch.branchId,
      [
        { operation: 'insert', table: 'member', rowId: memberId, after: { id: memberId, name: '李四', phone: null } },
        {
          operation: 'insert',
          table: 'membership_event',
          rowId: eventId,
          after: { id: eventId, member_id: memberId, type: 'admission', recorded_at: new Date().toISOString() },
        },
      ],
      grounds,
    )
    expect(result).toMatchObject({ kind: 'corrected', entries: 2 })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
    const standing = branch.db.sqlite
      .prepare('SELECT name, status FROM member JOIN member_standing ON member_id = id ORDER BY name')
      .all()
    expect(standing).toEqual([
      { name: '张三', status: 'active' },
      { name: '李四', status: 'active' },
    ])
    expect(await link.syncNow()).toMatchObject({ waiting: 0, attention: 0 })
  })

  it('is refused whole where one row cannot be so', async () => {
    using branch = openTestBranch()
    const { id } = await branchWith(branch)
    const wrong = [
      [update(id, { phone: '12' }), 'INVALID_VALUE', 'phone'],
      [update(id, { shoe_size: '43' }), 'INVALID_VALUE', 'shoe_size'],
      [update(id, { name: null }), 'INVALID_VALUE', 'name'],
      [update(newId(memberIdSchema), { name: '李四' }), 'ROW_MISSING', null],
      [{ operation: 'insert', table: 'member', rowId: id, after: { id, name: '王五' } }, 'INVALID_VALUE', 'id'],
      [{ operation: 'update', table: 'batch', rowId: id, after: { title: '一' } }, 'NOT_CORRECTABLE', null],
    ] as const
    for (const [row, reason, field] of wrong) {
      const good = update(id, { department: '一车间' })
      const result = await correct(hub.hub, branch.branchId, [good, row], grounds)
      expect(result).toEqual({ kind: 'refused', rows: [{ index: 1, reason, field }] })
    }
    const unchanged = await correct(hub.hub, branch.branchId, [update(id, { phone: '13800138000' })], grounds)
    expect(unchanged).toEqual({ kind: 'unchanged' })
    expect(await hub.rows(sql`SELECT 1 AS one FROM correction WHERE organisation = ${branch.branchId}`)).toEqual([])
    expect(await hub.rows(sql`SELECT 1 AS one FROM downward WHERE organisation = ${branch.branchId}`)).toEqual([])
  })

  it('does not overwrite what the branch changed meanwhile: it waits as a case, and the rest is taken over', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    await hub.down()
    setPhone(branch.db, '张三', '13700137000')
    expect(await link.syncNow()).toMatchObject({ link: 'offline' })
    await hub.up()
    await correct(hub.hub, branch.branchId, [update(id, { phone: '13900139000', department: '二车间' })], grounds)
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 1 })
    expect(memberHere(branch, id)).toEqual({ name: '张三', phone: '13700137000', department: '二车间' })
    expect(openCases(branch)).toMatchObject([
      { row_id: id, fields: '["phone"]', theirs: '{"phone":"13900139000"}', theirs_by: grounds.by },
    ])
    expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张三', phone: '13900139000' }])
  })

  it('of a record that is gone here waits as a case and never blocks what comes after it', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    const other = branch.db.write(() => insertMember(branch.db, { name: '李四' }))
    await link.syncNow()
    branch.db.writeBatch({ kind: 'removal', title: '张三' }, () => {
      branch.db.sqlite.prepare('DELETE FROM membership_event WHERE member_id = ?').run(id)
      branch.db.sqlite.prepare('DELETE FROM member WHERE id = ?').run(id)
      return { count: 1, result: null }
    })
    await correct(hub.hub, branch.branchId, [update(id, { phone: '13900139000' })], grounds)
    await correct(hub.hub, branch.branchId, [update(other, { department: '二车间' })], grounds)
    expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 1 })
    expect(memberHere(branch, other)).toMatchObject({ department: '二车间' })
    expect(openCases(branch)).toMatchObject([{ row_id: id }])
  })

  it('in a table that this program does not know stops the pull before it', async () => {
    using branch = openTestBranch()
    const { id, link } = await branchWith(branch)
    await correct(hub.hub, branch.branchId, [update(id, { department: '二车间' })], grounds)
    await hub.hub.orm.execute(
      sql`UPDATE downward SET body = jsonb_set(body, '{entries,0,after}', '{"shoe_size":"43"}') WHERE organisation = ${branch.branchId}`,
    )
    expect(await link.syncNow()).toMatchObject({ problem: 'HUB_INCOMPATIBLE' })
    expect(hubLinkOf(branch.db)).toBe(link)
  })
})
