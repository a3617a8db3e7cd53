import { inArray } from 'drizzle-orm'
import { relayedNodeSchema, RELAY_MAX_NODES, type RelayedNode } from '../../shared/sync/relay'
import { relay } from '../schema'
import { treeBelow, type TreeNode } from '../tree/tree'
import type { Line } from './line'

/** To the hour, so that an idle branch is not told anew with every contact. */
function hourOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 13)}:00:00.000Z`
}

function relayedNode({ id, parent, kind, name, creditCode, isClosed, lastContact }: TreeNode): RelayedNode {
  const node = { id, parent, kind, unionName: name.slice(0, 200), creditCode, isClosed }
  return relayedNodeSchema.parse({ ...node, lastContact: hourOf(lastContact) })
}

function isSame(a: RelayedNode, b: RelayedNode | null | undefined): boolean {
  const text = (node: RelayedNode) =>
    JSON.stringify([node.parent, node.kind, node.unionName, node.creditCode, node.isClosed, node.lastContact])
  return b !== null && b !== undefined && text(a) === text(b)
}

/** Tells the hub above which organisations are below this one, as far as it does not know. */
export async function relayTree({ hub, call, mayGoOn }: Line): Promise<void> {
  const told = await hub.orm.select({ id: relay.organisation, node: relay.node }).from(relay)
  const known = new Map(told.map(({ id, node }) => [id, node]))
  const changed = (await treeBelow(hub, hub.identity.id))
    .map(relayedNode)
    .filter((node) => !isSame(node, known.get(node.id)))
  for (let from = 0; from < changed.length; from += RELAY_MAX_NODES) {
    if (!(await mayGoOn())) return
    const nodes = changed.slice(from, from + RELAY_MAX_NODES)
    const answer = await call((parent) => parent.relayTree({ nodes }))
    const refused = new Set(answer.refused)
    await hub.orm.transaction(async (tx) => {
      const ids = nodes.map(({ id }) => id)
      await tx
        .insert(relay)
        .values(ids.map((organisation) => ({ organisation })))
        .onConflictDoNothing()
      for (const node of nodes) {
        const isRefused = refused.has(node.id)
        const wasRefused = isRefused ? { problem: 'notBelow' as const, node: null } : { problem: null, node }
        await tx
          .update(relay)
          .set(wasRefused)
          .where(inArray(relay.organisation, [node.id]))
      }
    })
  }
}
