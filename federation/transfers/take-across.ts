import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { memberIdSchema } from '../../shared/model/id'
import { areNewer, type AcrossItem, type AcrossMessage, type TransferQuestion } from '../../shared/sync/across'
import type { LateEdit, TransferPacket, TransferRequest } from '../../shared/model/transfer'
import type { HubQueries } from '../database'
import { passDown, sendDown } from '../downward'
import { transfer, transferAcross } from '../schema'
import { hasParent, placeOf, sendToBranch, sendUp } from './elsewhere'
import { endEarlier, evaluateTransfers } from './evaluate'
import { tellGuest } from './guests'
import { presentHolder } from './late-edits'
import { findUnions, unionNamed } from './unions'

const ofTransfer = (hub: HubIdentity, id: string) =>
  and(eq(transferAcross.organisation, hub.id), eq(transferAcross.transfer, id))

/** Says which union a question means, or asks the hub above. */
async function answer(
  tx: HubQueries,
  hub: HubIdentity,
  from: string,
  message: AcrossMessage,
  question: TransferQuestion,
) {
  const found = await unionNamed(tx, from, { id: question.id, name: question.words })
  if (found.id === null && (await hasParent(tx, hub.id))) return sendUp(tx, hub.id, message)
  const byId = found.id === null ? [] : (await findUnions(tx, from, found.id)).unions
  const union = byId.find(({ id }) => id === found.id) ?? null
  const item: AcrossItem = { kind: 'transferUnion', body: { ...question, union, near: [...found.near] } }
  await passDown(tx, [from], [{ kind: 'across', body: { from: null, to: from, item } }])
}

/** A branch of another hub asks one of this hub to take a member over. */
async function takeRequest(tx: HubQueries, hub: HubIdentity, from: string, to: string, request: TransferRequest) {
  const [own] = await tx
    .select({ id: transfer.transfer })
    .from(transfer)
    .where(and(eq(transfer.organisation, hub.id), eq(transfer.transfer, request.id)))
  const [known] = await tx.select().from(transferAcross).where(ofTransfer(hub, request.id))
  // Another branch's id is not taken over.
  if (own !== undefined || (known !== undefined && known.fromOrganisation !== from)) return
  const stated = { fromUnion: request.fromUnion, toOrganisation: to, request, changedAt: sql`now()` }
  await tx
    .insert(transferAcross)
    .values({ organisation: hub.id, transfer: request.id, fromOrganisation: from, ...stated })
    .onConflictDoUpdate({ target: [transferAcross.organisation, transferAcross.transfer], set: stated })
  await sendDown(tx, [to], [{ kind: 'transferRequest', body: request }])
  await tellGuest(tx, hub, request.id)
}

async function takePacket(tx: HubQueries, hub: HubIdentity, from: string, to: string, packet: TransferPacket) {
  const kept = await tx
    .update(transferAcross)
    .set({ packet })
    .where(
      and(ofTransfer(hub, packet.id), eq(transferAcross.fromOrganisation, from), eq(transferAcross.toOrganisation, to)),
    )
    .returning({ id: transferAcross.transfer })
  if (kept.length === 0) return
  const { id: member } = packet.member
  if (typeof member === 'string') await endEarlier(tx, hub.id, { transfer: packet.id, fromOrganisation: from, member })
  await sendDown(tx, [to], [{ kind: 'transferPacket', body: packet }])
}

async function takeLateEdit(tx: HubQueries, hub: HubIdentity, from: string, to: string, edit: LateEdit) {
  const [handedOver] = await tx
    .select({ id: transferAcross.transfer })
    .from(transferAcross)
    .where(
      and(
        eq(transferAcross.organisation, hub.id),
        eq(transferAcross.fromOrganisation, from),
        eq(transferAcross.toOrganisation, to),
        isNotNull(transferAcross.packet),
      ),
    )
    .limit(1)
  if (handedOver === undefined) return
  const holder = await presentHolder(tx, hub.id, { branch: to, member: edit.memberId })
  if (holder.branch === null) return
  const body: LateEdit = { ...edit, memberId: memberIdSchema.parse(holder.member) }
  await sendToBranch(tx, hub.id, from, holder.branch, { kind: 'lateEdit', body })
}

/** What a message to a branch of this hub says. */
async function take(
  tx: HubQueries,
  hub: HubIdentity,
  from: string | null,
  to: string,
  item: AcrossItem,
): Promise<void> {
  if (item.kind === 'transferUnion') {
    const { transfer: id, union, near } = item.body
    const [asked] = await tx.select().from(transferAcross).where(ofTransfer(hub, id))
    const isSame = asked?.question?.id === item.body.id && asked.question.words === item.body.words
    if (asked?.fromOrganisation !== to || !isSame) return
    await tx
      .update(transferAcross)
      .set({ near, toOrganisation: union?.id ?? null, toUnion: union?.name ?? null })
      .where(ofTransfer(hub, id))
    return evaluateTransfers(tx, hub, [id])
  }
  if (from === null) return
  switch (item.kind) {
    case 'transferQuestion':
      return
    case 'transferRequest':
      return takeRequest(tx, hub, from, to, item.body)
    case 'transferPacket':
      return takePacket(tx, hub, from, to, item.body)
    case 'lateEdit':
      return takeLateEdit(tx, hub, from, to, item.body)
    case 'transferFacts': {
      const { transfer: id } = item.body
      const [own] = await tx
        .select()
        .from(transfer)
        .where(and(eq(transfer.organisation, hub.id), eq(transfer.transfer, id)))
      if (own?.fromOrganisation !== to || own.toOrganisation !== from) return
      const [before] = await tx.select().from(transferAcross).where(ofTransfer(hub, id))
      if (!areNewer(item.body, before?.toOrganisation === from ? before.facts : null)) return
      const stated = { toOrganisation: from, facts: item.body }
      await tx
        .insert(transferAcross)
        .values({ organisation: hub.id, transfer: id, fromOrganisation: to, ...stated })
        .onConflictDoUpdate({ target: [transferAcross.organisation, transferAcross.transfer], set: stated })
      return evaluateTransfers(tx, hub, [id])
    }
  }
}

/**
 * Takes a message between branches of different hubs over: for a branch of this hub, for a hub below, or for the one above.
 * `isFromAbove` is one that is not passed up again.
 */
export async function takeAcross(
  tx: HubQueries,
  hub: HubIdentity,
  message: AcrossMessage,
  isFromAbove: boolean,
): Promise<void> {
  const { from, to, item } = message
  if (to === null) {
    if (from === null || item.kind !== 'transferQuestion' || isFromAbove) return
    return answer(tx, hub, from, message, item.body)
  }
  switch (await placeOf(tx, to)) {
    case 'here':
      return take(tx, hub, from, to, item)
    case 'below':
      return passDown(tx, [to], [{ kind: 'across', body: message }])
    case 'unknown':
      if (!isFromAbove && (await hasParent(tx, hub.id))) await sendUp(tx, hub.id, message)
  }
}
