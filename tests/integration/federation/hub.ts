import { sql, type Logger } from 'drizzle-orm'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { inject } from 'vitest'
import { everythingOf, type Seen } from '../../../federation/accounts/seen'
import { openEmbedded, openPostgres, type HubDatabase } from '../../../federation/database'
import { makeCode } from '../../../federation/enrolment'
import { listen, type HubServer, type ListenOptions } from '../../../federation/http/server'
import { takeIntoService, type Hub } from '../../../federation/hub'
import type { LimitSettings } from '../../../federation/service/limits'
import type { HubLog } from '../../../federation/service/log'

export const ADMIN_KEY = 'TEST-ADMN-KEY0-0000-0000'

/** A database of a test; `url` is where other processes find it, empty when they cannot. */
export interface TestDatabase extends HubDatabase {
  readonly url: string
}

/** An empty hub database: in memory, or on the PostgreSQL server of this run of the tests. */
export async function openTestDatabase(logger?: Logger): Promise<TestDatabase> {
  const url = inject('databaseUrl')
  if (url === undefined) return { ...(await openEmbedded(undefined, logger)), url: '' }
  const name = `gonghui_test_${v7().replaceAll('-', '')}`
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const { href } = Object.assign(new URL(url), { pathname: `/${name}` })
  const database = await openPostgres(href, 10, logger)
  return {
    ...database,
    url: href,
    async close() {
      await database.close()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

export interface TestHub extends AsyncDisposable {
  readonly hub: Hub
  /** What is seen by whoever sees everything. */
  readonly seen: Seen
  readonly server: HubServer
  /** Errors of the hub itself; a test that passes leaves none. */
  readonly errors: unknown[]
  code(madeFor?: string): Promise<string>
  /** The lines that a query answers. */
  rows(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]>
  /** Stops listening, and listens on the same port again. */
  down(): Promise<void>
  /** @param restored as the program is started after a backup of the database was put back */
  up(restored?: boolean): Promise<void>
}

/** So many that no test meets them by chance. */
const plenty: LimitSettings = {
  wrongCodes: { times: 100_000, seconds: 60 },
  signIns: { times: 100_000, seconds: 60 },
  requests: { times: 1_000_000, seconds: 60 },
  keyRequests: { times: 1000, seconds: 60 },
  wrongKeys: { times: 30, seconds: 900 },
  pushesAtOnce: 1000,
}

/** A real hub on loopback; `await using` stops it. */
export async function startHub(
  tls: { cert: string; key: string } | null = null,
  {
    log,
    logger,
    name = '云溪区总工会',
    secret = null,
    ...service
  }: Partial<ListenOptions> & {
    readonly log?: HubLog
    readonly logger?: Logger
    readonly name?: string
    readonly secret?: string | null
  } = {},
): Promise<TestHub> {
  const database = await openTestDatabase(logger)
  const serve = (restored: boolean) =>
    takeIntoService(database, { name, restored, secret, ...(log === undefined ? {} : { log }) })
  let hub = await serve(false)
  const errors: unknown[] = []
  const report = (error: unknown) => errors.push(error)
  const options = { host: '127.0.0.1', tls, adminKey: ADMIN_KEY, report, limits: plenty, ...service }
  let server = await listen(hub, { ...options, port: 0 })
  const { address } = server
  return {
    errors,
    get hub() {
      return hub
    },
    get seen() {
      return everythingOf(hub)
    },
    get server() {
      return server
    },
    code: (madeFor) => makeCode(hub, madeFor ?? null),
    async rows(query) {
      const answer: unknown = await hub.orm
        .select({ row: sql<Record<string, unknown>>`to_jsonb(line)` })
        .from(sql`(${query}) AS line`)
      if (!Array.isArray(answer)) throw new Error('A query answers lines')
      return answer.map(({ row }: { row: Record<string, unknown> }) => row)
    },
    down: () => server.close(),
    async up(restored = false) {
      if (restored) hub = await serve(true)
      server = await listen(hub, { ...options, port: Number(new URL(address).port) })
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await database.close()
    },
  }
}
