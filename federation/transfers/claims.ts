import { and, eq, inArray, sql } from 'drizzle-orm'
import type { HubIdentity } from '../../shared/contract/hub'
import { daySchema } from '../../shared/model/date'
import { branchIdSchema, memberIdSchema, transferIdSchema } from '../../shared/model/id'
import {
  transferDecisionSchema,
  type ClaimResult,
  type ClaimState,
  type IncomingClaim,
  type KnownUnion,
} from '../../shared/model/transfer'
import { dayOf } from '../../shared/rules/date'
import { maskIdNumber, maskPhone } from '../../shared/rules/mask'
import { normalisePhone } from '../../shared/rules/phone'
import { tidyName } from '../../shared/rules/roster/text'
import { claimState } from '../../shared/rules/transfers/claim-state'
import type { Columns } from '../../shared/sync/change'
import type { HubQueries } from '../database'
import type { TouchedRow } from '../decisions'
import { sendDown } from '../downward'
import { personMember, record, transfer, transferClaim } from '../schema'
import { placeOf } from './elsewhere'
import { answerAt, membersAt, recordAt } from './facts'
import { personHasher } from './secret'
import { unionNamed, unionNames } from './unions'

type Claim = typeof transferClaim.$inferSelect

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const isPresent = (status: string | undefined) => status === 'active' || status === 'kept'

/** Keeps claims that arrived; one under the id of another branch's is none. */
export async function keepClaims(
  tx: HubQueries,
  hub: HubIdentity,
  branch: string,
  touched: readonly TouchedRow[],
): Promise<void> {
  const fresh = touched.filter(({ rowId, row }) => row.deletion === null && transferIdSchema.safeParse(rowId).success)
  if (fresh.length === 0) return
  await tx
    .insert(transferClaim)
    .values(
      fresh.map(({ rowId }) => ({
        organisation: hub.id,
        claim: rowId,
        byOrganisation: branch,
        state: 'unknownUnion' as const,
      })),
    )
    .onConflictDoNothing()
}

/** Whether a branch asked by a claim, and does so still, for what the other one hands over under the same id. */
export async function isClaimed(tx: HubQueries, hubId: string, id: string, from: string, by: string): Promise<boolean> {
  const [claim] = await tx
    .select()
    .from(transferClaim)
    .where(
      and(
        eq(transferClaim.organisation, hubId),
        eq(transferClaim.claim, id),
        eq(transferClaim.byOrganisation, by),
        eq(transferClaim.fromOrganisation, from),
      ),
    )
  if (claim === undefined) return false
  const row = await recordAt(tx, by, 'transfer_claim', id)
  return row !== null && text(row['withdrawn_on']) === null
}

/** Members of a branch who may be the person of a claim: by ID number, else by name and telephone together. */
async function membersLike(tx: HubQueries, hubId: string, branch: string, claim: Columns): Promise<string[]> {
  const [idNumber, phone, name] = [text(claim['id_number']), text(claim['phone']), text(claim['name'])]
  if (idNumber !== null) {
    const hashOf = await personHasher(tx, hubId)
    const found = await tx
      .select({ member: personMember.member })
      .from(personMember)
      .where(
        and(
          eq(personMember.organisation, hubId),
          eq(personMember.branch, branch),
          eq(personMember.hash, hashOf(idNumber)),
        ),
      )
    if (found.length > 0) return found.map(({ member }) => member)
  }
  if (phone === null || name === null) return []
  const found = await tx
    .select({ member: record.rowId, name: sql<string>`${record.columns}->>'name'` })
    .from(record)
    .where(
      and(
        eq(record.organisation, branch),
        eq(record.table, 'member'),
        eq(record.deleted, false),
        sql`${record.columns}->>'phone' = ${normalisePhone(phone)}`,
      ),
    )
  const called = tidyName(name).name
  return found.flatMap((one) => (tidyName(one.name).name === called ? [one.member] : []))
}

/** The member whom a claim is about; null where there is none, or more than one. */
async function memberMeant(tx: HubQueries, hubId: string, branch: string, claim: Columns): Promise<string | null> {
  const members = await membersAt(tx, hubId, branch, await membersLike(tx, hubId, branch, claim))
  const present = [...members].filter(([, { status }]) => isPresent(status))
  const [only] = present
  return only !== undefined && present.length === 1 ? only[0] : null
}

interface Found {
  readonly state: ClaimState
  readonly claim: Columns | null
  readonly answer: Columns | null
  readonly fromOrganisation: string | null
  readonly near: readonly KnownUnion[]
}

/** The union that a claim names, of those of this hub: a claim goes to no other one. */
async function unionHere(tx: HubQueries, by: string, claim: Columns) {
  const found = await unionNamed(tx, by, { id: claim['from_organisation'], name: claim['from_union'] })
  return found.id === null || (await placeOf(tx, found.id)) === 'here' ? found : { id: null, near: [] }
}

/** What both branches say by now, and what follows from it. */
async function find(tx: HubQueries, hubId: string, known: Claim): Promise<Found> {
  const claim = await recordAt(tx, known.byOrganisation, 'transfer_claim', known.claim)
  const [handOver] = await tx
    .select({ state: transfer.state, from: transfer.fromOrganisation })
    .from(transfer)
    .where(
      and(
        eq(transfer.organisation, hubId),
        eq(transfer.transfer, known.claim),
        eq(transfer.toOrganisation, known.byOrganisation),
      ),
    )
  const isOver = handOver?.state === 'accepted' || handOver?.state === 'returned'
  const asked = isOver
    ? { id: handOver.from, near: [] }
    : claim === null
      ? { id: known.fromOrganisation, near: [] }
      : await unionHere(tx, known.byOrganisation, claim)
  const answer = asked.id === null ? null : await answerAt(tx, asked.id, known.claim)
  const state = claimState({
    claim:
      claim === null ? null : { isUnionKnown: asked.id !== null, isWithdrawn: text(claim['withdrawn_on']) !== null },
    transfer: handOver?.state ?? null,
    answer: transferDecisionSchema.safeParse(answer?.['decision']).data ?? null,
  })
  return { state, claim, answer, fromOrganisation: asked.id, near: asked.near }
}

/** What the union that is asked is told; nothing of the person but what the other one said, masked. */
function claimFor(
  known: Claim,
  state: ClaimState,
  claim: Columns,
  byUnion: string,
  member: string | null,
): IncomingClaim {
  const [idNumber, phone] = [text(claim['id_number']), text(claim['phone'])]
  return {
    id: transferIdSchema.parse(known.claim),
    state,
    byOrganisation: branchIdSchema.parse(known.byOrganisation),
    byUnion,
    name: text(claim['name']) ?? '',
    idNumber: idNumber === null ? null : maskIdNumber(idNumber),
    phone: phone === null ? null : maskPhone(phone),
    memberId: memberIdSchema.nullable().catch(null).parse(member),
    note: text(claim['note']),
    requestedOn: daySchema.catch(dayOf(new Date())).parse(claim['requested_on']),
  }
}

function isSame(one: ClaimResult | null, other: ClaimResult): boolean {
  const said = ({ state, fromOrganisation, fromUnion, near, reason, by }: ClaimResult) =>
    JSON.stringify([state, fromOrganisation, fromUnion, near.map(({ id }) => id), reason, by])
  return one !== null && said(one) === said(other)
}

async function evaluate(tx: HubQueries, hub: HubIdentity, known: Claim): Promise<void> {
  const { state, claim, answer, fromOrganisation, near } = await find(tx, hub.id, known)
  const names = await unionNames(
    tx,
    [known.byOrganisation, fromOrganisation ?? ''].filter((id) => id !== ''),
  )
  const isAnswered = state === 'refused' || state === 'notFound'
  const result: ClaimResult = {
    id: transferIdSchema.parse(known.claim),
    state,
    fromOrganisation: branchIdSchema.nullable().parse(fromOrganisation),
    fromUnion:
      (fromOrganisation === null ? undefined : names.get(fromOrganisation)) ??
      text(claim?.['from_union']) ??
      known.result?.fromUnion ??
      '',
    near: [...near],
    reason: isAnswered ? text(answer?.['reason']) : null,
    by: isAnswered ? text(answer?.['by']) : null,
  }
  const isAsked = state !== 'unknownUnion' && fromOrganisation !== null
  const isOther = known.fromOrganisation !== fromOrganisation
  // Who it is does not change while somebody decides, or the person in question would.
  const member =
    !isOther && known.member !== null
      ? known.member
      : isAsked && claim !== null
        ? await memberMeant(tx, hub.id, fromOrganisation, claim)
        : null
  const isMoved = known.state !== state || isOther
  await tx
    .update(transferClaim)
    .set({ state, fromOrganisation, member, result, ...(isMoved ? { changedAt: sql`now()` } : {}) })
    .where(and(eq(transferClaim.organisation, hub.id), eq(transferClaim.claim, known.claim)))

  const isTold = isSame(known.result, result)
  if (!isTold) await sendDown(tx, [known.byOrganisation], [{ kind: 'claimResult', body: result }])
  const byUnion = names.get(known.byOrganisation) ?? ''
  const said = claim ?? {}
  if (known.fromOrganisation !== null && isOther) {
    const body = claimFor(known, 'withdrawn', said, byUnion, known.member)
    await sendDown(tx, [known.fromOrganisation], [{ kind: 'transferClaim', body }])
  }
  if (isAsked && (!isTold || isOther)) {
    await sendDown(
      tx,
      [fromOrganisation],
      [{ kind: 'transferClaim', body: claimFor(known, state, said, byUnion, member) }],
    )
  }
}

/** Reckons how far claims are from what both branches say by now, and tells them of what is new; may be done as often as one likes. */
export async function evaluateClaims(tx: HubQueries, hub: HubIdentity, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  // In one order, so that two who have the same ones never wait for each other.
  const known = await tx
    .select()
    .from(transferClaim)
    .where(and(eq(transferClaim.organisation, hub.id), inArray(transferClaim.claim, [...ids])))
    .orderBy(transferClaim.claim)
    .for('update')
  for (const one of known) await evaluate(tx, hub, one)
}
