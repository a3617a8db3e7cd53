import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Entries of this branch that say something else than the union above has; a person chooses. */
export const conflict = sqliteTable(
  'conflict',
  {
    changeId: text('change_id').primaryKey(),
    table: text('table').notNull(),
    rowId: text('row_id').notNull(),
    /** JSON: the columns that differ, what this branch wrote, and what the hub has (null for a record deleted there). */
    fields: text('fields').notNull(),
    mine: text('mine').notNull(),
    theirs: text('theirs'),
    theirsBy: text('theirs_by'),
    theirsAt: text('theirs_at'),
    at: text('at').notNull(),
    /** The batch that settled it; open again when that is undone. */
    batchId: text('batch_id'),
  },
  (table) => [index('conflict_by_row').on(table.rowId)],
)

/** Corrections of the union above as they came down, with the batch that took them over; null while they wait. */
export const correction = sqliteTable(
  'correction',
  {
    id: text('id').primaryKey(),
    table: text('table').notNull(),
    rowId: text('row_id').notNull(),
    /** JSON of the item that came down. */
    body: text('body').notNull(),
    receivedAt: text('received_at').notNull(),
    batchId: text('batch_id'),
  },
  (table) => [index('correction_by_row').on(table.rowId)],
)
