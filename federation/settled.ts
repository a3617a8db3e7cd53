import { and, eq, sql } from 'drizzle-orm'
import { columnsSchema } from '../shared/sync/change'
import { isAnyOf } from './bulk'
import type { HubQueries } from './database'
import type { TouchedRow } from './decisions'
import { countReceipts } from './figures'
import { change, receipt, stream } from './schema'

type Entry = Pick<typeof change.$inferSelect, 'id' | 'table' | 'rowId' | 'operation' | 'after' | 'position'>

const entry = {
  id: change.id,
  table: change.table,
  rowId: change.rowId,
  operation: change.operation,
  after: change.after,
  position: change.position,
}
const columnsOf = ({ after }: Pick<Entry, 'after'>) => columnsSchema.parse(JSON.parse(after))

/** Conflicts of these rows that need a look. */
async function openConflicts(tx: HubQueries, organisationId: string, rowIds: readonly string[]) {
  const found = await tx
    .select({ ...entry, outcome: receipt.outcome })
    .from(receipt)
    .innerJoin(change, and(eq(change.organisation, receipt.organisation), eq(change.id, receipt.changeId)))
    .where(
      and(
        eq(receipt.organisation, organisationId),
        // Written as the partial index `receipt_conflict` has it.
        sql`${receipt.outcome}->>'result' = 'conflict' AND NOT ${receipt.settled}`,
        isAnyOf(change.rowId, rowIds),
      ),
    )
  return found.flatMap(({ outcome, ...conflict }) =>
    outcome.result === 'conflict' ? [{ ...conflict, fields: outcome.fields }] : [],
  )
}

/** What the branch itself, not this hub, wrote of these rows and the hub took. */
function acceptedEntries(tx: HubQueries, organisationId: string, rowIds: readonly string[]): Promise<Entry[]> {
  return tx
    .select(entry)
    .from(change)
    .innerJoin(receipt, and(eq(receipt.organisation, change.organisation), eq(receipt.changeId, change.id)))
    .innerJoin(stream, and(eq(stream.organisation, change.organisation), eq(stream.stream, change.stream)))
    .where(
      and(
        eq(change.organisation, organisationId),
        isAnyOf(change.rowId, rowIds),
        sql`${receipt.outcome}->>'result' IN ('applied', 'merged')`,
      ),
    )
}

/**
 * Marks conflicts that need no look any more, as `federation/PROTOCOL.md` says under Settling conflicts, and counts them
 * no longer; the organisation is locked by the transaction that is open.
 */
export async function settleConflicts(
  tx: HubQueries,
  organisationId: string,
  touched: readonly TouchedRow[],
): Promise<void> {
  // A record that was not there cannot be in dispute.
  const changed = new Map(touched.flatMap((one) => (one.before === null ? [] : [[`${one.table} ${one.rowId}`, one]])))
  if (changed.size === 0) return
  const open = await openConflicts(
    tx,
    organisationId,
    [...changed.values()].map(({ rowId }) => rowId),
  )
  if (open.length === 0) return
  const accepted = await acceptedEntries(
    tx,
    organisationId,
    open.map(({ rowId }) => rowId),
  )
  const settled = open.filter((conflict) => {
    const row = changed.get(`${conflict.table} ${conflict.rowId}`)?.row
    if (row === undefined) return false
    const isDeletion = conflict.operation === 'delete'
    const said = columnsOf(conflict)
    const agrees =
      (row.deletion !== null) === isDeletion &&
      (isDeletion || conflict.fields.every((name) => (row.columns[name] ?? null) === (said[name] ?? null)))
    if (agrees) return true
    const later = accepted.filter(
      ({ table, rowId, position }) =>
        table === conflict.table && rowId === conflict.rowId && position > conflict.position,
    )
    return conflict.fields.every((name) => later.some((one) => one.operation !== 'update' || name in columnsOf(one)))
  })
  if (settled.length === 0) return
  await tx
    .update(receipt)
    .set({ settled: true })
    .where(
      and(
        eq(receipt.organisation, organisationId),
        isAnyOf(
          receipt.changeId,
          settled.map(({ id }) => id),
        ),
      ),
    )
  await countReceipts(
    tx,
    organisationId,
    settled.map(() => ({ before: 'conflict', after: 'settled' })),
  )
}
