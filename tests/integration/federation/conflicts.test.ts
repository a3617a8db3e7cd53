import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { conflictQueries } from '../../../db/queries/conflicts'
import { undoBatch } from '../../../db/undo'
import { batchQueries } from '../../../db/queries/batches'
import { federation } from '../../../electron/backend/federation'
import { settleCases } from '../../../electron/backend/federation/conflicts/settle'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { home } from '../../../electron/backend/home'
import { correct } from '../../../federation/corrections'
import type { BatchId, MemberId } from '../../../shared/model/id'
import type { Columns } from '../../../shared/sync/change'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { copyOf, enrol, membersAtHub, setPhone } from './branch'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const grounds = { by: '云溪区总工会', reason: '与登记表核对', account: null }
const page = { offset: 0, limit: 20 }

function clientOf(db: BranchDatabase) {
  const context = { context: { session: { db }, host: testHost().client } }
  return { federation: createRouterClient(federation, context), home: createRouterClient(home, context) }
}

const correctMember = (branch: TestBranch, rowId: MemberId, after: Columns) =>
  correct(hub.hub, branch.branchId, [{ operation: 'update', table: 'member', rowId, after }], grounds)

/** A branch that changed a phone to …137 while the union above changed it to …139, and has heard of it. */
async function inConflict(branch: TestBranch) {
  const { db } = branch
  const id = db.write(() => insertMember(db, { name: '张三', phone: '13800138000', remark: '旧' }))
  const link = await enrol(db, hub)
  await hub.down()
  setPhone(db, '张三', '13700137000')
  await link.syncNow()
  await hub.up()
  await correctMember(branch, id, { phone: '13900139000' })
  expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 1 })
  return { id, link, db, client: clientOf(db) }
}

/** How many entries of a branch need a look, as the hub's figures have it. */
async function attentionAtHub({ branchId }: TestBranch): Promise<unknown> {
  const [found] = await hub.rows(
    sql`SELECT value::integer FROM figure WHERE organisation = ${branchId} AND name = 'attention.conflict'`,
  )
  return found?.['value']
}

const phoneHere = (db: BranchDatabase) => db.sqlite.prepare('SELECT phone FROM member').pluck().all()
const phoneAtHub = async (branch: TestBranch) => (await membersAtHub(hub, branch.branchId)).map(({ phone }) => phone)

describe('the conflict inbox', () => {
  it('tells both values masked, who and why, on the home page too; a reveal is logged', async () => {
    using branch = openTestBranch()
    const { client, db, id } = await inConflict(branch)
    const { total, rows } = await client.federation.conflicts.list({ ...page, state: 'open' })
    expect(total).toBe(1)
    expect(rows).toMatchObject([
      {
        table: 'member',
        memberId: id,
        name: '张三',
        kind: 'values',
        theirsBy: '云溪区总工会',
        reason: '与登记表核对',
        batchId: null,
        fields: [{ field: 'phone', mine: '137****7000', theirs: '139****9000', isMasked: true, bothWay: 'remarked' }],
      },
    ])
    expect(JSON.stringify(rows)).not.toContain('13900139000')
    const { tasks } = await client.home.summary()
    expect(tasks).toContainEqual({ kind: 'conflicts', records: 1 })
    const [found] = rows
    if (found === undefined) throw new Error('There is a case')
    const clear = await client.federation.conflicts.reveal({ id: found.id, key: 'phone', reason: '核对' })
    expect(clear).toEqual({ mine: '13700137000', theirs: '13900139000' })
    expect(db.sqlite.prepare("SELECT subject FROM access_event WHERE kind = 'reveal'").pluck().all()).toEqual(['phone'])
  })

  it.each([
    ['mine', '13700137000', '旧'],
    ['theirs', '13900139000', '旧'],
    ['both', '13700137000', '旧；另有移动电话：13900139000（云溪区总工会）'],
  ] as const)(
    'settled with %s is the same on both sides, and undoing it opens it again',
    async (choice, phone, remark) => {
      using branch = openTestBranch()
      const { client, db, link } = await inConflict(branch)
      const open = await client.federation.conflicts.list({ ...page, state: 'open' })
      expect(await attentionAtHub(branch)).toBe(1)
      const cases = open.rows.map(({ id }) => ({ id, choice, fields: {} }))
      const { batchId } = await client.federation.conflicts.settle({ cases })
      expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 0, waiting: 0 })
      expect(phoneHere(db)).toEqual([phone])
      expect(await phoneAtHub(branch)).toEqual([phone])
      expect(await attentionAtHub(branch)).toBe(0)
      expect(db.sqlite.prepare('SELECT remark FROM member').pluck().get()).toBe(remark)
      const settled = await client.federation.conflicts.list({ ...page, state: 'settled' })
      expect(settled.rows).toMatchObject([{ batchId, fields: [{ mine: '137****7000', theirs: '139****9000' }] }])
      await expect(client.federation.conflicts.settle({ cases })).rejects.toMatchObject({ code: 'NOT_FOUND' })

      await undoBatch(db, batchId)
      expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 1 })
      expect(phoneHere(db)).toEqual(['13700137000'])
      expect(await phoneAtHub(branch)).toEqual(['13700137000'])
      await client.federation.conflicts.settle({ cases: cases.map((one) => ({ ...one, choice: 'theirs' as const })) })
      await link.syncNow()
      expect(await phoneAtHub(branch)).toEqual(['13900139000'])
    },
  )

  it('keeps later changes of the same field in the same case, and closes one whose sides agree by now', async () => {
    using branch = openTestBranch()
    const { db, link, id } = await inConflict(branch)
    setPhone(db, '张三', '13600136000')
    await correctMember(branch, id, { phone: '13500135000' })
    expect(await link.syncNow()).toMatchObject({ attention: 1 })
    expect(phoneHere(db)).toEqual(['13600136000'])
    expect(await attentionAtHub(branch)).toBe(2)
    setPhone(db, '张三', '13500135000')
    expect(await link.syncNow()).toMatchObject({ attention: 0, waiting: 0 })
    expect(await attentionAtHub(branch)).toBe(0)
    expect(await phoneAtHub(branch)).toEqual(['13500135000'])
  })

  it('brings a removed member back whole, or removes them on both sides', async () => {
    for (const choice of ['theirs', 'mine'] as const) {
      using branch = openTestBranch()
      const { db } = branch
      const id = db.write(() => insertMember(db, { name: '张三', phone: '13800138000' }))
      const link = await enrol(db, hub)
      await hub.down()
      db.writeBatch({ kind: 'removal', title: '张三' }, () => {
        db.sqlite.prepare('DELETE FROM membership_event').run()
        db.sqlite.prepare('DELETE FROM member').run()
        return { count: 1, result: null }
      })
      await link.syncNow()
      await hub.up()
      await correctMember(branch, id, { phone: '13900139000' })
      expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 1 })
      const { rows } = await clientOf(db).federation.conflicts.list({ ...page, state: 'open' })
      expect(rows).toMatchObject([{ kind: 'deletedHere', name: '张三' }])
      settleCases(
        db,
        rows.map((found) => ({ id: found.id, choice, fields: {} })),
      )
      expect(await link.syncNow()).toMatchObject({ link: 'synced', attention: 0, waiting: 0 })
      const expected = choice === 'theirs' ? ['13900139000'] : []
      expect(phoneHere(db)).toEqual(expected)
      expect(await phoneAtHub(branch)).toEqual(expected)
      expect(db.sqlite.prepare('SELECT count(*) FROM membership_event').pluck().get()).toBe(expected.length)
    }
  })

  it('reads well between two copies of one record', async () => {
    for (const choice of ['theirs', 'mine'] as const) {
      using branch = openTestBranch()
      const { db } = branch
      db.write(() => insertMember(db, { name: '张三', phone: '13800138000' }))
      const link = await enrol(db, hub)
      using restored = copyOf(branch)
      setPhone(db, '张三', '13900139000')
      await link.syncNow()
      setPhone(restored, '张三', '13700137000')
      const other = hubLinkOf(restored)
      expect(await other.takeOver()).toMatchObject({ link: 'synced', attention: 1 })
      const { rows } = await clientOf(restored).federation.conflicts.list({ ...page, state: 'open' })
      expect(rows).toMatchObject([{ theirsBy: null, fields: [{ mine: '137****7000', theirs: '139****9000' }] }])
      expect(rows[0]?.theirsAt).not.toBeNull()
      settleCases(
        restored,
        rows.map(({ id }) => ({ id, choice, fields: {} })),
      )
      expect(await other.syncNow()).toMatchObject({ link: 'synced', attention: 0 })
      expect(await phoneAtHub(branch)).toEqual([choice === 'theirs' ? '13900139000' : '13700137000'])
    }
  })
})

type Act =
  | { readonly kind: 'edit' | 'correct'; readonly column: string; readonly value: string }
  | { readonly kind: 'sync' | 'undo' | 'settle'; readonly choice: 'mine' | 'theirs' | 'both' }

const choices = fc.constantFrom('mine', 'theirs', 'both')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('edit', 'correct'),
    column: fc.constantFrom('phone', 'remark', 'department'),
    value: fc.constantFrom('13700137000', '13800138000', '13900139000'),
  }),
  fc.record({ kind: fc.constantFrom('sync', 'undo', 'settle'), choice: choices }),
)

describe('edits, corrections, settlings and undos in any order', () => {
  it('end with both sides the same once all is settled and sent', { timeout: 120_000 }, async () => {
    using branch = openTestBranch()
    const { db } = branch
    const link = await enrol(db, hub)
    const openCases = () => conflictQueries(db).allOpen.all()
    const settleAll = (choice: 'mine' | 'theirs' | 'both') => {
      const cases = openCases().map(({ changeId }) => ({ id: changeId, choice, fields: {} }))
      if (cases.length > 0) settleCases(db, cases)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), choices, async (acts, last) => {
        const id = db.write(() => insertMember(db, { name: '张三', phone: '13800138000' }))
        await link.syncNow()
        for (const step of acts) {
          if (step.kind === 'edit') {
            db.write(() => db.sqlite.prepare(`UPDATE member SET ${step.column} = ? WHERE id = ?`).run(step.value, id))
          } else if (step.kind === 'correct') await correctMember(branch, id, { [step.column]: step.value })
          else if (step.kind === 'sync') await link.syncNow()
          else if (step.kind === 'settle') settleAll(step.choice)
          else {
            const batch = batchQueries(db).list.all({ limit: 1, offset: 0 })[0]
            if (batch?.undoable === 1 && batch.kind !== 'undo') await undoBatch(db, batch.id)
          }
        }
        for (let round = 0; round < 6; round += 1) {
          await link.syncNow()
          settleAll(last)
        }
        expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, attention: 0 })
        const [atHub] = await hub.rows(
          sql`SELECT columns FROM record WHERE organisation = ${branch.branchId} AND row_id = ${id}`,
        )
        const here = db.sqlite.prepare<[string], Columns>('SELECT * FROM member WHERE id = ?').get(id) ?? {}
        const present = Object.fromEntries(Object.entries(here).filter(([, value]) => value !== null))
        expect(atHub?.['columns']).toEqual(present)
        expect(await attentionAtHub(branch)).toBeOneOf([undefined, 0])
      }),
      { seed: 20261124, numRuns: 12 },
    )
    const batches = db.sqlite.prepare<[], BatchId>("SELECT id FROM batch WHERE kind = 'settling'").pluck().all()
    expect(batches.length).toBeGreaterThan(0)
  })
})
