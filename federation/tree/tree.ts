import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { OrganisationKind } from '../../shared/sync/relay'
import type { HubQueries } from '../database'
import { revoke } from '../enrolment'
import type { Hub } from '../hub'
import { organisation, record } from '../schema'
import { giveStreams, hangBelow, lockTree, pathTo, rehang } from './place'
import { isAtOrBelow } from './visible'

/** A node of the tree as the console shows it. */
export interface TreeNode {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly creditCode: string | null
  readonly parent: string | null
  /** From the highest node down to itself. */
  readonly path: readonly string[]
  /** The hub enrolled here by which its entries come, and which arranges it. */
  readonly via: string | null
  readonly isClosed: boolean
  readonly lastContact: Date
}

const name = sql<string>`coalesce(${record.columns}->>'union_name', ${organisation.unionName})`

const ownRow = and(
  eq(record.organisation, organisation.organisation),
  eq(record.table, 'branch'),
  eq(record.rowId, organisation.organisation),
)

function selectNodes({ orm }: Hub) {
  return orm
    .select({
      id: organisation.organisation,
      kind: organisation.kind,
      name: name.as('name'),
      creditCode: organisation.creditCode,
      parent: organisation.parent,
      path: organisation.path,
      via: organisation.via,
      isClosed: sql<boolean>`${organisation.closedAt} IS NOT NULL`,
      lastContact: organisation.lastContact,
    })
    .from(organisation)
    .leftJoin(record, ownRow)
    .$dynamic()
}

/** A node and what is below it, or so many levels of that, those above before those below, by name. */
export async function treeBelow(hub: Hub, node: string, levels?: number): Promise<TreeNode[]> {
  const depth = (await pathTo(hub.orm, node === hub.identity.id ? null : node)).length
  const within = levels === undefined ? undefined : sql`cardinality(${organisation.path}) <= ${depth + levels}::integer`
  const found = await selectNodes(hub)
    .where(and(isAtOrBelow(hub, node), within))
    .orderBy(sql`name`, asc(organisation.organisation))
  const below = new Map<string | null, TreeNode[]>()
  for (const line of found) below.set(line.parent, [...(below.get(line.parent) ?? []), line])
  const walk = (line: TreeNode): TreeNode[] => [line, ...(below.get(line.id) ?? []).flatMap(walk)]
  const known = new Set(found.map(({ id }) => id))
  return found.filter(({ parent }) => parent === null || !known.has(parent)).flatMap(walk)
}

/** The hub's own union as the node above all others. */
export function rootOf({ identity: { id, name: unionName } }: Hub): TreeNode {
  const facts = { parent: null, path: [], via: null, creditCode: null, isClosed: false, lastContact: new Date() }
  return { id, kind: 'hub', name: unionName, ...facts }
}

/** One node at or below another one; undefined where it is not there. */
export async function nodeBelow(hub: Hub, seenFrom: string, id: string): Promise<TreeNode | undefined> {
  if (id === hub.identity.id) return seenFrom === id ? rootOf(hub) : undefined
  const [found] = await selectNodes(hub).where(and(isAtOrBelow(hub, seenFrom), eq(organisation.organisation, id)))
  return found
}

/** Adds a union without a hub of its own below a node, or with null directly below the hub's own. */
export async function addUnion({ orm }: Hub, unionName: string, parent: string | null): Promise<string> {
  const id = v7()
  await orm.transaction((tx) => hangBelow(tx, parent, { organisation: id, kind: 'union', unionName }))
  return id
}

export async function renameUnion({ orm }: Hub, id: string, unionName: string): Promise<void> {
  await orm
    .update(organisation)
    .set({ unionName })
    .where(and(eq(organisation.organisation, id), eq(organisation.kind, 'union')))
}

/** Closes a node below which nothing is open; a device of its own is refused from then on. Answers whether it is closed. */
export async function closeNode(hub: Hub, id: string): Promise<boolean> {
  const isDone = await hub.orm.transaction(async (tx) => {
    await lockTree(tx)
    const [inside] = await tx
      .select({ id: organisation.organisation })
      .from(organisation)
      .where(
        and(
          sql`${organisation.path} @> ARRAY[${id}::uuid]`,
          ne(organisation.organisation, id),
          isNull(organisation.closedAt),
        ),
      )
      .limit(1)
    if (inside !== undefined) return false
    const closed = await tx
      .update(organisation)
      .set({ closedAt: sql`now()` })
      .where(and(eq(organisation.organisation, id), isNull(organisation.via), isNull(organisation.closedAt)))
      .returning({ id: organisation.organisation })
    return closed.length > 0
  })
  if (isDone) await revoke(hub, id)
  return isDone
}

/** Opens a closed node again; a branch or hub enrols anew with a code made for it. */
export async function reopenNode({ orm }: Hub, id: string): Promise<void> {
  await orm
    .update(organisation)
    .set({ closedAt: null })
    .where(and(eq(organisation.organisation, id), isNull(organisation.via)))
}

/** Why a node cannot be moved to where it was asked to. */
export type MoveRefusal =
  | 'UNKNOWN'
  /** Below itself. */
  | 'CYCLE'
  /** The hub below arranges what is below it. */
  | 'ARRANGED_BELOW'
  /** Only branches can go below another hub; a union or hub has to be set up or enrolled there. */
  | 'ONLY_BRANCHES'
  | 'CLOSED'

/** What moving a node changes. */
export interface Move {
  readonly id: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  /** Branches at or below it. */
  readonly branches: number
  /** The hub by which entries come now and afterwards; null for its own connection. */
  readonly viaBefore: string | null
  readonly viaAfter: string | null
}

async function nodeOf(tx: HubQueries, id: string) {
  const [found] = await tx.select().from(organisation).where(eq(organisation.organisation, id))
  return found
}

async function planMove(tx: HubQueries, id: string, to: string | null): Promise<Move | MoveRefusal> {
  const node = await nodeOf(tx, id)
  const target = to === null ? null : await nodeOf(tx, to)
  if (node === undefined || target === undefined) return 'UNKNOWN'
  if (target !== null && target.closedAt !== null) return 'CLOSED'
  if (target !== null && target.path.includes(id)) return 'CYCLE'
  if (target?.kind === 'branch' && node.kind !== 'branch') return 'UNKNOWN'
  const viaAfter = target === null ? null : target.kind === 'hub' ? (target.via ?? target.organisation) : target.via
  if (node.via !== null && node.via === viaAfter) return 'ARRANGED_BELOW'
  if (node.kind !== 'branch' && (node.via !== null || viaAfter !== null)) return 'ONLY_BRANCHES'
  const [below] = await tx
    .select({ branches: sql<number>`count(*)::integer` })
    .from(organisation)
    .where(and(sql`${organisation.path} @> ARRAY[${id}::uuid]`, eq(organisation.kind, 'branch')))
  return {
    id,
    name: node.unionName,
    from: node.parent,
    to,
    branches: below?.branches ?? 0,
    viaBefore: node.via,
    viaAfter,
  }
}

/** What moving a node below another one would change, or why it cannot be. */
export async function previewMove({ orm }: Hub, id: string, to: string | null): Promise<Move | MoveRefusal> {
  return planMove(orm, id, to)
}

/** Moves a node, with all that is below it, below another one; moving it back undoes that. */
export async function moveNode(hub: Hub, id: string, to: string | null): Promise<Move | MoveRefusal> {
  const move = await hub.orm.transaction(async (tx) => {
    await lockTree(tx)
    const plan = await planMove(tx, id, to)
    if (typeof plan === 'string') return plan
    await rehang(tx, id, to)
    if (plan.viaBefore === plan.viaAfter) return plan
    await tx.update(organisation).set({ via: plan.viaAfter }).where(eq(organisation.organisation, id))
    if (plan.viaAfter !== null) await giveStreams(tx, id, null, plan.viaAfter)
    return plan
  })
  // What goes on by another hub has no connection of its own any more.
  if (typeof move !== 'string' && move.viaAfter !== null && move.viaBefore === null) await revoke(hub, id)
  return move
}
