import { and, eq, sql } from 'drizzle-orm'
import type { HubQueries } from '../database'
import { rebuildFigures } from '../figures/rebuild'
import { organisation, stream } from '../schema'

/** Any number that no other program on the same server uses for an advisory lock. */
const TREE_LOCK = 7420_2027

/** Waits for whoever changes the tree; until the end of the transaction nobody else does. */
export async function lockTree(tx: HubQueries): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${TREE_LOCK})`)
}

/** The nodes from the highest one down to the given one; none for null. */
export async function pathTo(tx: HubQueries, node: string | null): Promise<string[]> {
  if (node === null) return []
  const [found] = await tx
    .select({ path: organisation.path })
    .from(organisation)
    .where(eq(organisation.organisation, node))
  return found?.path ?? []
}

/** Adds an organisation below a node, or with null directly below the hub's own union. */
export async function hangBelow(
  tx: HubQueries,
  parent: string | null,
  values: Omit<typeof organisation.$inferInsert, 'parent' | 'path'>,
): Promise<void> {
  await lockTree(tx)
  const above = await pathTo(tx, parent)
  const path = [...above, values.organisation]
  await tx.insert(organisation).values({ ...values, parent: above.at(-1) ?? null, path })
}

/** Hangs an organisation, with all that is below it, below another node. The tree is locked and remains one. */
export async function rehang(tx: HubQueries, id: string, parent: string | null): Promise<void> {
  const [before, above] = [await pathTo(tx, id), await pathTo(tx, parent)]
  const prefix = sql`ARRAY[${sql.join(
    above.map((node) => sql`${node}::uuid`),
    sql`, `,
  )}]::uuid[]`
  await tx
    .update(organisation)
    .set({ path: sql`${prefix} || ${organisation.path}[${before.length}::integer:]` })
    .where(sql`${organisation.path} @> ARRAY[${id}::uuid]`)
  await tx.update(organisation).set({ parent }).where(eq(organisation.organisation, id))
}

/** Gives the streams of an organisation to a hub by which they go on, or to a device of its own. */
export async function giveStreams(tx: HubQueries, id: string, from: string | null, to: string): Promise<void> {
  await tx
    .update(stream)
    .set({ device: to })
    .where(and(eq(stream.organisation, id), from === null ? undefined : eq(stream.device, from)))
}

/** An organisation that the hub knows enrols here: no other hub has it any more, it is open, and counted from its records. */
export async function takeHere(tx: HubQueries, id: string, deviceId: string): Promise<void> {
  const [found] = await tx
    .select({ via: organisation.via })
    .from(organisation)
    .where(eq(organisation.organisation, id))
    .for('update')
  if (found === undefined) return
  if (found.via !== null) {
    await lockTree(tx)
    await rehang(tx, id, null)
    await giveStreams(tx, id, found.via, deviceId)
  }
  await tx.update(organisation).set({ via: null, closedAt: null }).where(eq(organisation.organisation, id))
  await rebuildFigures(tx, id)
}
