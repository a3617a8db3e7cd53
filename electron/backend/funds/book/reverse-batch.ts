import type { BranchDatabase } from '../../../../db/branch-database'
import { bookQueries } from '../../../../db/queries/funds/book'
import { requireUndoable, storeKept, type KeptRow, type UndoPreview, type UndoResult } from '../../../../db/undo'
import type { FundEntry } from '../../../../shared/model/fund'
import type { BatchId } from '../../../../shared/model/id'
import { writeRows } from '../../write-rows'
import { writeFundReversal } from './post'

/** The entries of a batch that stand, and those that were reversed one by one. */
function entriesOf(db: BranchDatabase, batchId: BatchId): { open: readonly FundEntry[]; kept: readonly KeptRow[] } {
  const { entriesOfBatch, reversalOf } = bookQueries(db)
  const entries = entriesOfBatch.all(batchId)
  const open = entries.filter(({ id }) => reversalOf.get(id) === undefined)
  const kept = entries
    .filter((entry) => !open.includes(entry))
    .map(({ id }) => ({
      table: 'fund_entry' as const,
      rowId: id,
      memberId: null,
      reason: 'reversed' as const,
      edit: null,
      usedBy: null,
    }))
  return { open, kept }
}

/** What `reverseFundBatch` would do. */
export function previewFundReversal(db: BranchDatabase, batchId: BatchId): UndoPreview {
  const { open, kept } = entriesOf(db, batchId)
  return { additions: open.length, changes: 0, removals: 0, kept }
}

/**
 * Undoes a batch of entries of the book, which is append-only: each gets its opposite, with what members received of
 * it. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, BUSY, MONTH_CLOSED.
 */
export async function reverseFundBatch(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const { open, kept } = entriesOf(db, batchId)
  const undoId = await writeRows(
    db,
    { kind: 'undo', title, undoesId: batchId },
    open,
    (entry, id) => writeFundReversal(db, entry, id, null),
    (id) => storeKept(db, id, kept),
  )
  return { batchId: undoId, undone: open.length, kept }
}
