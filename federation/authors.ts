import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { momentSchema, type Moment } from '../shared/model/date'
import type { ChangeId } from '../shared/model/id'
import type { HubQueries } from './database'
import { change, correction, organisation, receipt } from './schema'

/** An entry in conflict, and the revision at which others wrote the latest of what it is about. */
export interface Contested {
  readonly id: ChangeId
  readonly rowId: string
  readonly rev: number
}

/** Who wrote what stands against an entry: an office of the union above or a hub below, or null for another installation. */
export interface Author {
  readonly theirsBy: string | null
  readonly theirsAt: Moment
}

/** Hubs below among those who wrote; each writes in its own name, and why is known there. */
async function hubsNamed(tx: HubQueries, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors)].filter((actor) => z.uuid().safeParse(actor).success)
  if (ids.length === 0) return new Map()
  const found = await tx
    .select({ id: organisation.organisation, name: organisation.unionName })
    .from(organisation)
    .where(and(inArray(organisation.organisation, ids), eq(organisation.kind, 'hub')))
  return new Map(found.map(({ id, name }) => [id, name]))
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
      actor: change.actor,
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
  const hubs = await hubsNamed(
    tx,
    found.flatMap(({ by, actor }) => (by === null ? [actor] : [])),
  )
  return new Map(
    contested.flatMap(({ id, rowId, rev }) => {
      const author = found.find((entry) => entry.rowId === rowId && Number(entry.rev) === rev)
      if (author === undefined) return []
      return [
        [
          id,
          {
            theirsBy: author.by ?? hubs.get(author.actor) ?? null,
            theirsAt: momentSchema.parse(author.at.toISOString()),
          },
        ] as const,
      ]
    }),
  )
}
