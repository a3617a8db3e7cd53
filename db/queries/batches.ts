import type { Batch } from '../../shared/contract/batches'
import type { BatchId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

/** SQL: when a batch was taken back for good; null also for one whose undo was itself taken back. */
export function undoneAtOf(batchId: string): string {
  return `(SELECT undo.at FROM batch AS undo WHERE undo.undoes_id = ${batchId}
    AND NOT EXISTS (SELECT 1 FROM batch AS redo WHERE redo.undoes_id = undo.id) ORDER BY undo.at DESC LIMIT 1)`
}

const columns = `id, kind, title, count, at, ${undoneAtOf('batch.id')} AS undoneAt`

/** Prepared statements of batches. */
export const batchQueries = perDatabase(({ sqlite }) => ({
  /** Newest first. */
  list: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], Batch>(
    `SELECT ${columns} FROM batch ORDER BY at DESC, id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM batch').pluck(),
  get: sqlite.prepare<[BatchId], Batch>(`SELECT ${columns} FROM batch WHERE id = ?`),
}))
