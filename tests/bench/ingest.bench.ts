import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres, type HubDatabase } from '../../federation/database'
import { takeIntoService, type Hub } from '../../federation/hub'
import { ingest } from '../../federation/ingest'
import { device, organisation } from '../../federation/schema'
import { hubContract } from '../../shared/contract/hub'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId, type BranchId } from '../../shared/model/id'
import type { Columns } from '../../shared/sync/change'
import { REQUEST_MAX_ENTRIES } from '../../shared/sync/wire'
import { startPostgres, type PostgresServer } from '../fixtures/postgres'
import { insertBare, makeBareTables, rowsOf, type HubRows } from './bare-inserts'
import { milliseconds, report } from './measure'

/** Branches of the whole run; fewer for a quick one. */
const BRANCHES = Number(process.env['GONGHUI_BENCH_BRANCHES'] ?? 1_000)
const MEMBERS = 200
const HOUR = 3_600_000

const pushSchema = hubContract.push['~orpc'].inputSchema
if (pushSchema === undefined) throw new Error('A push has a shape')
const parsePush = (json: string) => pushSchema.parse(JSON.parse(json))

interface Sending {
  readonly organisation: BranchId
  readonly device: ReturnType<typeof newDevice>
  /** Bodies of requests, as JSON. */
  readonly bodies: readonly string[]
}

const newDevice = () => ({ device: newId(deviceIdSchema), incarnation: newId(incarnationSchema) })

/** Members of all branches, so that nobody is a member of two. */
let people = 0

/** What a branch sends of 200 members with ten changes each: the record, its event, five edits and three dues lines. */
function sendingOf(): Sending {
  const own = newDevice()
  const entries: Record<string, unknown>[] = []
  const last = new Map<string, string>()
  function enter(table: string, rowId: string, operation: 'insert' | 'update', after: Columns, before: Columns = {}) {
    const id = v7()
    const at = '2026-05-01T08:00:00.000Z'
    const seq = entries.length + 1
    const { incarnation } = own
    const base = last.get(rowId) ?? null
    entries.push({
      id,
      incarnation,
      seq,
      changeSet: v7(),
      table,
      rowId,
      operation,
      before,
      after,
      base,
      actor: 'local',
      at,
      batchId: null,
      hash: id.replaceAll('-', '').repeat(2),
    })
    last.set(rowId, id)
  }
  const organisationId = newId(branchIdSchema)
  const batchId = v7()
  enter('branch', organisationId, 'insert', { id: organisationId, union_name: '云溪机械厂工会委员会', is_sample: 0 })
  enter('batch', batchId, 'insert', {
    id: batchId,
    kind: 'charge',
    title: '2026-01',
    count: MEMBERS,
    at: '2026-05-01T08:00:00.000Z',
  })
  for (let index = 0; index < MEMBERS; index += 1) {
    const [member, event] = [v7(), v7()]
    const number = String((people += 1))
    const phone = `138${number.padStart(8, '0')}`
    enter('member', member, 'insert', {
      id: member,
      name: `会员${index}`,
      gender: 'male',
      birth_date: '1985-03-07',
      id_type: 'residentId',
      id_number: `1101011985${number.padStart(8, '0')}`,
      phone,
      department: '二车间',
      education: 'bachelor',
      join_date: '2010-07',
    })
    enter('membership_event', event, 'insert', {
      id: event,
      member_id: member,
      type: 'admission',
      date: '2010-07',
      recorded_at: '2026-05-01T08:00:00.000Z',
    })
    for (const [field, value] of [
      ['department', '三车间'],
      ['phone', `139${phone.slice(3)}`],
      ['position', '班长'],
      ['address', '云溪路12号'],
      ['education', 'master'],
    ] as const) {
      enter('member', member, 'update', { [field]: value }, { [field]: null })
    }
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      const line = v7()
      enter('dues_entry', line, 'insert', {
        id: line,
        member_id: member,
        kind: 'charge',
        amount: 1500,
        month,
        batch_id: batchId,
        recorded_at: '2026-05-01T08:00:00.000Z',
      })
    }
  }
  const bodies: string[] = []
  for (let from = 0; from < entries.length; from += REQUEST_MAX_ENTRIES) {
    const part = entries.slice(from, from + REQUEST_MAX_ENTRIES)
    bodies.push(
      JSON.stringify({
        stream: own.incarnation,
        fromSeq: from + 1,
        previous: entries[from - 1]?.['id'] ?? null,
        entries: part,
        waiting: 0,
      }),
    )
  }
  return { organisation: organisationId, device: own, bodies }
}

let server: PostgresServer
let database: HubDatabase
let hub: Hub
let client: Client
beforeAll(async () => {
  server = await startPostgres(['shared_buffers=512MB', 'max_wal_size=4GB'])
  database = await openPostgres(server.url, 4)
  hub = await takeIntoService(database, { name: '云溪区总工会' })
  client = new Client({ connectionString: server.url })
  await client.connect()
}, HOUR)
afterAll(async () => {
  await client.end()
  await database.close()
  await server.stop()
})

async function makeKnown(sendings: readonly Sending[]): Promise<void> {
  await database.orm
    .insert(organisation)
    .values(sendings.map(({ organisation: id }) => ({ organisation: id, path: [id], unionName: '一分会' })))
  await database.orm
    .insert(device)
    .values(sendings.map(({ organisation: id, device: own }) => ({ organisation: id, publicKey: '', ...own })))
}

/** Everything a hub does with a request once it has been unpacked and its sender is known. */
async function takeIn({ organisation: organisationId, device: { device }, bodies }: Sending): Promise<void> {
  for (const body of bodies) {
    const push = parsePush(body)
    const result = await ingest(hub, { organisation: organisationId, device }, push)
    expect(result.kind).toBe('stored')
  }
}

describe('ingest', () => {
  it(
    `of ${BRANCHES} branches with ${MEMBERS} members and ten changes each, against bare inserts of the same rows`,
    async () => {
      await makeBareTables(client)
      const STEP = 10
      const marks: string[] = []
      let [own, bare, entries] = [0, 0, 0]
      for (let done = 0; done < BRANCHES; done += STEP) {
        const sendings = Array.from({ length: Math.min(STEP, BRANCHES - done) }, sendingOf)
        await makeKnown(sendings)
        own += await milliseconds(async () => {
          for (const sending of sendings) await takeIn(sending)
        })
        // In turn, so that both see the same machine.
        const rows: HubRows[] = []
        for (const { organisation: id } of sendings) rows.push(await rowsOf(client, id))
        bare += await milliseconds(async () => {
          for (const tables of rows) await insertBare(client, tables)
        })
        entries += sendings.length * (2 + MEMBERS * 10)
        const branches = done + sendings.length
        if ([10, 100, 1_000].includes(branches))
          marks.push(`${branches} branches: ${((own / entries) * 1000).toFixed(1)} µs an entry`)
      }
      report(`ingest of ${entries} entries`, own, bare)
      console.log(
        `rate: ${Math.round((entries / own) * 1000)} entries a second, ${((100 * bare) / own).toFixed(0)} % of bare inserts; ${marks.join('; ')}`,
      )
      expect(bare / own).toBeGreaterThan(0.4)
    },
    HOUR,
  )
})
