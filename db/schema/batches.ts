import { index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** An act that touched many records at once; the change log says what it did. */
export const batch = sqliteTable(
  'batch',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    count: integer('count').notNull(),
    at: text('at').notNull(),
    /** The batch that an undo took back. */
    undoesId: text('undoes_id').references((): AnySQLiteColumn => batch.id),
  },
  (table) => [index('batch_by_undone').on(table.undoesId)],
)
