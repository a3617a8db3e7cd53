import { sql } from 'drizzle-orm'
import type { HubQueries } from '../database'

/*
 * How the hub's tables lie on a Citus cluster. Every table is distributed by `organisation`, so that all of an
 * organisation is on one node and its ingest is a transaction there; the few that are not are named here, with why.
 */

/** The same on every node. */
export const referenceTables: Readonly<Record<string, string>> = {
  hub: 'one row that every request needs',
}

/** Left on the coordinator. */
export const localTables: Readonly<Record<string, string>> = {
  hub_migration: 'read at the start only',
  rate_limit: 'counts addresses, which belong to no organisation; emptied as it goes',
}

/** The column by which every other table is distributed. */
export const DISTRIBUTION_COLUMN = 'organisation'

interface HubTable {
  readonly name: string
  /** Tables that its foreign keys refer to. */
  readonly refersTo: readonly string[]
}

async function tablesOf(orm: HubQueries): Promise<HubTable[]> {
  const found = await orm
    .select({
      name: sql<string>`relname`,
      refersTo: sql<string | null>`(SELECT string_agg(DISTINCT confrelid::regclass::text, ',') FROM pg_constraint
        WHERE conrelid = pg_class.oid AND contype = 'f' AND confrelid <> conrelid)`,
    })
    .from(sql`pg_class`)
    .where(sql`relkind = 'r' AND relnamespace = current_schema()::regnamespace`)
    .orderBy(sql`relname`)
  return found.map(({ name, refersTo }) => ({ name, refersTo: refersTo?.split(',') ?? [] }))
}

/** Tables after those that they refer to. */
function inOrder(tables: readonly HubTable[]): HubTable[] {
  const sorted: HubTable[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const free = waiting.filter(({ refersTo }) => !refersTo.some((name) => names.has(name)))
    if (free.length === 0) throw new Error('Tables refer to each other')
    sorted.push(...free)
    waiting = waiting.filter((table) => !free.includes(table))
  }
  return sorted
}

/** What distributes the tables of a hub over a Citus cluster, statement by statement; `OPERATION.md` says when. */
export async function distributionStatements(orm: HubQueries): Promise<string[]> {
  const tables = inOrder((await tablesOf(orm)).filter(({ name }) => !(name in localTables)))
  const [first] = tables.filter(({ name }) => !(name in referenceTables))
  return tables.map(({ name }) => {
    if (name in referenceTables) return `SELECT create_reference_table('${name}');`
    const together = name === first?.name ? '' : `, colocate_with => '${first?.name}'`
    return `SELECT create_distributed_table('${name}', '${DISTRIBUTION_COLUMN}'${together});`
  })
}
