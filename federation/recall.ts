import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { REQUEST_MAX_ENTRIES, type WireChange } from '../shared/sync/wire'
import type { Hub } from './hub'
import { change, receipt } from './schema'
import { storedEntry } from './stored-entry'

export interface RecalledPage {
  readonly entries: readonly WireChange[]
  /** The number of the last entry that was looked at. */
  readonly until: number
  readonly hasMore: boolean
}

/** Entries of an organisation's stream beyond a number that had their effect here, in their order. */
export async function entriesBeyond(
  { orm }: Hub,
  organisationId: string,
  stream: string,
  after: number,
): Promise<RecalledPage> {
  const found = await orm
    .select({ change, result: sql<string>`${receipt.outcome}->>'result'` })
    .from(change)
    .innerJoin(receipt, and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id)))
    .where(
      and(
        eq(change.organisation, organisationId),
        eq(receipt.organisation, organisationId),
        eq(change.stream, stream),
        gt(change.streamSeq, after),
      ),
    )
    .orderBy(asc(change.streamSeq))
    .limit(REQUEST_MAX_ENTRIES + 1)
  const page = found.slice(0, REQUEST_MAX_ENTRIES)
  return {
    entries: page
      .filter(({ result }) => result === 'applied' || result === 'merged')
      .map((row) => storedEntry(row.change)),
    until: page.at(-1)?.change.streamSeq ?? after,
    hasMore: found.length > page.length,
  }
}
