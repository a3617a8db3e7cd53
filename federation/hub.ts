import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { HubIdentity } from '../shared/contract/hub'
import type { HubDatabase, HubQueries } from './database'
import { rebuildMissingFigures } from './figures/rebuild'
import { sealTotpSecrets } from './accounts/totp-secret'
import { hubKeys, type HubKeys } from './hub-keys'
import { hub } from './schema'
import { sealOf, type Seal } from './seal'
import { HubLog } from './service/log'
import { HubMetrics } from './service/metrics'

/** A running hub: its database and what it says of itself. */
export interface Hub {
  readonly orm: HubQueries
  readonly identity: HubIdentity
  /** See `HubDatabase`. */
  readonly pool: HubDatabase['pool']
  readonly metrics: HubMetrics
  readonly log: HubLog
  /** For exchange by file. */
  readonly keys: HubKeys
  /** Keeps secrets of accounts in the database. */
  readonly seal: Seal
}

/** What is not asked to keep a log keeps none. */
const silent = new HubLog('silent', { write: () => undefined })

/**
 * Takes an opened database into service. `restored` says that it comes from a backup: the hub begins a new incarnation.
 * `secret` is the one outside the database under which secrets of accounts are kept in it.
 */
export async function takeIntoService(
  database: HubDatabase,
  {
    name,
    restored = false,
    log = silent,
    secret = null,
  }: { name: string; restored?: boolean; log?: HubLog; secret?: string | null },
): Promise<Hub> {
  const { orm, pool } = database
  const [found] = await orm.select().from(hub)
  if (found === undefined) throw new Error('The database is not a hub yet')
  const { id } = found
  const incarnation = restored ? v7() : found.incarnation
  if (restored) await orm.update(hub).set({ incarnation }).where(eq(hub.id, id))
  await rebuildMissingFigures(orm)
  const keys = await hubKeys(orm, id)
  const seal = sealOf(secret)
  const running = { orm, identity: { id, incarnation, name }, pool, keys, seal, metrics: new HubMetrics(database), log }
  await sealTotpSecrets(running)
  return running
}
