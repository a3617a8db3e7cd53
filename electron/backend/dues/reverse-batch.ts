import type { BranchDatabase } from '../../../db/branch-database'
import { duesQueries } from '../../../db/queries/dues'
import type { BatchId } from '../../../shared/model/id'
import { writeRows } from '../write-rows'
import { writeReversal } from './reversal'

/**
 * Undoes a batch of charges or payments: the ledger is append-only, so every line gets its opposite in a batch of kind
 * `undo`. Lines reversed one by one before stay as they are and are counted as `kept`.
 * @param title title of the batch that is taken back
 */
export async function reverseBatch(
  db: BranchDatabase,
  batchId: BatchId,
  title: string,
): Promise<{ undone: number; kept: number }> {
  const { entriesOfBatch, isReversed } = duesQueries(db)
  const lines = entriesOfBatch.all(batchId)
  const open = lines.filter((line) => isReversed.get(line.id) === 0)
  await writeRows(db, { kind: 'undo', title, undoesId: batchId }, open, (line, undoId) =>
    writeReversal(db, line, undoId, null),
  )
  return { undone: open.length, kept: lines.length - open.length }
}
