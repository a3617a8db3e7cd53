import { failure } from '../../shared/contract/errors'
import type { BatchId } from '../../shared/model/id'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import { completed, perDatabase, type BatchOutcome, type BranchDatabase } from '../branch-database'
import { planUndo } from './plan'
import { syncedRows } from './synced-rows'

/** How many records are as they were before the batch, and how many are not, wholly or in part. */
interface UndoResult {
  readonly undone: number
  readonly kept: number
}

/** Rows written between two chances for other work. */
const portion = 500

const batchToUndo = perDatabase(({ sqlite }) =>
  sqlite.prepare<[BatchId], { readonly kind: string; readonly title: string; readonly isUndone: 0 | 1 }>(
    `SELECT kind, title, EXISTS (SELECT 1 FROM batch AS later WHERE later.undoes_id = batch.id) AS isUndone
     FROM batch WHERE id = ?`,
  ),
)

/** Gives fields back the value they had before, where they still have the one of `after`. True if all of them do. */
function revertFields(
  db: BranchDatabase,
  { table, rowId, before, after }: { table: SyncedTable; rowId: string; before: Columns; after: Columns },
): boolean {
  const rows = syncedRows(db)[table]
  const current = rows.get.get(rowId)
  if (current === undefined) return false
  const fields = Object.entries(before).filter(([column]) => current[column] === after[column])
  if (fields.length > 0 && !rows.set(rowId, Object.fromEntries(fields))) return false
  return fields.length === Object.keys(before).length
}

/** Brings a deleted row back unless something it refers to is gone or another row has taken its place. */
function restoreRow(db: BranchDatabase, table: SyncedTable, before: Columns): boolean {
  const rows = syncedRows(db)
  const hasParents = rows[table].references.every(({ column, parent }) => {
    const parentId = before[column]
    return typeof parentId !== 'string' || rows[parent].get.get(parentId) !== undefined
  })
  return hasParents && rows[table].insert(before)
}

function* takeBack(db: BranchDatabase, batchId: BatchId): Generator<void, BatchOutcome<UndoResult>, void> {
  // Rows come back and go in an order of their own; references are checked at the end.
  db.sqlite.pragma('defer_foreign_keys = ON')
  const plan = yield* planUndo(db, batchId)
  const rows = syncedRows(db)
  const remove = plan.remove.map(
    ({ table, rowId }) =>
      () =>
        rows[table].remove(rowId).changes === 1,
  )
  const restore = plan.restore.map((row) => () => restoreRow(db, row.table, row.before))
  const revert = plan.revert.map((row) => () => revertFields(db, row))
  // First what the batch brought goes: it may stand where a row that the batch deleted has to come back.
  const acts = [...remove, ...restore, ...revert]
  let undone = 0
  for (const [index, act] of acts.entries()) {
    if (act()) undone += 1
    if (index % portion === portion - 1) yield
  }
  return { count: undone, result: { undone, kept: acts.length - undone + plan.kept } }
}

/**
 * Takes a batch back, as a batch of kind `undo`. `undone` counts the records that are as they were before it, `kept`
 * those that are not, wholly or in part: fields edited since keep their newer value, records that something later
 * refers to stay, and so do lines of the dues ledger, which are reversed and never deleted (`electron/backend/dues`).
 * Throws NOT_FOUND, BATCH_NOT_UNDOABLE for an undo and for what is undone already, BUSY.
 */
export async function undoBatch(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const batch = batchToUndo(db).get(batchId)
  if (batch === undefined) throw failure('NOT_FOUND')
  if (batch.kind === 'undo' || batch.isUndone === 1) throw failure('BATCH_NOT_UNDOABLE')
  const steps = db.writeBatchInSteps({ kind: 'undo', title: batch.title, undoesId: batchId }, () =>
    takeBack(db, batchId),
  )
  return (await completed(steps)).result
}
