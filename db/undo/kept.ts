import type { KeptFor, KeptReason } from '../../shared/contract/batches'
import { memberIdSchema, type BatchId, type MemberId } from '../../shared/model/id'
import { columnValueSchema, type Columns, type SyncedTable } from '../../shared/sync/change'
import { perDatabase, type BranchDatabase } from '../branch-database'

/** One thing that an undo leaves as it is, and why. */
export interface KeptRow {
  readonly table: SyncedTable
  readonly rowId: string
  readonly memberId: MemberId | null
  readonly reason: KeptReason
  /** For `edited`: the column, what the batch had written there, and what stands there. */
  readonly edit: {
    readonly column: string
    readonly written: Columns[string]
    readonly current: Columns[string]
  } | null
  /** For `inUse`. */
  readonly usedBy: KeptFor | null
}

interface StoredKept {
  readonly table: SyncedTable
  readonly rowId: string
  readonly memberId: string | null
  readonly reason: KeptReason
  readonly column: string | null
  readonly written: string
  readonly current: string
  readonly usedBy: KeptFor | null
}

const statements = perDatabase(({ sqlite }) => ({
  insert: sqlite.prepare<[StoredKept & { batchId: BatchId; position: number }]>(
    `INSERT INTO undo_kept (batch_id, position, "table", row_id, member_id, reason, "column", written, current, used_by)
     VALUES (@batchId, @position, @table, @rowId, @memberId, @reason, @column, @written, @current, @usedBy)`,
  ),
  page: sqlite.prepare<[{ id: BatchId; limit: number; offset: number }], StoredKept>(
    `SELECT "table", row_id AS rowId, member_id AS memberId, reason, "column", written, current, used_by AS usedBy
     FROM undo_kept WHERE batch_id = @id ORDER BY position LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[BatchId], number>('SELECT count(*) FROM undo_kept WHERE batch_id = ?').pluck(),
}))

/** Keeps with an undo, within its transaction, what it did not take back. */
export function storeKept(db: BranchDatabase, batchId: BatchId, kept: readonly KeptRow[]): void {
  kept.forEach(({ edit, ...row }, position) =>
    statements(db).insert.run({
      ...row,
      batchId,
      position,
      column: edit?.column ?? null,
      written: JSON.stringify(edit?.written ?? null),
      current: JSON.stringify(edit?.current ?? null),
    }),
  )
}

/** What an undo did not take back. */
export function keptOf(
  db: BranchDatabase,
  page: { readonly id: BatchId; readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly KeptRow[] } {
  const value = (json: string) => columnValueSchema.parse(JSON.parse(json))
  return {
    total: statements(db).count.get(page.id) ?? 0,
    rows: statements(db)
      .page.all(page)
      .map(({ column, written, current, ...row }) => ({
        ...row,
        memberId: row.memberId === null ? null : memberIdSchema.parse(row.memberId),
        edit: column === null ? null : { column, written: value(written), current: value(current) },
      })),
  }
}
