import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Notices of the union above as they stand; they come down from its hub and are not changed here. */
export const directive = sqliteTable('directive', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  dueOn: text('due_on'),
  asks: text('asks').notNull(),
  unit: text('unit'),
  issuedAt: text('issued_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
})

/** What this branch answers to a directive, which may not be here any more. */
export const directiveAnswer = sqliteTable(
  'directive_answer',
  {
    id: text('id').primaryKey(),
    directiveId: text('directive_id').notNull(),
    figure: integer('figure'),
    text: text('text'),
    answeredOn: text('answered_on').notNull(),
    by: text('by'),
    /** The file that was asked for: SHA-256 in hex, name and size in bytes. */
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    fileSize: integer('file_size'),
  },
  (table) => [uniqueIndex('directive_answer_once').on(table.directiveId)],
)
