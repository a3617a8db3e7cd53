import { completed, type BatchToWrite, type BranchDatabase } from '../../db/branch-database'
import type { BatchId } from '../../shared/model/id'

/** Rows written between two chances for other work of the process. */
const ROWS_A_STEP = 1000

/**
 * Writes many rows one by one as one batch and one transaction, while other work of the process goes on.
 * @param last runs at the end of the same transaction
 * Errors: those of `writeBatchInSteps`; an exception of `write` takes everything back.
 */
export async function writeRows<Row>(
  db: BranchDatabase,
  batch: BatchToWrite,
  rows: readonly Row[],
  write: (row: Row, batchId: BatchId) => void,
  last?: (batchId: BatchId) => void,
): Promise<BatchId> {
  const steps = db.writeBatchInSteps(batch, function* (batchId) {
    for (const [index, row] of rows.entries()) {
      write(row, batchId)
      if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield
    }
    last?.(batchId)
    return { count: rows.length, result: null }
  })
  return (await completed(steps)).batchId
}
