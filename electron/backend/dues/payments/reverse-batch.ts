import type { BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries } from '../../../../db/queries/dues/charges'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { requireUndoable, storeKept, type KeptRow, type UndoPreview, type UndoResult } from '../../../../db/undo'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { BatchId } from '../../../../shared/model/id'
import { writeRows } from '../../write-rows'
import { writeAnew } from './carrying'
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
  const { length: broughtBack } = duesEntryQueries(db).reversedByBatch(batchId)
  return { additions: open.length + broughtBack, changes: 0, removals: 0, kept }
}

/**
 * Undoes a batch of lines of the dues ledger, which is append-only: every line gets its opposite in a batch of kind
 * `undo`, and what a charge run took back to charge it anew is written again. Lines reversed one by one before stay as they are, and so does what the lines refer to: a hand-over, a
 * deduction list. Throws NOT_FOUND, BATCH_NOT_UNDOABLE, BUSY, MONTH_CLOSED.
 */
export async function reverseBatch(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  const { title } = requireUndoable(db, batchId)
  const { open, kept } = linesOf(db, batchId)
  const takenBack = duesEntryQueries(db).reversedByBatch(batchId)
  let undone = 0
  const acts = [
    ...open.map((line) => (id: BatchId) => {
      takeBack(db, line, id, null)
      undone += 1
    }),
    ...takenBack.map((line) => (id: BatchId) => {
      if (isChargedAgain(db, line)) return
      writeAnew(db, line, line.memberId, id)
      undone += 1
    }),
  ]
  const undoId = await writeRows(
    db,
    { kind: 'undo', title, undoesId: batchId },
    acts,
    (act, id) => act(id),
    (id) => storeKept(db, id, kept),
  )
  return { batchId: undoId, undone, kept }
}

/** Whether a later run charged the month of a line that was taken back. */
function isChargedAgain(db: BranchDatabase, { memberId, month }: DuesEntry): boolean {
  return month !== null && chargeQueries(db).openCharges.all({ memberId, month }).length > 0
}
