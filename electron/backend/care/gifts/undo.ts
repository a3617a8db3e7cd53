import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries } from '../../../../db/queries/care/gifts'
import { bookQueries } from '../../../../db/queries/funds/book'
import { previewUndo, undoBatch, type UndoPreview, type UndoResult } from '../../../../db/undo'
import { failure } from '../../../../shared/contract/errors'
import type { FundEntry } from '../../../../shared/model/fund'
import type { BatchId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { writeFundReversal } from '../../funds/book/post'

/**
 * What a batch of gifts booked and still stands. Throws GIFT_BOOKED where another act booked its gifts since, MONTH_CLOSED
 * where today's month is closed as well.
 */
function entriesToReverse(db: BranchDatabase, batchId: BatchId): FundEntry[] {
  const gifts = giftQueries(db).bookedSince.get({ batchId }) ?? 0
  if (gifts > 0) throw failure('GIFT_BOOKED', { gifts })
  const { entriesOfBatch, reversalOf } = bookQueries(db)
  const open = entriesOfBatch.all(batchId).filter(({ id }) => reversalOf.get(id) === undefined)
  for (const { on } of open) bookDayOf(db, on, dayOf(new Date()))
  return open
}

/** What `undoGifts` would do. */
export async function previewGiftUndo(db: BranchDatabase, batchId: BatchId): Promise<UndoPreview> {
  const reversed = entriesToReverse(db, batchId)
  const { kept, ...counts } = await previewUndo(db, batchId)
  // An undo of an undo brings gifts back, but not what the book took back: they may be booked anew.
  return { ...counts, kept: reversed.length === 0 ? kept : kept.filter(({ reason }) => reason !== 'ledger') }
}

/**
 * Undoes an act on gifts, or the undo of one: gifts go or are as they were, and what it booked is reversed, never
 * deleted. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, GIFT_BOOKED, MONTH_CLOSED, BUSY.
 */
export async function undoGifts(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const reversed = entriesToReverse(db, batchId)
  if (reversed.length === 0) return undoBatch(db, batchId)
  return undoBatch(db, batchId, (undoId) => {
    for (const entry of reversed) writeFundReversal(db, entry, undoId, null)
  })
}
