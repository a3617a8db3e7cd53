import { sql, type Logger } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import type { Pool } from 'pg'
import { v7 } from 'uuid'
import * as schema from './schema'
import { hubMigrations, type HubMigration } from './schema/migrations'

/** Queries and transactions of the hub, whichever PostgreSQL answers them. */
export type HubQueries = PgDatabase<PgQueryResultHKT, typeof schema>

export interface HubDatabase {
  readonly orm: HubQueries
  /** Connections to a PostgreSQL server, which other processes may share; none with the embedded database. */
  readonly pool?: Pool
  close(): Promise<void>
}

/** Any number that no other program on the same server uses for an advisory lock. */
const MIGRATION_LOCK = 7420_2026

/**
 * Brings the database to this program's schema, in one transaction; several hub processes may start at once.
 * Throws when the database has steps that this program does not know.
 */
export async function migrateHub(orm: HubQueries, migrations: readonly HubMigration[] = hubMigrations): Promise<void> {
  await orm.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await tx.execute(
      sql`CREATE TABLE IF NOT EXISTS hub_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    )
    const applied = await tx
      .select({ name: sql<string>`name` })
      .from(sql`hub_migration`)
      .orderBy(sql`name`)
    const unknown = applied.find(({ name }) => !migrations.some((migration) => migration.name === name))
    if (unknown !== undefined) throw new Error(`The hub's database is newer than this program (${unknown.name})`)
    for (const migration of migrations.filter(({ name }) => !applied.some((step) => step.name === name))) {
      for (const statement of migration.sql.split(/;\n/)) {
        if (statement.trim() !== '') await tx.execute(sql.raw(statement))
      }
      await tx.execute(sql`INSERT INTO hub_migration (name) VALUES (${migration.name})`)
    }
    const first = { id: v7(), incarnation: v7() }
    if ((await tx.select().from(schema.hub)).length === 0) await tx.insert(schema.hub).values(first)
  })
}

/** Opens a PostgreSQL database by its address, `postgres://…`. */
export async function openPostgres(url: string, connections = 10, logger?: Logger): Promise<HubDatabase> {
  const pg = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: connections })
  // An idle connection that breaks is replaced when the next one is needed.
  pool.on('error', () => undefined)
  const orm: HubQueries = drizzlePg(pool, { schema, ...(logger === undefined ? {} : { logger }) })
  await migrateHub(orm)
  return { orm, pool, close: () => pool.end() }
}

/** Opens the embedded database in a folder, or in memory when none is given; one process only. */
export async function openEmbedded(folder?: string, logger?: Logger): Promise<HubDatabase> {
  const { PGlite } = await import('@electric-sql/pglite')
  const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  const orm: HubQueries = drizzlePglite(pglite, { schema, ...(logger === undefined ? {} : { logger }) })
  await migrateHub(orm)
  return { orm, close: () => pglite.close() }
}
