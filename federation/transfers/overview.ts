import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TransferState } from '../../shared/model/transfer'
import type { Hub } from '../hub'
import { personDuplicate, transfer } from '../schema'
import { unionNames } from './unions'

/** A transfer as the union above sees it: between which branches, never whose. */
export interface TransferOverview {
  readonly id: string
  readonly fromUnion: string
  readonly toUnion: string
  readonly state: TransferState
  readonly askedAt: Date
  readonly changedAt: Date
  readonly reason: string | null
  readonly isForced: boolean
}

/** Every transfer, the latest first. */
export async function transferOverviews({ orm, identity }: Hub): Promise<TransferOverview[]> {
  const rows = await orm
    .select()
    .from(transfer)
    .where(eq(transfer.organisation, identity.id))
    .orderBy(desc(transfer.askedAt), transfer.transfer)
  const ids = rows.flatMap((row) => (row.toOrganisation === null ? [] : [row.toOrganisation]))
  const names = await unionNames(orm, [...new Set([...rows.map((row) => row.fromOrganisation), ...ids])])
  return rows.map((row) => ({
    id: row.transfer,
    fromUnion: names.get(row.fromOrganisation) ?? '',
    toUnion: (row.toOrganisation === null ? undefined : names.get(row.toOrganisation)) ?? row.result?.toUnion ?? '',
    state: row.state,
    askedAt: row.askedAt,
    changedAt: row.changedAt,
    reason: row.result?.reason ?? null,
    isForced: row.forced !== null,
  }))
}

/** How many persons two branches both have, and since when the first of them. */
export interface DuplicatePair {
  readonly one: string
  readonly other: string
  readonly persons: number
  readonly since: string
}

/** Pairs of branches with persons in both, the most first; counts, never persons. */
export async function duplicatePairs({ orm, identity }: Hub): Promise<DuplicatePair[]> {
  const persons = sql<number>`count(*)::integer`
  const rows = await orm
    .select({
      one: personDuplicate.oneBranch,
      other: personDuplicate.otherBranch,
      persons,
      since: sql<string>`to_char(min(${personDuplicate.foundAt}), 'YYYY-MM-DD')`,
    })
    .from(personDuplicate)
    .where(and(eq(personDuplicate.organisation, identity.id), isNull(personDuplicate.endedAt)))
    .groupBy(personDuplicate.oneBranch, personDuplicate.otherBranch)
    .orderBy(desc(persons))
  const names = await unionNames(orm, [...new Set(rows.flatMap(({ one, other }) => [one, other]))])
  return rows.map((row) => ({ ...row, one: names.get(row.one) ?? '', other: names.get(row.other) ?? '' }))
}
