import { and, desc, eq, getTableColumns, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { TransferState } from '../../shared/model/transfer'
import type { Seen } from '../accounts/seen'
import { personDuplicate, transfer, transferAcross } from '../schema'
import { unionNames } from './unions'

/**
 * A transfer as the union above sees it: between which branches, never whose. Of one that leaves or enters what is seen
 * the other union's name is shown too, which the branch itself stated or was told.
 */
export interface TransferOverview {
  readonly id: string
  readonly fromUnion: string
  readonly toUnion: string
  readonly state: TransferState
  readonly askedAt: Date
  readonly changedAt: Date
  readonly reason: string | null
  readonly isForced: boolean
  /** Whether both branches are seen. */
  readonly isWithin: boolean
  readonly fromOrganisation: string
}

/** Transfers of branches that are seen, the latest first. */
export async function transferOverviews(seen: Seen): Promise<TransferOverview[]> {
  const { orm, identity } = seen.hub
  const [leaves, enters] = [seen.covers(transfer.fromOrganisation), seen.covers(transfer.toOrganisation)]
  const rows = await orm
    .select({ ...getTableColumns(transfer), isWithin: sql<boolean>`coalesce(${leaves} AND ${enters}, false)` })
    .from(transfer)
    .where(and(eq(transfer.organisation, identity.id), or(leaves, enters)))
    .orderBy(desc(transfer.askedAt), transfer.transfer)
  const ids = rows.flatMap((row) => (row.toOrganisation === null ? [] : [row.toOrganisation]))
  const names = await unionNames(orm, [...new Set([...rows.map((row) => row.fromOrganisation), ...ids])])
  const own = rows.map((row) => ({
    id: row.transfer,
    fromUnion: names.get(row.fromOrganisation) ?? '',
    toUnion: (row.toOrganisation === null ? undefined : names.get(row.toOrganisation)) ?? row.result?.toUnion ?? '',
    state: row.state,
    askedAt: row.askedAt,
    changedAt: row.changedAt,
    reason: row.result?.reason ?? null,
    isForced: row.forced !== null,
    isWithin: row.isWithin,
    fromOrganisation: row.fromOrganisation,
  }))
  return [...(await guestOverviews(seen)), ...own].toSorted(
    (one, other) => other.askedAt.getTime() - one.askedAt.getTime(),
  )
}

/** Those from branches of other hubs, which decide them. */
async function guestOverviews(seen: Seen): Promise<TransferOverview[]> {
  const { orm, identity } = seen.hub
  const rows = await orm
    .select()
    .from(transferAcross)
    .where(
      and(
        eq(transferAcross.organisation, identity.id),
        isNotNull(transferAcross.request),
        seen.covers(transferAcross.toOrganisation),
      ),
    )
    .orderBy(transferAcross.transfer)
  const names = await unionNames(orm, [...new Set(rows.flatMap(({ toOrganisation }) => toOrganisation ?? []))])
  return rows.flatMap(({ request, toOrganisation, fromOrganisation, changedAt, facts }) => {
    if (request === null) return []
    const reason = facts?.answer?.['reason']
    return {
      id: request.id,
      fromUnion: request.fromUnion,
      toUnion: names.get(toOrganisation ?? '') ?? '',
      state: request.state,
      askedAt: new Date(request.requestedOn),
      changedAt,
      reason: typeof reason === 'string' ? reason : null,
      isForced: false,
      isWithin: false,
      fromOrganisation,
    }
  })
}

/** How many persons two branches both have, and since when the first of them. */
export interface DuplicatePair {
  readonly one: string
  readonly other: string
  readonly persons: number
  readonly since: string
}

/** Pairs of branches with persons in both of which one is seen, the most first; counts, never persons. */
export async function duplicatePairs(seen: Seen): Promise<DuplicatePair[]> {
  const { orm, identity } = seen.hub
  const isSeen = or(seen.covers(personDuplicate.oneBranch), seen.covers(personDuplicate.otherBranch))
  const persons = sql<number>`count(*)::integer`
  const rows = await orm
    .select({
      one: personDuplicate.oneBranch,
      other: personDuplicate.otherBranch,
      persons,
      since: sql<string>`to_char(min(${personDuplicate.foundAt}), 'YYYY-MM-DD')`,
    })
    .from(personDuplicate)
    .where(and(eq(personDuplicate.organisation, identity.id), isSeen, isNull(personDuplicate.endedAt)))
    .groupBy(personDuplicate.oneBranch, personDuplicate.otherBranch)
    .orderBy(desc(persons))
  const names = await unionNames(orm, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
  return rows.map((row) => ({ ...row, one: names.get(row.one) ?? '', other: names.get(row.other) ?? '' }))
}
