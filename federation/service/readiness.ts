import { sql } from 'drizzle-orm'
import type { HubQueries } from '../database'
import { hubMigrations } from '../schema/migrations'

/** What keeps a hub from taking requests now; null when nothing does. */
export type Unready = 'STOPPING' | 'DATABASE_AWAY' | 'SCHEMA_DIFFERS' | null

/** Asks the database whether it answers and has the schema of this program. */
export async function readiness(orm: HubQueries, isStopping: boolean): Promise<Unready> {
  if (isStopping) return 'STOPPING'
  try {
    const applied = await orm.select({ name: sql<string>`name` }).from(sql`hub_migration`)
    const names = new Set(applied.map(({ name }) => name))
    const isOurs = names.size === hubMigrations.length && hubMigrations.every(({ name }) => names.has(name))
    return isOurs ? null : 'SCHEMA_DIFFERS'
  } catch {
    return 'DATABASE_AWAY'
  }
}
