import { ledgerBatchKinds, type Batch } from '../../shared/contract/batches'
import type { BatchId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

/** A batch as SQLite answers it. */
export type StoredBatch = Omit<Batch, 'undoable'> & { readonly undoable: 0 | 1 }

/** SQL of a column of the undo of a batch; null for a batch that stands, also one whose undo was itself taken back. */
function undoOf(batchId: string, column: 'id' | 'at'): string {
  return `(SELECT undo.${column} FROM batch AS undo WHERE undo.undoes_id = ${batchId}
    AND NOT EXISTS (SELECT 1 FROM batch AS redo WHERE redo.undoes_id = undo.id) ORDER BY undo.at DESC LIMIT 1)`
}

/** SQL: when a batch was taken back. */
export const undoneAtOf = (batchId: string): string => undoOf(batchId, 'at')

/**
 * A reversed line is charged or paid anew, a closed month reopened; the undo of lines of the ledger is a reversal too,
 * that of receipts voids them. An undo can be taken back, and then what it undid can be undone again, so that the undo of
 * an undo stays.
 */
const undoable = `(${undoneAtOf('batch.id')} IS NULL AND batch.kind NOT IN ('reversal', 'revocation', 'closing')
  AND (batch.kind <> 'undo' OR coalesce(target.kind, 'undo') NOT IN (${['undo', 'receipt', 'remittance', ...ledgerBatchKinds].map((kind) => `'${kind}'`).join(', ')})))`

const batches = `SELECT batch.id, batch.kind, batch.title, batch.count, batch.at,
    ${undoneAtOf('batch.id')} AS undoneAt, ${undoOf('batch.id', 'id')} AS undoneBy,
    ${undoable} AS undoable, target.kind AS undoes
  FROM batch LEFT JOIN batch AS target ON target.id = batch.undoes_id`

/** Prepared statements of batches. */
export const batchQueries = perDatabase(({ sqlite }) => ({
  /** Newest first. */
  list: sqlite.prepare<[{ readonly limit: number; readonly offset: number }], StoredBatch>(
    `${batches} ORDER BY batch.at DESC, batch.id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[], number>('SELECT count(*) FROM batch').pluck(),
  get: sqlite.prepare<[BatchId], StoredBatch>(`${batches} WHERE batch.id = ?`),
  /** Whether a request, or the one that an event belongs to, is there and not confidential. */
  isOpenRequest: sqlite
    .prepare<[{ readonly id: string }], 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM request WHERE is_confidential = 0
        AND (id = @id OR id = (SELECT request_id FROM request_event WHERE id = @id)))`,
    )
    .pluck(),
  /** What a row of the record was called last, also one that is gone; sensitive names are not told. */
  nameOfRow: sqlite
    .prepare<[{ readonly id: string }], string>(
      `SELECT name FROM (
         SELECT position, coalesce("after" ->> 'name', "before" ->> 'name', "after" ->> 'title', "before" ->> 'title',
           "after" ->> 'summary') AS name FROM change WHERE row_id = @id AND "table" <> 'hardship_person'
           AND ("table" <> 'request' OR EXISTS (SELECT 1 FROM request WHERE id = @id AND is_confidential = 0)))
       WHERE name IS NOT NULL ORDER BY position DESC LIMIT 1`,
    )
    .pluck(),
}))
