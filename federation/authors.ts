import { and, eq, inArray, sql } from 'drizzle-orm'
import { momentSchema, type Moment } from '../shared/model/date'
import type { ChangeId } from '../shared/model/id'
import type { HubQueries } from './database'
import { change, correction, receipt } from './schema'

/** An entry in conflict, and the revision at which others wrote the latest of what it is about. */
export interface Contested {
  readonly id: ChangeId
  readonly rowId: string
  readonly rev: number
}

/** Who wrote what stands against an entry: an office of the union above, or null for another installation. */
export interface Author {
  readonly theirsBy: string | null
  readonly theirsAt: Moment
}

/** Who wrote what stands against the given entries, by their ids; in one query, however many they are. */
export async function authorsOf(
  tx: HubQueries,
  organisationId: string,
  contested: readonly Contested[],
): Promise<ReadonlyMap<ChangeId, Author>> {
  if (contested.length === 0) return new Map()
  const found = await tx
    .select({
      rowId: change.rowId,
      rev: sql<string>`${receipt.outcome}->>'rev'`,
      at: change.receivedAt,
      by: correction.by,
    })
    .from(change)
    .innerJoin(receipt, and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id)))
    .leftJoin(
      correction,
      and(eq(correction.organisation, change.organisation), eq(correction.correction, change.changeSet)),
    )
    .where(
      and(
        eq(change.organisation, organisationId),
        inArray(change.rowId, [...new Set(contested.map(({ rowId }) => rowId))]),
      ),
    )
  return new Map(
    contested.flatMap(({ id, rowId, rev }) => {
      const author = found.find((entry) => entry.rowId === rowId && Number(entry.rev) === rev)
      if (author === undefined) return []
      return [[id, { theirsBy: author.by, theirsAt: momentSchema.parse(author.at.toISOString()) }] as const]
    }),
  )
}
