import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, request as httpRequest } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { figuresByOrganisation } from '../../../federation/figures/read'
import { makeCode } from '../../../federation/enrolment'
import { takeIntoService, type Hub } from '../../../federation/hub'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, setPhone } from './branch'
import { listenAnywhere } from './faulty-line'
import { openTestDatabase, type TestDatabase } from './hub'

/** Only a PostgreSQL server bears several processes. */
const url = inject('databaseUrl')

interface HubProcess {
  readonly address: string
  readonly child: ChildProcess
}

/** The built hub in a process of its own, on any free port. */
async function startProcess(databaseUrl: string): Promise<HubProcess> {
  const main = path.resolve(import.meta.dirname, '../../../dist/hub/main.js')
  const settings = { DATABASE_URL: databaseUrl, GONGHUI_HUB_PORT: '0', GONGHUI_HUB_LOG: 'error' }
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings } })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found !== null) resolve(found[0])
    })
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.once('exit', () => reject(new Error(`The hub ended: ${said}`)))
  })
  return { address, child }
}

/** Ends a process as a service manager does, and answers how it ended. */
function end({ child }: HubProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

describe.skipIf(url === undefined)('two processes on one PostgreSQL behind a load balancer', () => {
  let database: TestDatabase
  let hub: Hub
  const processes: HubProcess[] = []
  /** Where the balancer sends requests, in turn. */
  let addresses: string[] = []
  let turn = 0
  const balancer = createServer((incoming, outgoing) => {
    turn += 1
    const target = (addresses[turn % addresses.length] ?? '') + (incoming.url ?? '/')
    const passed = httpRequest(target, { method: incoming.method ?? 'GET', headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  let balanced = ''

  beforeAll(async () => {
    database = await openTestDatabase()
    hub = await takeIntoService(database, { name: '云溪区总工会' })
    // Both start at once on a database that one of them has to count and look after.
    processes.push(...(await Promise.all([startProcess(database.url), startProcess(database.url)])))
    addresses = processes.map(({ address }) => address)
    balanced = `http://127.0.0.1:${await listenAnywhere(balancer)}`
  })
  afterAll(async () => {
    balancer.closeAllConnections()
    balancer.close()
    for (const running of processes) if (running.child.exitCode === null) await end(running)
    await database.close()
  })

  async function everythingOf(branchId: string) {
    const [found] = await database.orm
      .select({
        entries: sql<number>`(SELECT count(*)::integer FROM change WHERE organisation = ${branchId})`,
        receipts: sql<number>`(SELECT count(*)::integer FROM receipt WHERE organisation = ${branchId})`,
        numbers: sql<number>`(SELECT count(DISTINCT stream_seq)::integer FROM change WHERE organisation = ${branchId})`,
        last: sql<number>`(SELECT max(stream_seq)::integer FROM change WHERE organisation = ${branchId})`,
      })
      .from(sql`(SELECT 1) AS one`)
    const figure = (await figuresByOrganisation(database.orm, ['']))(branchId)
    return { ...found, counted: figure('entries'), members: figure('members.active') }
  }

  it('lose and double nothing of several branches that are sent to one and the other', async () => {
    const branches = Array.from({ length: 4 }, () => openTestBranch())
    const links = await Promise.all(
      branches.map(async ({ db }) => {
        const link = hubLinkOf(db)
        await link.enrol(balanced, await makeCode(hub, null))
        return link
      }),
    )
    for (let round = 0; round < 4; round += 1) {
      for (const { db } of branches) {
        addMembers(db, `甲${round}`, `乙${round}`)
        setPhone(db, `甲${round}`, '13800138000')
      }
      await Promise.all(links.map((link) => link.syncNow()))
    }
    for (const [index, { branchId, db }] of branches.entries()) {
      expect(links[index]?.state()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
      const logged = db.sqlite.prepare<[], number>('SELECT count(*) FROM change').pluck().get() ?? 0
      const all = { entries: logged, receipts: logged, numbers: logged, last: logged, counted: logged }
      expect(await everythingOf(branchId)).toEqual({ ...all, members: 8 })
      links[index]?.stop()
      branches[index]?.[Symbol.dispose]()
    }
  })

  it('count wrong codes together', async () => {
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    const codes: unknown[] = []
    for (let tries = 0; tries < 21; tries += 1) {
      await link.enrol(balanced, '0000-0000-0000').catch((error: unknown) => {
        codes.push(error instanceof ORPCError ? error.code : error)
      })
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'ENROLMENT_CODE_WRONG'))
    expect(codes[20]).toBe('HUB_UNREACHABLE')
    await database.orm.execute(sql`DELETE FROM rate_limit`)
  })

  it('let one be stopped while a branch sends, which goes on with the other', async () => {
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    await link.enrol(balanced, await makeCode(hub, null))
    addMembers(branch.db, ...Array.from({ length: 1_500 }, (_, index) => `会员${index}`))
    const sending = link.syncNow()
    const [first, second] = processes
    if (first === undefined || second === undefined) throw new Error('There are two processes')
    const ended = await end(first)
    expect(ended).toBe(0)
    addresses = [second.address]
    await sending
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null })
    expect(await everythingOf(branch.branchId)).toMatchObject({ entries: 3_001, last: 3_001, members: 1_500 })
    link.stop()
  })
})
