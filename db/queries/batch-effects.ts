import type { BatchEffect } from '../../shared/contract/batches'
import type { BatchId, MemberId } from '../../shared/model/id'
import type { Change, SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'

interface EffectFilter {
  readonly id: BatchId
  readonly effect: BatchEffect | null
  readonly search: string
}

/** An entry of a batch with the record that it is part of. */
export interface EffectEntry {
  readonly recordId: string
  readonly effect: BatchEffect
  readonly table: SyncedTable
  readonly rowId: string
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
}

/** A row of a batch is part of its member's record; an entry that does not name the member is looked up in its first,
 * one of a hardship file in that file. */
const touched = `WITH entry AS MATERIALIZED (
    SELECT position, row_id, operation, CASE WHEN "table" = 'member' THEN row_id
      ELSE coalesce("after" ->> 'member_id', "before" ->> 'member_id',
        (SELECT first."after" ->> 'member_id' FROM change AS first WHERE first.row_id = change.row_id
         ORDER BY first.position LIMIT 1),
        (SELECT file."after" ->> 'member_id' FROM change AS first JOIN change AS file
         ON file.row_id = first."after" ->> 'file_id' AND file."table" = 'hardship_file'
         WHERE first.row_id = change.row_id ORDER BY first.position, file.position LIMIT 1), row_id) END AS record_id
    FROM change WHERE batch_id = @id AND "table" <> 'batch'
  ), record AS MATERIALIZED (
    SELECT record_id, min(position) AS position,
      CASE WHEN max(row_id = record_id AND operation = 'delete') THEN 'removed'
        WHEN max(row_id = record_id AND operation = 'insert') THEN 'added' ELSE 'changed' END AS effect
    FROM entry GROUP BY record_id
  )`

/** A record that is gone is found by the name it had last. */
const wanted = `FROM record WHERE (@effect IS NULL OR effect = @effect)
  AND (@search = '' OR instr(lower(coalesce((SELECT name FROM member WHERE id = record_id),
    (SELECT "before" ->> 'name' FROM change WHERE row_id = record_id AND operation = 'delete'
     ORDER BY position DESC LIMIT 1), '')), lower(@search)) > 0)`

/** What batches did, record by record, as the change log tells it. */
export const batchEffects = perDatabase(({ sqlite }) => ({
  counts: sqlite.prepare<[{ readonly id: BatchId }], { effect: BatchEffect; count: number }>(
    `${touched} SELECT effect, count(*) AS count FROM record GROUP BY effect`,
  ),
  total: sqlite.prepare<[EffectFilter], number>(`${touched} SELECT count(*) ${wanted}`).pluck(),
  /** The entries of the records of a page, record by record. */
  page: sqlite.prepare<[EffectFilter & { readonly limit: number; readonly offset: number }], EffectEntry>(
    `${touched}, page AS MATERIALIZED (
       SELECT record_id, position, effect ${wanted} ORDER BY position LIMIT @limit OFFSET @offset)
     SELECT page.record_id AS recordId, page.effect, change."table", change.row_id AS rowId, change.operation,
       change."before", change."after"
     FROM page JOIN entry ON entry.record_id = page.record_id JOIN change ON change.position = entry.position
     ORDER BY page.position, change.position`,
  ),
  /** From which rows of a file a commit wrote a member. */
  places: sqlite.prepare<[BatchId, string], { sheet: string; row: number }>(
    'SELECT sheet, "row" FROM roster_source WHERE batch_id = ? AND member_id = ? ORDER BY rowid',
  ),
  memberOf: sqlite.prepare<[string], MemberId>('SELECT id FROM member WHERE id = ?').pluck(),
  /** Who did it, and which import it committed. */
  origin: sqlite.prepare<[BatchId], { actor: string; importId: string | null }>(
    `SELECT actor, (SELECT import_id FROM roster_import_commit WHERE batch_id = row_id) AS importId
     FROM change WHERE row_id = ? AND "table" = 'batch' ORDER BY position LIMIT 1`,
  ),
}))
