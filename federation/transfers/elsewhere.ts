import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { branchIdSchema, transferIdSchema } from '../../shared/model/id'
import type { KnownUnion } from '../../shared/model/transfer'
import { acrossMessageSchema, type AcrossMessage, type TransferFacts } from '../../shared/sync/across'
import type { Columns } from '../../shared/sync/change'
import type { DownwardItem } from '../../shared/sync/downward'
import type { HubQueries } from '../database'
import { passDown, sendDown } from '../downward'
import { acrossMessage, hub, organisation, transferAcross, uplink } from '../schema'

/*
 * The side of transfers that lies with another hub, see Levels in `federation/PROTOCOL.md`.
 */

/** Where a branch is enrolled: with this hub, with one below this one, or it is not known here. */
export async function placeOf(tx: HubQueries, branch: string): Promise<'here' | 'below' | 'unknown'> {
  const [found] = await tx
    .select({ via: organisation.via })
    .from(organisation)
    .where(eq(organisation.organisation, branch))
  return found === undefined ? 'unknown' : found.via === null ? 'here' : 'below'
}

const ofTransfer = (transferId: string) =>
  and(eq(transferAcross.organisation, sql`(SELECT ${hub.id} FROM ${hub})`), eq(transferAcross.transfer, transferId))

/** What a branch of another hub says of a transfer; undefined for a branch of this one, null where it said nothing yet. */
export async function factsFromElsewhere(
  tx: HubQueries,
  branch: string,
  transferId: string,
): Promise<TransferFacts | null | undefined> {
  if ((await placeOf(tx, branch)) === 'here') return undefined
  const [found] = await tx.select().from(transferAcross).where(ofTransfer(transferId))
  return found?.toOrganisation === branch ? found.facts : null
}

/** What a union of another hub is called that a transfer goes to. */
export async function nameElsewhere(tx: HubQueries, transferId: string): Promise<string | undefined> {
  const [found] = await tx.select({ name: transferAcross.toUnion }).from(transferAcross).where(ofTransfer(transferId))
  return found?.name ?? undefined
}

/** Whether this hub is below another one. */
export async function hasParent(tx: HubQueries, hubId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: uplink.organisation })
    .from(uplink)
    .where(and(eq(uplink.organisation, hubId), isNotNull(uplink.enrolledAt)))
  return found !== undefined
}

function keyOf({ to, item }: AcrossMessage): string {
  const about = 'transfer' in item.body ? item.body.transfer : item.body.id
  return `${item.kind} ${about} ${to ?? ''}`
}

/** Keeps a message until the hub above has it. */
export async function sendUp(tx: HubQueries, hubId: string, message: AcrossMessage): Promise<void> {
  const next = sql`nextval(pg_get_serial_sequence('across_message', 'seq'))`
  await tx
    .insert(acrossMessage)
    .values({ organisation: hubId, key: keyOf(message), message })
    .onConflictDoUpdate({
      target: [acrossMessage.organisation, acrossMessage.key],
      set: { message, isSent: false, seq: next },
    })
}

/** Sends a message to the hub of the branch it is for: one below, else by way of the hub above. */
export async function sendAcross(tx: HubQueries, hubId: string, message: AcrossMessage): Promise<void> {
  const { to } = message
  if (to !== null && (await placeOf(tx, to)) === 'below') {
    return passDown(tx, [to], [{ kind: 'across', body: message }])
  }
  if (await hasParent(tx, hubId)) await sendUp(tx, hubId, message)
}

/** Sends what one branch of a transfer says to the other one, wherever that is enrolled. */
export async function sendToBranch(
  tx: HubQueries,
  hubId: string,
  from: string,
  to: string,
  item: Extract<DownwardItem, { kind: 'transferRequest' | 'transferPacket' | 'lateEdit' }>,
): Promise<void> {
  if ((await placeOf(tx, to)) === 'here') return sendDown(tx, [to], [item])
  await sendAcross(tx, hubId, acrossMessageSchema.parse({ from, to, item }))
}

/** The union that a request names, as this hub finds it, else as the hub above does, which is asked once. */
export async function unionElsewhere(
  tx: HubQueries,
  hubId: string,
  { transfer: id, fromOrganisation }: { readonly transfer: string; readonly fromOrganisation: string },
  request: Columns,
  found: { readonly id: string | null; readonly near: readonly KnownUnion[] },
): Promise<{ readonly id: string | null; readonly near: readonly KnownUnion[] }> {
  if (found.id !== null || !(await hasParent(tx, hubId))) return found
  const named = branchIdSchema.safeParse(request['to_organisation']).data ?? null
  const question = { id: named, words: String(request['to_union'] ?? '').slice(0, 200) }
  const [before] = await tx.select().from(transferAcross).where(ofTransfer(id))
  const asked = before?.question
  if (asked?.id === question.id && asked.words === question.words) {
    return {
      id: before?.toOrganisation ?? null,
      near: (before?.near.length ?? 0) > 0 ? (before?.near ?? []) : found.near,
    }
  }
  const fresh = { question, near: [], toOrganisation: null, toUnion: null, facts: null }
  await tx
    .insert(transferAcross)
    .values({ organisation: hubId, transfer: id, fromOrganisation, ...fresh })
    .onConflictDoUpdate({ target: [transferAcross.organisation, transferAcross.transfer], set: fresh })
  await sendUp(tx, hubId, {
    from: branchIdSchema.parse(fromOrganisation),
    to: null,
    item: { kind: 'transferQuestion', body: { transfer: transferIdSchema.parse(id), ...question } },
  })
  return found
}
