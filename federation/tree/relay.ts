import { and, eq, gt, inArray, notLike, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { BranchId } from '../../shared/model/id'
import type { RelayedFigures, RelayedNode, RelayResult } from '../../shared/sync/relay'
import type { AcrossMessage } from '../../shared/sync/across'
import type { Sender } from '../../shared/sync/signature'
import { headSchema } from '../../shared/sync/wire'
import { sendPresentVersions } from '../codes/issue'
import type { HubQueries } from '../database'
import type { Hub } from '../hub'
import { ingest, type Push } from '../ingest'
import { audit, figure, organisation, relay, stream } from '../schema'
import { takeAcross } from '../transfers/take-across'
import { whenFree } from '../when-free'
import { isRelayedFigure } from '../uplink/figure-kinds'
import { hangBelow, lockTree, rehang } from './place'

/** A sender that is a hub below; only such may relay. */
export async function isHubBelow({ orm }: Hub, { organisation: id }: Sender): Promise<boolean> {
  const [found] = await orm
    .select({ kind: organisation.kind })
    .from(organisation)
    .where(eq(organisation.organisation, id))
  return found?.kind === 'hub'
}

/** Puts down that a hub named what is not below it. */
async function refuse(tx: HubQueries, { identity }: Hub, by: string, about: string): Promise<void> {
  const [sender] = await tx
    .select({ name: organisation.unionName })
    .from(organisation)
    .where(eq(organisation.organisation, by))
  const event = 'tree.relayRefused'
  const [today] = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        eq(audit.organisation, identity.id),
        eq(audit.event, event),
        eq(audit.about, about),
        gt(audit.at, sql`now() - interval '1 day'`),
      ),
    )
    .limit(1)
  // Tried again and again it is still one thing to know.
  if (today !== undefined) return
  const values = { organisation: identity.id, id: v7(), account: null, by: sender?.name ?? by, event, about }
  await tx.insert(audit).values({ ...values, detail: null })
}

async function placeNode(tx: HubQueries, hub: Hub, by: string, node: RelayedNode): Promise<boolean> {
  const [known] = await tx
    .select({ via: organisation.via, parent: organisation.parent })
    .from(organisation)
    .where(eq(organisation.organisation, node.id))
    .for('update')
  if (node.id === hub.identity.id || node.id === by || (known !== undefined && known.via !== by)) return false
  const [above] = await tx
    .select({ path: organisation.path })
    .from(organisation)
    .where(and(eq(organisation.organisation, node.parent ?? by), eq(organisation.via, by)))
  // What hangs below something that is not of this hub, or below itself, hangs below the hub.
  const parent = above === undefined || above.path.includes(node.id) ? by : (node.parent ?? by)
  const stated = {
    kind: node.kind,
    unionName: node.unionName,
    creditCode: node.creditCode,
    closedAt: node.isClosed ? new Date() : null,
    lastContact: new Date(node.lastContact),
  }
  if (known === undefined) {
    await hangBelow(tx, parent, { organisation: node.id, via: by, ...stated })
    if (node.kind === 'branch' && !node.isClosed) await sendPresentVersions(tx, hub.identity, node.id)
    return true
  }
  if (known.parent !== parent) await rehang(tx, node.id, parent)
  await tx.update(organisation).set(stated).where(eq(organisation.organisation, node.id))
  return true
}

/** Takes over organisations below a hub as that hub has them; answers those that are not below it. */
export async function placeNodes(hub: Hub, { organisation: by }: Sender, nodes: readonly RelayedNode[]) {
  return whenFree(() =>
    hub.orm.transaction(async (tx) => {
      await lockTree(tx)
      const refused: string[] = []
      for (const node of nodes) {
        if (await placeNode(tx, hub, by, node)) continue
        refused.push(node.id)
        await refuse(tx, hub, by, node.id)
      }
      return refused
    }),
  )
}

/** Whether an organisation hangs below a hub; if not, that is put down. */
async function isBelow(hub: Hub, by: string, id: string): Promise<boolean> {
  const [found] = await hub.orm
    .select({ via: organisation.via })
    .from(organisation)
    .where(eq(organisation.organisation, id))
  if (found?.via === by) return true
  await refuse(hub.orm, hub, by, id)
  return false
}

/** Takes over what organisations below a hub say to those of other hubs. */
export async function takeRelayed(hub: Hub, { organisation: by }: Sender, messages: readonly AcrossMessage[]) {
  for (const message of messages) {
    if (message.from === null || !(await isBelow(hub, by, message.from))) continue
    await whenFree(() => hub.orm.transaction((tx) => takeAcross(tx, hub.identity, message, false)))
  }
}

/** How far streams of organisations below a hub are stored. */
export async function relayedHeads({ orm }: Hub, { organisation: by }: Sender, ids: readonly string[]) {
  const found = await orm
    .select({ organisation: stream.organisation, stream: stream.stream, seq: stream.head, id: stream.headId })
    .from(stream)
    .where(and(inArray(stream.organisation, [...ids]), eq(stream.device, by)))
  return found.map(({ organisation: of, ...head }) => ({ organisation: of, ...headSchema.parse(head) }))
}

/** Takes in entries of an organisation that come by a hub below. */
export async function ingestRelayed(
  hub: Hub,
  sender: Sender,
  id: BranchId,
  push: Push & { readonly lastContact: Date },
): Promise<RelayResult> {
  if (!(await isBelow(hub, sender.organisation, id))) return { result: 'notBelow' }
  const result = await whenFree(() => ingest(hub, { organisation: id, device: sender.organisation }, push))
  switch (result.kind) {
    case 'stored':
      return { result: 'stored', head: result.head, receipts: [...result.receipts] }
    case 'gap':
      return { result: 'gap', head: result.head }
    case 'diverged':
      return { result: 'diverged' }
  }
}

/** Takes figures of organisations below a hub in the place of those that this hub would count from what it has. */
export async function keepRelayedFigures(hub: Hub, { organisation: by }: Sender, all: readonly RelayedFigures[]) {
  for (const { organisation: id, asOf, waiting, figures } of all) {
    if (!(await isBelow(hub, by, id))) continue
    await hub.orm.transaction(async (tx) => {
      const ofOrganisation = eq(organisation.organisation, id)
      await tx.select({ id: organisation.organisation }).from(organisation).where(ofOrganisation).for('update')
      const relayed = and(
        eq(figure.organisation, id),
        sql`${figure.name} <> 'entries'`,
        notLike(figure.name, 'attention.%'),
      )
      await tx.delete(figure).where(relayed)
      const values = figures.flatMap(({ name, ...line }) =>
        isRelayedFigure(name) ? [{ organisation: id, name, ...line }] : [],
      )
      if (values.length > 0) await tx.insert(figure).values(values).onConflictDoNothing()
      await tx.update(relay).set({ figuresDue: true }).where(eq(relay.organisation, id))
      await tx
        .update(organisation)
        .set({ lastContact: new Date(asOf), waiting })
        .where(ofOrganisation)
    })
  }
}
