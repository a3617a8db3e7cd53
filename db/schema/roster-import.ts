import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Staging place of an import begun and not finished; stays on this PC and is emptied on commit or discard. */
export const rosterImport = sqliteTable('roster_import', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  /** The file itself, so that it can be read again with another mapping. */
  content: blob('content', { mode: 'buffer' }).notNull(),
  /** JSON of `shared/model/roster` rosterSheetSchema[]. */
  sheets: text('sheets').notNull(),
  startedAt: text('started_at').notNull(),
})

export const rosterImportRow = sqliteTable(
  'roster_import_row',
  {
    importId: text('import_id')
      .notNull()
      .references(() => rosterImport.id, { onDelete: 'cascade' }),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
    name: text('name').notNull(),
    outcome: text('outcome').notNull(),
    decision: text('decision'),
    memberId: text('member_id'),
    /** JSON: normalised values of the row by roster field, in clear. */
    fields: text('fields').notNull(),
    /** JSON of issues, raw texts in clear. */
    issues: text('issues').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.sheet, table.row] }),
    index('roster_import_row_by_outcome').on(table.importId, table.outcome),
  ],
)
