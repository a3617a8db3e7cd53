import { failure } from '../../shared/contract/errors'
import type { Batch } from '../../shared/contract/batches'
import type { BatchId } from '../../shared/model/id'
import { completed, type BatchOutcome, type BranchDatabase } from '../branch-database'
import { batchQueries } from '../queries/batches'
import { storeKept, type KeptRow } from './kept'
import { planUndo, type UndoPlan } from './plan'
import { syncedRows } from './synced-rows'

export { keptOf, storeKept, type KeptRow } from './kept'

/** What an undo would do: records that go, change back or come back, and what stays as it is. */
export interface UndoPreview {
  readonly additions: number
  readonly changes: number
  readonly removals: number
  readonly kept: readonly KeptRow[]
}

/** Of how many records something was taken back, and what was not. */
export interface UndoResult {
  readonly batchId: BatchId
  readonly undone: number
  readonly kept: readonly KeptRow[]
}

/** Rows written between two chances for other work. */
const portion = 500

type PlannedRow = UndoPlan['remove'][number]

/** The record that a row is part of: its member, or itself. */
const recordOf = ({ memberId, rowId }: PlannedRow): string => memberId ?? rowId

/** Throws NOT_FOUND, BATCH_NOT_UNDOABLE. */
export function requireUndoable(db: BranchDatabase, id: BatchId): Batch {
  const batch = batchQueries(db).get.get(id)
  if (batch === undefined) throw failure('NOT_FOUND')
  if (batch.undoable === 0) throw failure('BATCH_NOT_UNDOABLE')
  return { ...batch, undoable: true }
}

/** What `undoBatch` would do as things stand. Throws NOT_FOUND, BATCH_NOT_UNDOABLE. */
export async function previewUndo(db: BranchDatabase, batchId: BatchId): Promise<UndoPreview> {
  requireUndoable(db, batchId)
  const planning = planUndo(db, batchId)
  let step = planning.next()
  while (!step.done) {
    await new Promise((resolve) => setImmediate(resolve))
    step = planning.next()
  }
  const { remove, restore, revert, kept } = step.value
  const own = (rows: readonly PlannedRow[]) => new Set(rows.filter((row) => recordOf(row) === row.rowId).map(recordOf))
  const gone = own(remove)
  const back = own(restore)
  const touched = new Set([...remove, ...restore, ...revert].map(recordOf))
  return {
    additions: gone.size,
    removals: back.size,
    changes: [...touched].filter((id) => !gone.has(id) && !back.has(id)).length,
    kept,
  }
}

function* takeBack(
  db: BranchDatabase,
  batchId: BatchId,
  undoId: BatchId,
  settleLedger: ((undoId: BatchId) => void) | undefined,
): Generator<void, BatchOutcome<Omit<UndoResult, 'batchId'>>, void> {
  // Rows come back and go in an order of their own; references are checked at the end.
  db.sqlite.pragma('defer_foreign_keys = ON')
  const plan = yield* planUndo(db, batchId)
  const rows = syncedRows(db)
  // First what the batch brought goes: it may stand where a row that the batch deleted has to come back.
  const acts: (readonly [PlannedRow, () => boolean])[] = [
    ...plan.remove.map((row) => [row, () => rows[row.table].remove(row.rowId).changes === 1] as const),
    ...plan.restore.map((row) => [row, () => rows[row.table].insert(row.before)] as const),
    ...plan.revert.map((row) => [row, () => rows[row.table].set(row.rowId, row.before)] as const),
  ]
  const undone = new Set<string>()
  const kept = plan.kept.filter(({ reason }) => reason !== 'ledger' || settleLedger === undefined)
  for (const [index, [row, act]] of acts.entries()) {
    if (act()) undone.add(recordOf(row))
    else {
      const { table, rowId, memberId } = row
      kept.push({ table, rowId, memberId, reason: 'blocked', edit: null, usedBy: null })
    }
    if (index % portion === portion - 1) yield
  }
  settleLedger?.(undoId)
  storeKept(db, undoId, kept)
  return { count: undone.size, result: { undone: undone.size, kept } }
}

/**
 * Takes a batch back, as a batch of kind `undo`. Fields edited since keep their newer value, records that something
 * later refers to stay, and so do lines of the dues ledger, which are reversed and never deleted
 * (`electron/backend/dues`). Taking an undo back brings back what it took away. Throws NOT_FOUND, BATCH_NOT_UNDOABLE
 * for what is undone already, BUSY.
 * @param settleLedger writes within the undo what takes the lines of the ledger back; without it they stay
 */
export async function undoBatch(
  db: BranchDatabase,
  batchId: BatchId,
  settleLedger?: (undoId: BatchId) => void,
): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const steps = db.writeBatchInSteps({ kind: 'undo', title, undoesId: batchId }, (undoId) =>
    takeBack(db, batchId, undoId, settleLedger),
  )
  const { batchId: undoId, result } = await completed(steps)
  return { batchId: undoId, ...result }
}
