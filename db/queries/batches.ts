import type { Batch } from '../../shared/contract/batches'
import type { BatchId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

const columns = `id, kind, title, count, at,
  (SELECT later.at FROM batch AS later WHERE later.undoes_id = batch.id LIMIT 1) AS undoneAt`

/** Prepared statements of batches. */
export const batchQueries = perDatabase(({ sqlite }) => ({
  /** Newest first. */
  list: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], Batch>(
    `SELECT ${columns} FROM batch ORDER BY at DESC, id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM batch').pluck(),
  get: sqlite.prepare<[BatchId], Batch>(`SELECT ${columns} FROM batch WHERE id = ?`),
}))
