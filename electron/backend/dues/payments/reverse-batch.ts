import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { requireUndoable, storeKept, type KeptRow, type UndoPreview, type UndoResult } from '../../../../db/undo'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { BatchId } from '../../../../shared/model/id'
import { writeRows } from '../../write-rows'
import { writeReversal } from './reversal'

/** The lines of a batch that are not reversed yet, and those that were one by one. */
function linesOf(db: BranchDatabase, batchId: BatchId): { open: readonly DuesEntry[]; kept: readonly KeptRow[] } {
  const { entriesOfBatch, isReversed } = duesEntryQueries(db)
  const lines = entriesOfBatch(batchId)
  const open = lines.filter((line) => isReversed.get(line.id) === 0)
  const kept = lines
    .filter((line) => !open.includes(line))
    .map(({ id, memberId }) => ({
      table: 'dues_entry' as const,
      rowId: id,
      memberId,
      reason: 'reversed' as const,
      edit: null,
      usedBy: null,
    }))
  return { open, kept }
}

/** What `reverseBatch` would do. */
export function previewReversal(db: BranchDatabase, batchId: BatchId): UndoPreview {
  const { open, kept } = linesOf(db, batchId)
  return { additions: open.length, changes: 0, removals: 0, kept }
}

/**
 * Undoes a batch of charges or payments: the ledger is append-only, so every line gets its opposite in a batch of kind
 * `undo`. Lines reversed one by one before stay as they are. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, BUSY.
 */
export async function reverseBatch(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const { open, kept } = linesOf(db, batchId)
  const undoId = await writeRows(
    db,
    { kind: 'undo', title, undoesId: batchId },
    open,
    (line, id) => writeReversal(db, line, id, null),
    (id) => storeKept(db, id, kept),
  )
  return { batchId: undoId, undone: open.length, kept }
}
