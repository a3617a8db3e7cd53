import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { requireUndoable, storeKept, type KeptRow, type UndoPreview, type UndoResult } from '../../../../db/undo'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { BatchId } from '../../../../shared/model/id'
import { writeRows } from '../../write-rows'
import { isRefunded, takeBack } from './reversal'

/** The lines of a batch to be taken back, and those that were one by one or whose money was given back since. */
function linesOf(db: BranchDatabase, batchId: BatchId): { open: readonly DuesEntry[]; kept: readonly KeptRow[] } {
  const { entriesOfBatch, isReversed } = duesEntryQueries(db)
  const open: DuesEntry[] = []
  const kept: KeptRow[] = []
  for (const line of entriesOfBatch(batchId)) {
    const row = { table: 'dues_entry' as const, rowId: line.id, memberId: line.memberId, edit: null }
    if (isReversed.get(line.id) === 1) kept.push({ ...row, reason: 'reversed', usedBy: null })
    else if (isRefunded(db, line)) kept.push({ ...row, reason: 'inUse', usedBy: 'dues_entry' })
    else open.push(line)
  }
  return { open, kept }
}

/** What `reverseBatch` would do. */
export function previewReversal(db: BranchDatabase, batchId: BatchId): UndoPreview {
  const { open, kept } = linesOf(db, batchId)
  return { additions: open.length, changes: 0, removals: 0, kept }
}

/**
 * Undoes a batch of lines of the dues ledger, which is append-only: every line gets its opposite in a batch of kind
 * `undo`. Lines reversed one by one before stay as they are, and so does what the lines refer to: a hand-over, a
 * deduction list. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, BUSY, MONTH_CLOSED.
 */
export async function reverseBatch(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const { open, kept } = linesOf(db, batchId)
  const undoId = await writeRows(
    db,
    { kind: 'undo', title, undoesId: batchId },
    open,
    (line, id) => takeBack(db, line, id, null),
    (id) => storeKept(db, id, kept),
  )
  return { batchId: undoId, undone: open.length, kept }
}
