import type { BatchId } from '../../shared/model/id'
import { columnsSchema, syncedTableSchema, type Change, type Columns, type SyncedTable } from '../../shared/sync/change'
import { perDatabase, type BranchDatabase } from '../branch-database'
import { netChange } from './net-change'
import { syncedRows } from './synced-rows'

interface Row {
  readonly table: SyncedTable
  readonly rowId: string
}

/** What taking a batch back means for each row that it touched. */
export interface UndoPlan {
  /** Rows that the batch deleted, parents before children, in the order in which they were first recorded. */
  readonly restore: readonly (Row & { readonly before: Columns })[]
  readonly revert: readonly (Row & { readonly before: Columns; readonly after: Columns })[]
  /** Rows that the batch brought and nothing has touched since, latest first. */
  readonly remove: readonly Row[]
  /** How many rows that the batch brought have to stay. */
  readonly kept: number
}

interface StoredEntry {
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
}

const log = perDatabase(({ sqlite }) => ({
  touchedRows: sqlite.prepare<[BatchId], Row>(
    `SELECT "table", row_id AS rowId FROM change WHERE batch_id = ? AND "table" <> 'batch'
     GROUP BY row_id ORDER BY min(position)`,
  ),
  entries: sqlite.prepare<[string, BatchId], StoredEntry>(
    'SELECT operation, "before", "after" FROM change WHERE row_id = ? AND batch_id = ? ORDER BY position',
  ),
  firstPosition: sqlite.prepare<[string], number>('SELECT min(position) FROM change WHERE row_id = ?').pluck(),
}))

/** Rows classified between two chances for other work. */
const portion = 1000

function isAsLeft(current: Columns | undefined, after: Columns): boolean {
  if (current === undefined) return false
  return Object.entries(current).every(([column, value]) => value === (after[column] ?? null))
}

/**
 * Which of the rows that a batch brought have to stay: those edited since, those of the ledger, those that later rows
 * refer to, and with a row what it refers to; membership events stay with their member.
 */
function rowsToKeep(
  db: BranchDatabase,
  added: ReadonlyMap<string, SyncedTable>,
  edited: Iterable<string>,
): Set<string> {
  const rows = syncedRows(db)
  const kept = new Set(edited)
  const parents = new Map<string, string[]>()
  const events = new Map<string, string[]>()
  for (const [rowId, table] of added) {
    for (const child of rows[table].referrers.flatMap((referrer) => referrer.all(rowId))) {
      const childTable = added.get(child)
      if (childTable === undefined) kept.add(rowId)
      else parents.set(child, [...(parents.get(child) ?? []), rowId])
      if (childTable === 'membership_event') events.set(rowId, [...(events.get(rowId) ?? []), child])
    }
  }
  // A set being iterated also visits what is added meanwhile.
  for (const rowId of kept) {
    for (const related of [...(parents.get(rowId) ?? []), ...(events.get(rowId) ?? [])]) kept.add(related)
  }
  return kept
}

/** Reads what a batch did and finds out what can be taken back; yields between portions. */
export function* planUndo(db: BranchDatabase, batchId: BatchId): Generator<void, UndoPlan, void> {
  const { touchedRows, entries, firstPosition } = log(db)
  const rows = syncedRows(db)
  const restore: (Row & { before: Columns; position: number })[] = []
  const revert: (Row & { before: Columns; after: Columns })[] = []
  const added = new Map<string, SyncedTable>()
  const edited: string[] = []
  for (const [index, { table, rowId }] of touchedRows.all(batchId).entries()) {
    if (index % portion === portion - 1) yield
    const { before, after } = netChange(
      entries.all(rowId, batchId).map((entry) => ({
        operation: entry.operation,
        before: columnsSchema.parse(JSON.parse(entry.before)),
        after: columnsSchema.parse(JSON.parse(entry.after)),
      })),
    )
    if (before !== null && after !== null) revert.push({ table, rowId, before, after })
    else if (before !== null) restore.push({ table, rowId, before, position: firstPosition.get(rowId) ?? 0 })
    else if (after !== null) {
      added.set(rowId, table)
      if (table === 'dues_entry' || !isAsLeft(rows[table].get.get(rowId), after)) edited.push(rowId)
    }
  }
  const kept = rowsToKeep(db, added, edited)
  const tableOrder = (row: Row) => syncedTableSchema.options.indexOf(row.table)
  return {
    restore: restore.sort((a, b) => tableOrder(a) - tableOrder(b) || a.position - b.position),
    revert,
    remove: [...added]
      .filter(([rowId]) => !kept.has(rowId))
      .map(([rowId, table]) => ({ table, rowId }))
      .reverse(),
    kept: kept.size,
  }
}
