import type { BatchId, ChangeId, MemberId } from '../../shared/model/id'
import type { Moment } from '../../shared/model/date'
import type { SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { undoneAtOf } from './batches'

/** A case of the conflict inbox; `fields`, `mine` and `theirs` are JSON. */
export interface StoredConflict {
  /** The entry with which it began. */
  readonly changeId: ChangeId
  readonly table: SyncedTable
  readonly rowId: string
  readonly fields: string
  readonly mine: string
  readonly theirs: string
  readonly theirsBy: string | null
  readonly theirsAt: Moment | null
  readonly at: Moment
  readonly batchId: BatchId | null
}

/** An entry of the change log as far as a case is concerned; columns are JSON. */
export interface RowEntry {
  readonly id: ChangeId
  readonly position: number
  readonly changeSet: string
  readonly table: SyncedTable
  readonly rowId: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly before: string
  readonly after: string
  readonly at: Moment
}

export interface StoredCorrection {
  readonly id: ChangeId
  readonly table: SyncedTable
  readonly rowId: string
  readonly body: string
  readonly receivedAt: Moment
  readonly batchId: BatchId | null
}

const conflicts = `SELECT change_id AS changeId, "table", row_id AS rowId, fields, mine, theirs, theirs_by AS theirsBy,
  theirs_at AS theirsAt, at, batch_id AS batchId FROM conflict`

/** SQL: nobody has settled it, or the settling was taken back. */
const isOpen = `(conflict.batch_id IS NULL OR ${undoneAtOf('conflict.batch_id')} IS NOT NULL)`

const entries = `SELECT id, position, change_set AS changeSet, "table", row_id AS rowId, operation, "before", "after", at
  FROM change`

interface Page {
  readonly limit: number
  readonly offset: number
  /** Null for everybody's. */
  readonly memberId: MemberId | null
}

/** SQL: the case is about the member's record. */
const isOfMember = `(@memberId IS NULL OR row_id = @memberId OR mine ->> 'member_id' = @memberId
  OR theirs ->> 'member_id' = @memberId
  OR EXISTS (SELECT 1 FROM change WHERE change.row_id = conflict.row_id AND "after" ->> 'member_id' = @memberId))`

/** Prepared statements of conflicts and corrections; none of them writes a synced table. */
export const conflictQueries = perDatabase(({ sqlite }) => ({
  get: sqlite.prepare<[ChangeId], StoredConflict>(`${conflicts} WHERE change_id = ?`),
  openOfRow: sqlite.prepare<[{ readonly table: string; readonly rowId: string }], StoredConflict>(
    `${conflicts} WHERE "table" = @table AND row_id = @rowId AND ${isOpen} ORDER BY at LIMIT 1`,
  ),
  isOpen: sqlite
    .prepare<[ChangeId], 0 | 1>(`SELECT EXISTS (SELECT 1 FROM conflict WHERE change_id = ? AND ${isOpen})`)
    .pluck(),
  allOpen: sqlite.prepare<[], StoredConflict>(`${conflicts} WHERE ${isOpen}`),
  openCount: sqlite.prepare<[], number>(`SELECT count(*) FROM conflict WHERE ${isOpen}`).pluck(),
  /** Latest first. */
  open: sqlite.prepare<[Page], StoredConflict>(
    `${conflicts} WHERE ${isOpen} AND ${isOfMember} ORDER BY at DESC, change_id DESC LIMIT @limit OFFSET @offset`,
  ),
  openTotal: sqlite
    .prepare<[Pick<Page, 'memberId'>], number>(`SELECT count(*) FROM conflict WHERE ${isOpen} AND ${isOfMember}`)
    .pluck(),
  /** The latest settled first. */
  settled: sqlite.prepare<[Page], StoredConflict>(
    `${conflicts} WHERE NOT ${isOpen} AND ${isOfMember} ORDER BY batch_id DESC, change_id LIMIT @limit OFFSET @offset`,
  ),
  settledTotal: sqlite
    .prepare<[Pick<Page, 'memberId'>], number>(`SELECT count(*) FROM conflict WHERE NOT ${isOpen} AND ${isOfMember}`)
    .pluck(),
  put: sqlite.prepare<[StoredConflict]>(
    `INSERT OR REPLACE INTO conflict (change_id, "table", row_id, fields, mine, theirs, theirs_by, theirs_at, at, batch_id)
    VALUES (@changeId, @table, @rowId, @fields, @mine, @theirs, @theirsBy, @theirsAt, @at, @batchId)`,
  ),
  remove: sqlite.prepare<[ChangeId]>('DELETE FROM conflict WHERE change_id = ?'),
  removeOpen: sqlite.prepare<[]>(`DELETE FROM conflict WHERE ${isOpen}`),
  /** The receipts of a row's entries that were in conflict say so no more. */
  markSettled: sqlite.prepare<[{ readonly rowId: string }]>(
    `UPDATE receipt SET result = 'corrected'
    WHERE result = 'conflict' AND change_id IN (SELECT id FROM change WHERE row_id = @rowId)`,
  ),
  markAnswered: sqlite.prepare<[ChangeId]>(
    "UPDATE receipt SET result = 'corrected' WHERE change_id = ? AND result = 'conflict'",
  ),

  entry: sqlite.prepare<[ChangeId], RowEntry>(`${entries} WHERE id = ?`),
  /** Oldest first. */
  entriesOfRow: sqlite.prepare<[{ readonly table: string; readonly rowId: string }], RowEntry>(
    `${entries} WHERE row_id = @rowId AND "table" = @table ORDER BY position`,
  ),
  deletedWith: sqlite.prepare<[{ readonly changeSet: string; readonly position: number }], RowEntry>(
    `${entries} WHERE change_set = @changeSet AND operation = 'delete' AND position <> @position
      AND position BETWEEN @position - 10000 AND @position + 10000 ORDER BY position DESC`,
  ),

  correction: sqlite.prepare<[string], StoredCorrection>(
    'SELECT id, "table", row_id AS rowId, body, received_at AS receivedAt, batch_id AS batchId FROM correction WHERE id = ?',
  ),
  correctionsOfRow: sqlite.prepare<[string], StoredCorrection>(
    `SELECT id, "table", row_id AS rowId, body, received_at AS receivedAt, batch_id AS batchId FROM correction
    WHERE row_id = ? ORDER BY received_at DESC, id DESC`,
  ),
  insertCorrection: sqlite.prepare<[StoredCorrection]>(
    `INSERT INTO correction (id, "table", row_id, body, received_at, batch_id)
    VALUES (@id, @table, @rowId, @body, @receivedAt, @batchId)`,
  ),
  /** Those that nobody has taken over; the hub sends them again to whoever enrols anew. */
  removeWaiting: sqlite.prepare<[]>('DELETE FROM correction WHERE batch_id IS NULL'),
}))
