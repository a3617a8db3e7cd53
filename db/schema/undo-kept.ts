import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What an undo could not take back, and why; stays on this PC, the change log tells the rest. */
export const undoKept = sqliteTable(
  'undo_kept',
  {
    /** The batch of the undo. */
    batchId: text('batch_id').notNull(),
    position: integer('position').notNull(),
    table: text('table').notNull(),
    rowId: text('row_id').notNull(),
    /** Whose record it is part of; null for what belongs to nobody. */
    memberId: text('member_id'),
    /** See `shared/contract/batches` keptReasonSchema. */
    reason: text('reason').notNull(),
    /** The column edited since. */
    column: text('column'),
    /** JSON: what the batch had written there, and what stands there. */
    written: text('written').notNull(),
    current: text('current').notNull(),
    /** The table whose later rows need this one. */
    usedBy: text('used_by'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.position] })],
)
