import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * Staging place of an import begun and not finished; stays on this PC. Committing takes the written rows out of it;
 * it lives on with the rows left out until they are settled or it is discarded.
 */
export const rosterImport = sqliteTable('roster_import', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  /** The file itself, so that it can be read again with another mapping. */
  content: blob('content', { mode: 'buffer' }).notNull(),
  /** JSON of `shared/model/roster` rosterSheetSchema[]. */
  sheets: text('sheets').notNull(),
  startedAt: text('started_at').notNull(),
  /** The batch that wrote its good rows last; null before the first commit. */
  batchId: text('batch_id'),
})

export const rosterImportRow = sqliteTable(
  'roster_import_row',
  {
    importId: text('import_id')
      .notNull()
      .references(() => rosterImport.id, { onDelete: 'cascade' }),
    /** Order of the file, over all its sheets, from 0. */
    position: integer('position').notNull(),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
    name: text('name').notNull(),
    outcome: text('outcome').notNull(),
    /** Why the outcome is `conflict`, see `shared/model/roster` rosterConflictSchema. */
    conflict: text('conflict'),
    decision: text('decision'),
    memberId: text('member_id'),
    /** JSON: normalised values of the row by roster field, in clear. */
    fields: text('fields').notNull(),
    /** JSON of issues, raw texts in clear. */
    issues: text('issues').notNull(),
    /** Number of issues that are warnings. */
    warnings: integer('warnings').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.position] }),
    uniqueIndex('roster_import_row_by_place').on(table.importId, table.sheet, table.row),
    index('roster_import_row_by_outcome').on(table.importId, table.outcome, table.position),
  ],
)
