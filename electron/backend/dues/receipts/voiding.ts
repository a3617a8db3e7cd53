import type { BranchDatabase } from '../../../../db/branch-database'
import { receiptQueries } from '../../../../db/queries/dues/receipts'
import { requireUndoable, type UndoPreview, type UndoResult } from '../../../../db/undo'
import { failure } from '../../../../shared/contract/errors'
import type { BatchId, DuesEntryId, DuesReceiptId } from '../../../../shared/model/id'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { dayOf } from '../../../../shared/rules/date'
import { writeRows } from '../../write-rows'

/**
 * Voids the receipt of a payment within the write that takes the payment back.
 * @param reason null where it was taken back together with others
 */
export function voidReceiptsOf(db: BranchDatabase, entryId: DuesEntryId, reason: string | null): void {
  receiptQueries(db).voidOfEntry.run({ entryId, voidedOn: dayOf(new Date()), voidReason: reason })
}

/** What `undoIssue` would do. */
export function previewUndoIssue(db: BranchDatabase, batchId: BatchId): UndoPreview {
  return { additions: receiptQueries(db).ofBatch.all(batchId).length, changes: 0, removals: 0, kept: [] }
}

/**
 * Undoes a batch that issued receipts for payments recorded before: those that are valid are voided, their numbers stay
 * used. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, BUSY.
 */
export async function undoIssue(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const { ofBatch, void: voidOne } = receiptQueries(db)
  const ids = ofBatch.all(batchId)
  const voidedOn = dayOf(new Date())
  const undoId = await writeRows(db, { kind: 'undo', title, undoesId: batchId }, ids, (id) =>
    voidOne.run({ id, voidedOn, voidReason: null }),
  )
  return { batchId: undoId, undone: ids.length, kept: [] }
}

/** Voids one receipt, see the contract. */
export function voidReceipt(db: BranchDatabase, id: DuesReceiptId, reason: string): DuesReceipt {
  const { get, void: voidOne } = receiptQueries(db)
  const receipt = get(id)
  if (receipt === undefined) throw failure('NOT_FOUND')
  if (receipt.voidedOn !== null) throw failure('RECEIPT_VOIDED')
  const voidedOn = dayOf(new Date())
  db.write(() => voidOne.run({ id, voidedOn, voidReason: reason }))
  return { ...receipt, voidedOn, voidReason: reason }
}
