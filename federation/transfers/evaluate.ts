import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { daySchema, monthSchema, now, partialDateSchema, type Day } from '../../shared/model/date'
import { branchIdSchema, membershipEventIdSchema, memberIdSchema, newId, transferIdSchema } from '../../shared/model/id'
import { genderSchema } from '../../shared/codes'
import type { KnownUnion, TransferRequest, TransferResult, TransferState } from '../../shared/model/transfer'
import { dayOf } from '../../shared/rules/date'
import { maskIdNumber } from '../../shared/rules/mask'
import { transferState } from '../../shared/rules/transfers/state'
import type { Columns } from '../../shared/sync/change'
import type { HubQueries } from '../database'
import { sendDown } from '../downward'
import { transfer } from '../schema'
import { isClaimed } from './claims'
import { factsFromElsewhere, nameElsewhere, sendToBranch, unionElsewhere } from './elsewhere'
import { answerAt, isTakenBack, membersAt, recordAt } from './facts'
import { packetOf } from './packet'
import { keepPersons } from './persons'
import { unionNamed, unionNames } from './unions'

type Transfer = typeof transfer.$inferSelect

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const isPresent = (status: string | undefined) => status === 'active' || status === 'kept'

/** Whether the member can go: is one of the branch, or left it for another union by hand, and was not handed over already. */
async function isMemberStill(tx: HubQueries, hubId: string, { transfer: id, fromOrganisation, member }: Transfer) {
  const status = (await membersAt(tx, hubId, fromOrganisation, [member])).get(member)?.status
  if (!isPresent(status) && status !== 'transferred') return false
  const others = await tx
    .select({ id: transfer.transfer })
    .from(transfer)
    .where(
      and(
        eq(transfer.organisation, hubId),
        eq(transfer.fromOrganisation, fromOrganisation),
        eq(transfer.member, member),
        eq(transfer.state, 'accepted'),
        eq(transfer.isPast, false),
        ne(transfer.transfer, id),
      ),
    )
  return others.length === 0
}

interface Found {
  readonly state: TransferState
  readonly request: Columns | null
  readonly answer: Columns | null
  readonly toOrganisation: string | null
  readonly toMember: string | null
  readonly near: readonly KnownUnion[]
}

/** What both branches say by now, and what follows from it. */
async function find(tx: HubQueries, hubId: string, known: Transfer): Promise<Found> {
  const wasHandedOver = known.state === 'accepted' || known.state === 'returned'
  const request = await recordAt(tx, known.fromOrganisation, 'transfer', known.transfer)
  // Whom the member was handed over to is settled.
  const asked =
    wasHandedOver || request === null
      ? { id: known.toOrganisation, near: [] }
      : await unionElsewhere(
          tx,
          hubId,
          known,
          request,
          await unionNamed(tx, known.fromOrganisation, { id: request['to_organisation'], name: request['to_union'] }),
        )
  const answer = asked.id === null ? null : await answerAt(tx, asked.id, known.transfer)
  // Who asked for the member need not say so again.
  const isAskedFor =
    answer === null &&
    asked.id !== null &&
    (await isClaimed(tx, hubId, known.transfer, known.fromOrganisation, asked.id))
  const answered = isAskedFor ? 'accepted' : answer?.['decision']
  const stated = text(answer?.['member_id'])
  const toMember = stated ?? known.toMember
  const there =
    toMember === null || asked.id === null
      ? undefined
      : (await membersAt(tx, hubId, asked.id, [toMember])).get(toMember)
  // What is on the roll of a branch of another hub is known there.
  const elsewhere = asked.id === null ? undefined : await factsFromElsewhere(tx, asked.id, known.transfer)
  const isOnRoll = elsewhere === undefined ? isPresent(there?.status) : elsewhere?.isOnRoll === true
  const wasTakenBack =
    asked.id !== null && toMember === null && wasHandedOver && (await isTakenBack(tx, asked.id, known.transfer))
  const state = transferState({
    request:
      request === null
        ? null
        : { isUnionKnown: asked.id !== null, isWithdrawn: text(request['withdrawn_on']) !== null },
    answer: answered === 'accepted' || answered === 'refused' ? answered : null,
    isForced: known.forced !== null,
    wasHandedOver,
    isTakenOver: stated !== null && answered === 'accepted' && isOnRoll && !known.isPast,
    isHandedBack: stated === null && !isOnRoll && (toMember !== null || wasTakenBack),
    isMember: await isMemberStill(tx, hubId, known),
  })
  return { state, request, answer, toOrganisation: asked.id, toMember, near: asked.near }
}

const stay: readonly TransferState[] = ['accepted', 'returned']

/** What the branch that asked is told now. */
function resultOf(known: Transfer, found: Found, toUnion: string, handedOverOn: Day): TransferResult {
  const { state, answer, request } = found
  const before = known.result
  const isNews = state !== known.state && stay.includes(state)
  const event = isNews
    ? {
        id: newId(membershipEventIdSchema),
        type: state === 'accepted' ? ('transferOut' as const) : ('transferIn' as const),
        recordedAt: now(),
      }
    : (before?.event ?? null)
  return {
    id: transferIdSchema.parse(known.transfer),
    state,
    memberId: memberIdSchema.parse(known.member),
    toOrganisation: branchIdSchema.nullable().parse(found.toOrganisation),
    toUnion,
    near: [...found.near],
    reason: known.forced?.reason ?? text(answer?.['reason']),
    by: known.forced?.by ?? text(answer?.['by']),
    duesUntil: monthSchema
      .nullable()
      .catch(null)
      .parse(text(request?.['dues_until']) ?? before?.duesUntil),
    handedOverOn: stay.includes(state) ? (before?.handedOverOn ?? handedOverOn) : null,
    isForced: known.forced !== null,
    event: stay.includes(state) ? event : null,
  }
}

/** What the branch that is asked is told now. */
async function requestOf(
  tx: HubQueries,
  hubId: string,
  { transfer: id, fromOrganisation, member }: Transfer,
  state: TransferState,
  request: Columns | null,
  fromUnion: string,
): Promise<TransferRequest> {
  const found = (await membersAt(tx, hubId, fromOrganisation, [member])).get(member)
  const idNumber = text(found?.columns['id_number'])
  return {
    id: transferIdSchema.parse(id),
    state,
    fromOrganisation: branchIdSchema.parse(fromOrganisation),
    fromUnion,
    name: text(found?.columns['name']) ?? '',
    gender: genderSchema.nullable().catch(null).parse(found?.columns['gender']),
    idNumber: idNumber === null ? null : maskIdNumber(idNumber),
    memberSince: partialDateSchema
      .nullable()
      .catch(null)
      .parse(text(found?.columns['join_date']) ?? found?.since),
    duesUntil: monthSchema.nullable().catch(null).parse(text(request?.['dues_until'])),
    reason: text(request?.['reason']),
    note: text(request?.['note']),
    requestedOn: daySchema.catch(dayOf(new Date())).parse(request?.['requested_on']),
  }
}

/** The earlier transfer by which the member came to the branch that now lets it go, or to the one it comes back to, is past. */
export async function endEarlier(
  tx: HubQueries,
  hubId: string,
  { transfer: id, fromOrganisation, member }: Pick<Transfer, 'transfer' | 'fromOrganisation' | 'member'>,
) {
  await tx
    .update(transfer)
    .set({ isPast: true })
    .where(
      and(
        eq(transfer.organisation, hubId),
        eq(transfer.toOrganisation, fromOrganisation),
        eq(transfer.toMember, member),
        eq(transfer.state, 'accepted'),
        ne(transfer.transfer, id),
      ),
    )
}

/**
 * Reckons how far transfers are from what both branches say by now, and tells them of what is new. May be done as often as
 * somebody likes.
 */
export async function evaluateTransfers(tx: HubQueries, hub: HubIdentity, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  // In one order, so that two who have the same ones never wait for each other.
  const known = await tx
    .select()
    .from(transfer)
    .where(and(eq(transfer.organisation, hub.id), inArray(transfer.transfer, [...ids])))
    .orderBy(transfer.transfer)
    .for('update')
  for (const one of known) await evaluate(tx, hub, one)
}

async function evaluate(tx: HubQueries, hub: HubIdentity, known: Transfer): Promise<void> {
  const found = await find(tx, hub.id, known)
  const { state, toOrganisation, toMember, request } = found
  const names = await unionNames(
    tx,
    [known.fromOrganisation, toOrganisation ?? ''].filter((id) => id !== ''),
  )
  const fromUnion = names.get(known.fromOrganisation) ?? ''
  const nameOfOther =
    toOrganisation === null ? undefined : (names.get(toOrganisation) ?? (await nameElsewhere(tx, known.transfer)))
  const toUnion = nameOfOther ?? text(request?.['to_union']) ?? ''
  const today = dayOf(new Date())
  const result = resultOf(known, found, toUnion === '' ? (known.result?.toUnion ?? '–') : toUnion, today)
  const isHandOver = state === 'accepted' && known.state !== 'accepted' && toOrganisation !== null
  const packet =
    isHandOver && known.packet === null
      ? await packetOf(tx, { ...known, toOrganisation }, request ?? {}, fromUnion, today, known.forced)
      : known.packet
  const isMoved = known.state !== state || known.toOrganisation !== toOrganisation
  await tx
    .update(transfer)
    .set({ state, toOrganisation, toMember, result, packet, ...(isMoved ? { changedAt: sql`now()` } : {}) })
    .where(and(eq(transfer.organisation, hub.id), eq(transfer.transfer, known.transfer)))
  if (isHandOver) await endEarlier(tx, hub.id, known)

  const told = known.result
  const isTold = told !== null && sameResult(told, result)
  if (!isTold) await sendDown(tx, [known.fromOrganisation], [{ kind: 'transferResult', body: result }])
  if (known.toOrganisation !== null && known.toOrganisation !== toOrganisation) {
    const body = await requestOf(tx, hub.id, known, 'withdrawn', request, fromUnion)
    await sendToBranch(tx, hub.id, known.fromOrganisation, known.toOrganisation, { kind: 'transferRequest', body })
  }
  if (toOrganisation !== null && (!isTold || known.toOrganisation !== toOrganisation)) {
    const body = await requestOf(tx, hub.id, known, state, request, fromUnion)
    await sendToBranch(tx, hub.id, known.fromOrganisation, toOrganisation, { kind: 'transferRequest', body })
  }
  if (isHandOver && packet !== null) {
    await sendToBranch(tx, hub.id, known.fromOrganisation, toOrganisation, { kind: 'transferPacket', body: packet })
  }
  if (state !== known.state && (stay.includes(state) || stay.includes(known.state))) {
    await keepPersons(tx, hub, known.fromOrganisation, [known.member])
    if (toOrganisation !== null && toMember !== null) await keepPersons(tx, hub, toOrganisation, [toMember])
  }
}

/** Whether two results say the same, whatever order the database gave their keys. */
function sameResult(one: TransferResult, other: TransferResult): boolean {
  const said = ({ id, state, toOrganisation, toUnion, near, reason, by, duesUntil, event }: TransferResult) =>
    JSON.stringify([
      id,
      state,
      toOrganisation,
      toUnion,
      near.map((union) => union.id),
      reason,
      by,
      duesUntil,
      event?.id,
    ])
  return said(one) === said(other)
}
