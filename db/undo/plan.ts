import { memberIdSchema, type BatchId, type MemberId } from '../../shared/model/id'
import { columnsSchema, syncedTableSchema, type Change, type Columns, type SyncedTable } from '../../shared/sync/change'
import { perDatabase, type BranchDatabase } from '../branch-database'
import { additionsToKeep, type Addition } from './additions'
import type { KeptRow } from './kept'
import { netChange } from './net-change'
import { requestEventsToRestore } from './request-events'
import { syncedRows } from './synced-rows'

interface Row {
  readonly table: SyncedTable
  readonly rowId: string
  /** Whose record it is part of. */
  readonly memberId: MemberId | null
}

/** What taking a batch back means for each row that it touched. */
export interface UndoPlan {
  /** Rows that the batch deleted, parents before children, in the order in which they were first recorded. */
  readonly restore: readonly (Row & { readonly before: Columns })[]
  /** Columns that still have the value of the batch, with the one they had before. */
  readonly revert: readonly (Row & { readonly before: Columns })[]
  /** Rows that the batch brought and nothing has touched since, latest first. */
  readonly remove: readonly Row[]
  readonly kept: readonly KeptRow[]
}

interface StoredEntry {
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
}

const log = perDatabase(({ sqlite }) => ({
  touchedRows: sqlite.prepare<[BatchId], Pick<Row, 'table' | 'rowId'>>(
    `SELECT "table", row_id AS rowId FROM change WHERE batch_id = ? AND "table" <> 'batch'
     GROUP BY row_id ORDER BY min(position)`,
  ),
  // By the index of rows: a large batch has far more entries than a row.
  entries: sqlite.prepare<[string, BatchId], StoredEntry>(
    'SELECT operation, "before", "after" FROM change WHERE row_id = ? AND +batch_id = ? ORDER BY position',
  ),
  eventsAfter: sqlite
    .prepare<[MemberId | null, number], string>(
      `SELECT id FROM membership_event AS event WHERE member_id = ?
         AND (SELECT min(position) FROM change WHERE row_id = event.id) > ?`,
    )
    .pluck(),
  firstPosition: sqlite.prepare<[string], number>('SELECT min(position) FROM change WHERE row_id = ?').pluck(),
}))

/** Rows classified between two chances for other work. */
const portion = 500

function memberOf(table: SyncedTable, rowId: string, columns: Columns): MemberId | null {
  if (table === 'member') return memberIdSchema.parse(rowId)
  return memberIdSchema
    .nullable()
    .catch(null)
    .parse(columns['member_id'] ?? null)
}

/** Splits what the batch changed in a row that is there into what can go back and what was edited since. */
function planRevert(row: Row, before: Columns, after: Columns, current: Columns): { back: Columns; kept: KeptRow[] } {
  const changed = Object.keys(before).filter((column) => current[column] !== before[column])
  const back = changed.filter((column) => current[column] === after[column])
  const edited = changed.filter((column) => current[column] !== after[column])
  return {
    back: Object.fromEntries(back.map((column) => [column, before[column] ?? null])),
    kept: edited.map((column) => ({
      ...row,
      reason: 'edited',
      edit: { column, written: after[column] ?? null, current: current[column] ?? null },
      usedBy: null,
    })),
  }
}

/** Whether everything that a deleted row refers to is there, or will be. */
function hasParents(
  db: BranchDatabase,
  table: SyncedTable,
  before: Columns,
  willBe: (parentId: string) => boolean,
): boolean {
  const rows = syncedRows(db)
  return rows[table].references.every(({ column, parent }) => {
    const parentId = before[column]
    return typeof parentId !== 'string' || willBe(parentId) || rows[parent].get.get(parentId) !== undefined
  })
}

/** Reads what a batch did and finds out what can be taken back; yields between portions. */
export function* planUndo(db: BranchDatabase, batchId: BatchId): Generator<void, UndoPlan, void> {
  const { touchedRows, entries, firstPosition, eventsAfter } = log(db)
  const rows = syncedRows(db)
  const restore: (UndoPlan['restore'][number] & { position: number })[] = []
  const revert = new Map<string, UndoPlan['revert'][number]>()
  const added = new Map<string, Addition>()
  const kept = new Map<string, readonly KeptRow[]>()
  const touched = touchedRows.all(batchId)
  for (const [index, { table, rowId }] of touched.entries()) {
    if (index % portion === portion - 1) yield
    const { before, after } = netChange(
      entries.all(rowId, batchId).map((entry) => ({
        operation: entry.operation,
        before: columnsSchema.parse(JSON.parse(entry.before)),
        after: columnsSchema.parse(JSON.parse(entry.after)),
      })),
    )
    const current = rows[table].get.get(rowId)
    const row = { table, rowId, memberId: memberOf(table, rowId, before ?? after ?? {}) }
    if (before !== null && after !== null) {
      if (current === undefined) {
        kept.set(rowId, [{ ...row, reason: 'gone', edit: null, usedBy: null }])
        continue
      }
      const owned = { ...row, memberId: memberOf(table, rowId, current) }
      const plan = planRevert(owned, before, after, current)
      if (Object.keys(plan.back).length > 0) revert.set(rowId, { ...owned, before: plan.back })
      kept.set(rowId, plan.kept)
    } else if (before !== null) {
      restore.push({ ...row, before, position: firstPosition.get(rowId) ?? 0 })
    } else if (after !== null) added.set(rowId, { ...row, after, current })
  }
  const isFreed = (rowId: string, column: string) => column in (revert.get(rowId)?.before ?? {})
  const stay = yield* additionsToKeep(db, added, isFreed)
  const tableOrder = (row: Row) => syncedTableSchema.options.indexOf(row.table)
  restore.sort((a, b) => tableOrder(a) - tableOrder(b) || a.position - b.position)
  const comesBack = new Set<string>()
  const isNextStep = requestEventsToRestore(db)
  for (const { position, before, ...row } of restore) {
    const isFree = hasParents(db, row.table, before, (parentId) => comesBack.has(parentId))
    // An event that others followed, which stay, cannot come after them.
    const isPast =
      row.table === 'membership_event' &&
      eventsAfter.all(row.memberId, position).some((id) => !added.has(id) || stay.has(id))
    const isStep = row.table !== 'request_event' || isNextStep(before, position)
    if (isFree && !isPast && isStep) comesBack.add(row.rowId)
    else kept.set(row.rowId, [{ ...row, reason: 'blocked', edit: null, usedBy: null }])
  }
  return {
    restore: restore.filter(({ rowId }) => comesBack.has(rowId)),
    revert: [...revert.values()],
    remove: [...added.values()]
      .filter(({ rowId }) => !stay.has(rowId))
      .map(({ table, rowId, memberId }) => ({ table, rowId, memberId }))
      .reverse(),
    kept: touched.flatMap(({ rowId }) => kept.get(rowId) ?? stay.get(rowId) ?? []),
  }
}
