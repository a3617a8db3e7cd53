import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { HubIdentity } from '../shared/contract/hub'
import {
  PULL_AIM_CHARACTERS,
  PULL_MAX_ITEMS,
  RELAYED_MAX_ORGANISATIONS,
  type DownwardItem,
  type WireItem,
} from '../shared/sync/downward'
import type { HubQueries } from './database'
import type { Hub } from './hub'
import { downward, organisation } from './schema'

/** Puts items into the queues of organisations that are enrolled here. */
async function queue(tx: HubQueries, organisationIds: readonly string[], items: readonly WireItem[]): Promise<void> {
  if (organisationIds.length === 0) return
  const numbered = await tx
    .update(organisation)
    .set({ downward: sql`${organisation.downward} + ${items.length}` })
    .where(inArray(organisation.organisation, [...organisationIds]))
    .returning({ id: organisation.organisation, last: organisation.downward })
  await tx.insert(downward).values(
    numbered.flatMap(({ id, last }) =>
      items.map(({ kind, body }, index) => ({
        organisation: id,
        seq: last - items.length + 1 + index,
        kind,
        body,
      })),
    ),
  )
}

/** Items for organisations below another hub, as they go into that hub's queue. */
function relayed(organisationIds: readonly string[], items: readonly WireItem[]): DownwardItem[] {
  const parts = Array.from({ length: Math.ceil(organisationIds.length / RELAYED_MAX_ORGANISATIONS) }, (_, part) =>
    organisationIds.slice(part * RELAYED_MAX_ORGANISATIONS, (part + 1) * RELAYED_MAX_ORGANISATIONS),
  )
  return parts.flatMap((organisations) =>
    items.map((item) => ({ kind: 'relayed', body: { organisations: [...organisations], item } })),
  )
}

/** Passes items down within the transaction that is open, whether this program knows their kind or not. */
export async function passDown(
  tx: HubQueries,
  organisationIds: readonly string[],
  items: readonly WireItem[],
): Promise<void> {
  if (organisationIds.length === 0 || items.length === 0) return
  const targets = await tx
    .select({ id: organisation.organisation, kind: organisation.kind, via: organisation.via })
    .from(organisation)
    .where(inArray(organisation.organisation, [...organisationIds]))
    .orderBy(asc(organisation.organisation))
  // Only branches take anything over; nobody asks for a union that has no hub.
  const branches = targets.filter(({ kind }) => kind === 'branch')
  const hubs = [...new Set(branches.flatMap(({ via }) => via ?? []))]
  const own = branches.filter(({ via }) => via === null).map(({ id }) => id)
  if (own.length + hubs.length === 0) return
  // In one order, so that two who send to many never wait for each other.
  await tx
    .select({ id: organisation.organisation })
    .from(organisation)
    .where(inArray(organisation.organisation, [...own, ...hubs]))
    .orderBy(asc(organisation.organisation))
    .for('no key update')
  await queue(tx, own, items)
  for (const hub of hubs) {
    const below = branches.filter(({ via }) => via === hub).map(({ id }) => id)
    await queue(tx, [hub], relayed(below, items))
  }
}

/** Items that go down to organisations, within the transaction that is open; to some by the hub they hang below. */
export async function sendDown(
  tx: HubQueries,
  organisationIds: readonly string[],
  items: readonly DownwardItem[],
): Promise<void> {
  await passDown(tx, organisationIds, items)
}

const cursorOf = ({ incarnation }: HubIdentity, seq: number) => `${incarnation} ${seq}`

/** The number that a cursor stands for; what another life of this hub gave counts as none. */
function seqOf({ incarnation }: HubIdentity, cursor: string | null): number {
  const [of, seq] = (cursor ?? '').split(' ')
  return of === incarnation && /^\d{1,15}$/.test(seq ?? '') ? Number(seq) : 0
}

/** Where a branch stands that has pulled everything. */
export async function lastCursor({ orm, identity }: Hub, organisationId: string): Promise<string> {
  const [found] = await orm
    .select({ downward: organisation.downward })
    .from(organisation)
    .where(eq(organisation.organisation, organisationId))
  return cursorOf(identity, found?.downward ?? 0)
}

/** Remembers how far an organisation has taken over what came down, as the cursor that it sends says. */
export async function rememberTaken({ orm, identity }: Hub, organisationId: string, cursor: string | null) {
  const taken = seqOf(identity, cursor)
  await orm
    .update(organisation)
    .set({ taken })
    .where(and(eq(organisation.organisation, organisationId), ne(organisation.taken, taken)))
}

/** How many of the first items one answer holds: at least one. */
function fitting(items: readonly { readonly body: unknown }[]): number {
  let characters = 0
  const first = items.findIndex(({ body }) => (characters += JSON.stringify(body).length) > PULL_AIM_CHARACTERS)
  return first === -1 ? items.length : Math.max(1, first)
}

/** What came down to an organisation since a cursor, oldest first, `PULL_MAX_ITEMS` at most. */
export async function itemsSince({ orm, identity }: Hub, organisationId: string, cursor: string | null) {
  const from = seqOf(identity, cursor)
  const found = await orm
    .select({ seq: downward.seq, kind: downward.kind, body: downward.body })
    .from(downward)
    .where(and(eq(downward.organisation, organisationId), gt(downward.seq, from)))
    .orderBy(asc(downward.seq))
    .limit(PULL_MAX_ITEMS + 1)
  const items = found.slice(0, fitting(found.slice(0, PULL_MAX_ITEMS)))
  return {
    items: items.map(({ kind, body }) => ({ kind, body })),
    cursor: cursorOf(identity, items.at(-1)?.seq ?? from),
    hasMore: found.length > items.length,
  }
}
