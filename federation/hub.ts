import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { HubIdentity } from '../shared/contract/hub'
import type { HubDatabase, HubQueries } from './database'
import { rebuildMissingFigures } from './figures/rebuild'
import { hub } from './schema'

/** A running hub: its database and what it says of itself. */
export interface Hub {
  readonly orm: HubQueries
  readonly identity: HubIdentity
}

/**
 * Takes an opened database into service. `restored` says that it comes from a backup: the hub begins a new incarnation.
 */
export async function takeIntoService(
  { orm }: HubDatabase,
  { name, restored = false }: { name: string; restored?: boolean },
): Promise<Hub> {
  const [found] = await orm.select().from(hub)
  if (found === undefined) throw new Error('The database is not a hub yet')
  const { id } = found
  const incarnation = restored ? v7() : found.incarnation
  if (restored) await orm.update(hub).set({ incarnation }).where(eq(hub.id, id))
  await rebuildMissingFigures(orm)
  return { orm, identity: { id, incarnation, name } }
}
