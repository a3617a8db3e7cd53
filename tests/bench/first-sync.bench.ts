import { createServer } from 'node:http'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { hubLinkOf } from '../../electron/backend/federation/hub-link'
import { openPostgres } from '../../federation/database'
import { makeCode } from '../../federation/enrolment'
import { listen } from '../../federation/http/server'
import { takeIntoService } from '../../federation/hub'
import { insertMember, openTestBranch } from '../fixtures/branch'
import { startPostgres } from '../fixtures/postgres'
import { listenAnywhere, openLine, type FaultyLine } from '../integration/federation/faulty-line'
import { insertBare, makeBareTables, rowsOf } from './bare-inserts'
import { milliseconds, report } from './measure'

const MEMBERS = Number(process.env['GONGHUI_BENCH_MEMBERS'] ?? 20_000)

/** Sends bodies to a server that only reads them, one after another on one connection as a branch does. */
async function uploadBare(bodies: readonly Buffer[]): Promise<void> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end()))
  const address = `http://127.0.0.1:${await listenAnywhere(server)}`
  for (const body of bodies) await (await fetch(address, { method: 'POST', body: new Uint8Array(body) })).arrayBuffer()
  server.closeAllConnections()
  server.close()
}

const pushed = (line: FaultyLine, from = 0) =>
  line.requests.slice(from).flatMap(({ path, body }) => (path === '/v1/push' ? [body] : []))

it(`brings ${MEMBERS} members to the hub, against a bare upload of the same bytes and bare inserts`, async () => {
  await using server = await startPostgres(['shared_buffers=512MB', 'max_wal_size=4GB'])
  const database = await openPostgres(server.url)
  const hub = await takeIntoService(database, { name: '云溪区总工会' })
  const service = await listen(hub, {
    host: '127.0.0.1',
    port: 0,
    tls: null,
    adminKey: 'none',
    report: (error) => expect(error).toBeUndefined(),
  })
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await using line = await openLine(service.address)
  using branch = openTestBranch()
  const { db } = branch
  db.write(() => {
    for (let index = 0; index < MEMBERS; index += 1) {
      insertMember(db, { name: `会员${index}`, phone: `138${String(index).padStart(8, '0')}`, department: '二车间' })
    }
  })
  const link = hubLinkOf(db)
  const own = await milliseconds(async () => {
    await link.enrol(line.address, await makeCode(hub, null))
    for (;;) {
      const state = await link.syncNow()
      if (state.state !== 'enrolled' || state.problem !== null) throw new Error('It does not send')
      if (state.link === 'synced') break
    }
  })
  const bodies = pushed(line)
  await makeBareTables(client)
  const rows = await rowsOf(client, branch.branchId)
  const upload = await milliseconds(() => uploadBare(bodies))
  const bare = await milliseconds(() => insertBare(client, rows))
  const { values } = await hub.metrics.ingest.get()
  const insert = 1000 * (values.find(({ metricName }) => metricName?.endsWith('_sum') === true)?.value ?? Number.NaN)
  report(`enrolment and ${MEMBERS} members, against upload and the hub's insert`, own, upload + insert)
  report('the same, against upload and bare inserts', own, upload + bare)
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0)
  console.log(`${bodies.length} pushes, ${bytes} bytes, ${(bytes / MEMBERS).toFixed(0)} a member with its admission`)

  const memberIds = db.sqlite.prepare<[], string>('SELECT id FROM member LIMIT 200').pluck().all()
  const batch = db.sqlite.prepare(
    "INSERT INTO batch (id, kind, title, count, at) VALUES (?, 'charge', '', 1, '2026-05-01T08:00:00.000Z')",
  )
  const batchId = v7()
  db.write(() => batch.run(batchId))
  await link.syncNow()
  const dues = db.sqlite.prepare(
    "INSERT INTO dues_entry (id, member_id, kind, amount, month, batch_id, recorded_at) VALUES (?, ?, 'charge', 1500, '2026-01', ?, '2026-05-01T08:00:00.000Z')",
  )
  const phone = db.sqlite.prepare('UPDATE member SET phone = ? WHERE id = ?')
  const changes: [what: string, change: (index: number) => unknown][] = [
    [
      'new member',
      (index) => insertMember(db, { name: `新会员${index}`, phone: `137${String(index).padStart(8, '0')}` }),
    ],
    ['edit', (index) => phone.run(`136${String(index).padStart(8, '0')}`, memberIds[index])],
    ['dues line', (index) => dues.run(v7(), memberIds[index], batchId)],
  ]
  for (const [what, change] of changes) {
    const sizes: number[] = []
    for (const count of [1, 100]) {
      const from = line.requests.length
      db.write(() => {
        for (let index = 0; index < count; index += 1) change(index)
      })
      await link.syncNow()
      sizes.push(pushed(line, from).reduce((sum, body) => sum + body.length, 0) / count)
    }
    console.log(`bytes of a ${what}: ${sizes[0]?.toFixed(0)} alone, ${sizes[1]?.toFixed(0)} among 100`)
  }
  expect(own / (upload + insert)).toBeLessThan(3)
  link.stop()
  await client.end()
  await service.close()
  await database.close()
})
