import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federationQueries } from '../../../db/queries/federation'
import { connectHub } from '../../../federation/client/hub-client'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { figuresByOrganisation } from '../../../federation/figures/read'
import { rebuildFigures } from '../../../federation/figures/rebuild'
import { takeIntoService } from '../../../federation/hub'
import { ingest } from '../../../federation/ingest'
import { device, organisation } from '../../../federation/schema'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId } from '../../../shared/model/id'
import type { Columns } from '../../../shared/sync/change'
import { wireChangeSchema, type WireChange } from '../../../shared/sync/wire'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, enrol, setPhone } from './branch'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

/** What a look at every record and receipt of an organisation says, without anything kept beside them. */
async function scan(id: string) {
  const rows = await hub.rows(sql`WITH live AS (
      SELECT "table", row_id::text AS id, rev, columns FROM record WHERE organisation = ${id} AND NOT deleted
    ), standing AS (
      SELECT member.columns AS member, coalesce((SELECT CASE event.columns->>'type'
          WHEN 'admission' THEN 'active' WHEN 'transferIn' THEN 'active' WHEN 'restoration' THEN 'active'
          WHEN 'keeping' THEN 'kept' WHEN 'transferOut' THEN 'transferred' WHEN 'expulsion' THEN 'expelled'
          WHEN 'withdrawal' THEN 'withdrawn' WHEN 'death' THEN 'deceased' END
        FROM live AS event WHERE event."table" = 'membership_event' AND event.columns->>'member_id' = member.id
        ORDER BY event.rev DESC LIMIT 1), 'active') AS status
      FROM live AS member WHERE member."table" = 'member'
        AND member.id NOT IN (SELECT columns->>'member_id' FROM live WHERE "table" = 'member_merge')
    ), lacking AS (
      SELECT member->>'id_number' IS NULL AS id_number, member->>'phone' IS NULL AS phone,
        member->>'birth_date' IS NULL AS birth_date FROM standing WHERE status IN ('active', 'kept')
    ), activity AS (
      SELECT id, substr(columns->>'starts_on', 1, 7) AS month FROM live
      WHERE "table" = 'activity' AND columns->>'cancelled_on' IS NULL
    )
    SELECT 'members.' || status AS name, '' AS period, count(*)::float8 AS value FROM standing GROUP BY 1
    UNION ALL SELECT 'incomplete', '', count(*) FROM lacking WHERE id_number OR phone OR birth_date
    UNION ALL SELECT 'incomplete.idNumber', '', count(*) FROM lacking WHERE id_number
    UNION ALL SELECT 'incomplete.phone', '', count(*) FROM lacking WHERE phone
    UNION ALL SELECT 'incomplete.birthDate', '', count(*) FROM lacking WHERE birth_date
    UNION ALL SELECT 'duesCharged', columns->>'month', sum((columns->>'amount')::bigint) FROM live
      WHERE "table" = 'dues_entry' AND columns->>'month' IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'duesReceived', substr(columns->>'paid_on', 1, 7), -sum((columns->>'amount')::bigint) FROM live
      WHERE "table" = 'dues_entry' AND columns->>'paid_on' IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'activities', month, count(*) FROM activity GROUP BY 2
    UNION ALL SELECT 'participations', month, count(*) FROM activity JOIN live ON live."table" = 'participation'
      AND live.columns->>'activity_id' = activity.id AND live.columns->>'attendance' = 'present' GROUP BY 2
    UNION ALL SELECT 'directiveAnswers', columns->>'directive_id', count(*) FROM live
      WHERE "table" = 'directive_answer' GROUP BY 2
    UNION ALL SELECT 'directiveFigures', columns->>'directive_id', sum((columns->>'figure')::bigint) FROM live
      WHERE "table" = 'directive_answer' AND columns->>'figure' IS NOT NULL GROUP BY 2
    UNION ALL SELECT 'entries', '', count(*) FROM change WHERE organisation = ${id}
    UNION ALL SELECT 'attention.' || (outcome->>'result'), '', count(*) FROM receipt
      WHERE organisation = ${id} AND outcome->>'result' IN ('conflict', 'held', 'rejected') AND NOT settled
      GROUP BY 1`)
  return plain(rows)
}

const plain = (rows: Record<string, unknown>[]) =>
  Object.fromEntries(
    rows.flatMap(({ name, period, value }): [string, unknown][] =>
      value === 0 ? [] : [[`${String(name)} ${String(period)}`, value]],
    ),
  )

async function kept(id: string) {
  return plain(await hub.rows(sql`SELECT name, period, value::float8 FROM figure WHERE organisation = ${id}`))
}

const standings = (id: string) =>
  hub.rows(
    sql`SELECT member, is_here, status, merges, lacks FROM member_standing WHERE organisation = ${id} ORDER BY member`,
  )

/** One entry in the making: what it says of which row, by which of two devices, and what its author had seen. */
interface Draft {
  readonly device: number
  readonly row: readonly [string, number]
  readonly operation: WireChange['operation']
  readonly columns: Columns
  readonly base: 'none' | 'own' | 'last'
}

/** Rows have one of a few identifiers, so that entries meet. */
const ids = new Map<string, string>()
function idOf(table: string, index: number): string {
  const found = ids.get(`${table} ${index}`) ?? v7()
  ids.set(`${table} ${index}`, found)
  return found
}

const ref = (table: string, count: number) => fc.nat(count - 1).map((index) => idOf(table, index))
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null })
const day = fc.constantFrom('2026-01-05', '2026-01-31', '2026-02-01', '2025-12-31')
const eventTypes = ['admission', 'keeping', 'restoration', 'transferOut', 'death', 'none of ours']
const columnsOf: Readonly<Record<string, { readonly rows: number; readonly columns: fc.Arbitrary<Columns> }>> = {
  member: {
    rows: 4,
    columns: fc.record(
      { id_number: maybe(fc.constant('1')), phone: maybe(fc.constant('2')), birth_date: maybe(day) },
      { requiredKeys: [] },
    ),
  },
  membership_event: {
    rows: 5,
    columns: fc.record({ member_id: ref('member', 4), type: fc.constantFrom(...eventTypes) }),
  },
  member_merge: { rows: 2, columns: fc.record({ member_id: ref('member', 4), into_id: ref('member', 4) }) },
  dues_entry: {
    rows: 4,
    columns: fc.record({
      member_id: ref('member', 4),
      batch_id: ref('batch', 1),
      amount: fc.integer({ min: -5_000, max: 5_000 }),
      month: maybe(day.map((text) => text.slice(0, 7))),
      paid_on: maybe(day),
    }),
  },
  activity: {
    rows: 3,
    columns: fc.record({ starts_on: day, cancelled_on: maybe(day) }, { requiredKeys: ['starts_on'] }),
  },
  participation: {
    rows: 5,
    columns: fc.record(
      {
        activity_id: ref('activity', 3),
        member_id: ref('member', 4),
        attendance: fc.constantFrom('present', 'absent', 'signedUp'),
      },
      { requiredKeys: ['activity_id', 'member_id', 'attendance'] },
    ),
  },
  directive_answer: {
    rows: 2,
    columns: fc.record({ directive_id: ref('directive', 2), figure: fc.option(fc.nat(900), { nil: null }) }),
  },
}

/** What a new row needs besides, so that the hub takes it. */
const needs: Readonly<Record<string, Columns>> = {
  member: { name: '张伟' },
  membership_event: { recorded_at: '2026-01-01T00:00:00.000Z' },
  dues_entry: { kind: 'charge', recorded_at: '2026-01-01T00:00:00.000Z' },
  activity: { title: '春游', type: 'sports', ends_on: '2026-02-02' },
  directive_answer: { answered_on: '2026-01-01' },
}

const draft: fc.Arbitrary<Draft> = fc.oneof(
  ...Object.entries(columnsOf).map(([table, { rows, columns }]) =>
    fc.record({
      device: fc.nat(1),
      row: fc.tuple(fc.constant(table), fc.nat(rows - 1)),
      operation: fc.constantFrom<WireChange['operation'][]>('insert', 'insert', 'update', 'delete'),
      columns,
      base: fc.constantFrom<Draft['base'][]>('none', 'own', 'own', 'last'),
    }),
  ),
)

/** A branch of two devices, made known to the hub by hand; what it is given it sends as entries. */
async function newBranch() {
  const id = newId(branchIdSchema)
  const devices = [0, 1].map(() => ({ device: newId(deviceIdSchema), incarnation: newId(incarnationSchema) }))
  await hub.hub.orm.insert(organisation).values({ organisation: id, path: [id], unionName: '一分会' })
  await hub.hub.orm.insert(device).values(devices.map((own) => ({ organisation: id, publicKey: '', ...own })))
  const sent = devices.map((): WireChange[] => [])
  const last = new Map<string, string>()

  async function send(device: number, entries: readonly ReturnType<typeof entryOf>[]) {
    const sender = devices[device]
    const before = sent[device]
    if (sender === undefined || before === undefined) throw new Error('There are two devices')
    const { incarnation } = sender
    const fromSeq = before.length + 1
    const previous = before.at(-1)?.id ?? null
    const numbered = entries.map((entry, index) =>
      wireChangeSchema.parse({ ...entry, id: v7(), seq: fromSeq + index, incarnation }),
    )
    before.push(...numbered)
    for (const { id: entry, rowId } of numbered) last.set(rowId, entry).set(`${device} ${rowId}`, entry)
    const result = await ingest(
      hub.hub,
      { organisation: id, device: sender.device },
      { stream: incarnation, fromSeq, previous, entries: numbered, waiting: 0 },
    )
    expect(result.kind).toBe('stored')
  }

  function entryOf({ device, row: [table, index], operation, columns, base }: Draft) {
    const rowId = idOf(table, index)
    const whole = operation === 'insert' ? { id: rowId, ...needs[table], ...columns } : columns
    return {
      changeSet: v7(),
      table,
      rowId,
      operation,
      before: operation === 'insert' ? {} : columns,
      after: operation === 'delete' ? {} : whole,
      base: base === 'none' ? null : (last.get(base === 'own' ? `${device} ${rowId}` : rowId) ?? null),
      actor: 'local',
      at: '2026-01-01T00:00:00.000Z',
      batchId: null,
      hash: '0'.repeat(64),
    }
  }

  return {
    id,
    async send(device: number, drafts: readonly Draft[]) {
      // Batches come with the rows they made, and one that is missing holds dues back until it comes.
      const own = drafts.map((entry) => entryOf({ ...entry, device }))
      if (own.length > 0) await send(device, own)
    },
    async sendBatch() {
      const columns = { kind: 'charge', title: '', count: 1, at: '2026-01-01T00:00:00.000Z' }
      const batch = {
        device: 0,
        row: ['batch', 0] as const,
        operation: 'insert' as const,
        columns,
        base: 'none' as const,
      }
      await send(0, [entryOf(batch)])
    },
  }
}

describe('figures', () => {
  it('are what a scan says, whatever entries bring', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(draft, { maxLength: 12 }), { minLength: 3, maxLength: 12 }),
        async (pushes) => {
          const branch = await newBranch()
          for (const [index, drafts] of pushes.entries()) {
            if (index === 2) await branch.sendBatch()
            await branch.send(index % 2, drafts)
            const counted = await kept(branch.id)
            expect(counted).toEqual(await scan(branch.id))
            for (const name of Object.keys(counted)) seen.add(name.split(' ')[0] ?? '')
          }
          const [figures, members] = [await kept(branch.id), await standings(branch.id)]
          await hub.hub.orm.transaction((tx) => rebuildFigures(tx, branch.id))
          expect(await kept(branch.id)).toEqual(figures)
          expect(await standings(branch.id)).toEqual(members)
        },
      ),
      { seed: 20_261_124, numRuns: 25, endOnFailure: true },
    )
    // Every kind of figure was there to be wrong.
    for (const name of ['members.deceased', 'incomplete.phone', 'duesCharged', 'duesReceived', 'participations']) {
      expect(seen).toContain(name)
    }
    for (const name of ['directiveFigures', 'attention.conflict', 'attention.held', 'attention.rejected']) {
      expect(seen).toContain(name)
    }
  })

  it('of a database from before they were kept are counted once at the start', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    await enrol(branch.db, hub)
    const figures = await kept(branch.branchId)
    expect(figures).toMatchObject({ 'members.active ': 2, 'incomplete.phone ': 2, 'entries ': 5 })
    await hub.hub.orm.execute(sql`DELETE FROM figure WHERE organisation = ${branch.branchId}`)
    await hub.hub.orm.execute(sql`DELETE FROM member_standing WHERE organisation = ${branch.branchId}`)
    await takeIntoService({ orm: hub.hub.orm, close: () => Promise.resolve() }, { name: '云溪区总工会' })
    expect(await kept(branch.branchId)).toEqual(figures)
    setPhone(branch.db, '李娜', '13800138000')
    await hubLinkOf(branch.db).syncNow()
    const ofBranch = (await figuresByOrganisation(hub.hub.orm, ['']))(branch.branchId)
    expect([ofBranch('incomplete.phone'), ofBranch('incomplete'), ofBranch('entries')]).toEqual([1, 2, 6])
  })

  it('tell the branch what the hub has of it', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜', '王强')
    await enrol(branch.db, hub)
    const queries = federationQueries(branch.db)
    const own = queries.device.get()
    const enrolment = queries.enrolment.get()
    if (own === undefined || enrolment === undefined) throw new Error('The branch is enrolled')
    const call = connectHub({
      address: hub.server.address,
      identity: { organisation: branch.branchId, device: own.id, incarnation: own.incarnation },
      privateKey: enrolment.privateKey,
      signal: new AbortController().signal,
    })
    const { figures } = await call((client) => client.state({ waiting: 0 }))
    expect(figures).toEqual({ members: 3, duesReceived: 0, entries: 7 })
  })
})
