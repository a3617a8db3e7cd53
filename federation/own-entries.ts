import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { HubIdentity } from '../shared/contract/hub'
import type { Moment } from '../shared/model/date'
import { changeIdSchema, newId } from '../shared/model/id'
import type { Columns, SyncedTable } from '../shared/sync/change'
import { canonicalColumns, changeContent } from '../shared/sync/change-content'
import { correctionEntrySchema, type CorrectionEntry } from '../shared/sync/correction'
import type { HubQueries } from './database'
import { change } from './schema'

/** A change of a row that this hub makes. */
export interface OwnChange {
  readonly table: SyncedTable
  readonly rowId: string
  readonly operation: CorrectionEntry['operation']
  readonly before: Columns
  readonly after: Columns
}

const keyOf = ({ table, rowId }: { readonly table: string; readonly rowId: string }) => `${table} ${rowId}`

/** The last entry of each row, whoever's. */
async function lastEntries(tx: HubQueries, organisationId: string, rowIds: readonly string[]) {
  const found = await tx
    .select({ id: change.id, table: change.table, rowId: change.rowId })
    .from(change)
    .where(and(eq(change.organisation, organisationId), inArray(change.rowId, [...rowIds])))
    .orderBy(asc(change.receivedAt), asc(change.streamSeq))
  return new Map(found.map((entry) => [keyOf(entry), entry.id]))
}

/** What the hub's own stream for an organisation ends with: the number and hash of its last entry. */
async function endOfStream(tx: HubQueries, organisationId: string, { incarnation }: HubIdentity) {
  const [last] = await tx
    .select({ seq: change.streamSeq, hash: change.hash })
    .from(change)
    .where(and(eq(change.organisation, organisationId), eq(change.stream, incarnation)))
    .orderBy(desc(change.streamSeq))
    .limit(1)
  return last ?? { seq: 0, hash: '' }
}

/** Changes as entries of the hub's own stream for an organisation, numbered and chained after its last one. */
export async function sealedEntries(
  tx: HubQueries,
  hub: HubIdentity,
  organisationId: string,
  changeSet: string,
  at: Moment,
  changes: readonly OwnChange[],
): Promise<CorrectionEntry[]> {
  const rowIds = [...new Set(changes.map(({ rowId }) => rowId))]
  const last = await lastEntries(tx, organisationId, rowIds)
  let { seq, hash } = await endOfStream(tx, organisationId, hub)
  return changes.map(({ table, rowId, operation, before, after }) => {
    seq += 1
    const unsealed = correctionEntrySchema.omit({ hash: true }).parse({
      id: newId(changeIdSchema),
      incarnation: hub.incarnation,
      seq,
      changeSet,
      table,
      rowId,
      operation,
      before,
      after,
      base: last.get(keyOf({ table, rowId })) ?? null,
      actor: hub.id,
      at,
      batchId: null,
    })
    const texts = { table, before: canonicalColumns(before), after: canonicalColumns(after) }
    const content = changeContent({ ...unsealed, ...texts })
    hash = createHash('sha256')
      .update(hash + content)
      .digest('hex')
    return { ...unsealed, hash }
  })
}
