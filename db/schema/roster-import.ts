import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * A roster import 导入, from the choice of a file to long after its commit; stays on this PC. Its rows wait in the
 * staging place: committing takes the written ones out of it, those left out stay until they are settled or discarded.
 */
export const rosterImport = sqliteTable(
  'roster_import',
  {
    id: text('id').primaryKey(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file in hex, to know it when it comes again; empty for imports begun before it was kept. */
    contentHash: text('content_hash').notNull().default(''),
    /** JSON of `shared/model/roster` rosterSheetSchema[]. */
    sheets: text('sheets').notNull(),
    startedAt: text('started_at').notNull(),
    /** JSON of `shared/model/roster` valueAnswerSchema[]: what a person said of values that could not be read for sure. */
    answers: text('answers').notNull().default('[]'),
    /** JSON of `shared/model/roster` rosterChoicesSchema: which columns are written, and where a blank takes away. */
    choices: text('choices').notNull().default('{}'),
    /** The batch that wrote its good rows last; null before the first commit. */
    batchId: text('batch_id'),
    /** When nothing was left to settle; null while rows are staged. */
    finishedAt: text('finished_at'),
  },
  (table) => [index('roster_import_by_content').on(table.contentHash)],
)

/**
 * The file of an import, so that it can be read again with another mapping; gone once nothing of it is staged any more.
 * It stands by itself: a row of megabytes is written anew whenever a column of it is.
 */
export const rosterImportFile = sqliteTable('roster_import_file', {
  importId: text('import_id')
    .primaryKey()
    .references(() => rosterImport.id, { onDelete: 'cascade' }),
  content: blob('content', { mode: 'buffer' }).notNull(),
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
    /** JSON of `shared/model/roster` rowChoicesSchema: fields of this row switched on or off; null for none. */
    choices: text('choices'),
    /** JSON: values typed in here instead of the file's, by roster field; null for none. */
    repairs: text('repairs'),
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

/** Which batch a commit of an import made, and what it did; an import repaired later is committed more than once. */
export const rosterImportCommit = sqliteTable(
  'roster_import_commit',
  {
    batchId: text('batch_id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => rosterImport.id, { onDelete: 'cascade' }),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    same: integer('same').notNull(),
    leftOut: integer('left_out').notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('roster_import_commit_by_import').on(table.importId)],
)

/** From which row of which sheet a commit wrote a member: the answer to "where does this value come from". */
export const rosterSource = sqliteTable(
  'roster_source',
  {
    batchId: text('batch_id').notNull(),
    memberId: text('member_id').notNull(),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.memberId, table.sheet, table.row] })],
)

/** What a heading was confirmed to mean in files of one source; see `shared/rules/roster` on headings' fingerprints. */
export const rosterMapping = sqliteTable('roster_mapping', {
  fingerprint: text('fingerprint').primaryKey(),
  /** JSON: field by heading, null for columns that are not read. */
  fields: text('fields').notNull(),
  usedAt: text('used_at').notNull(),
})

/** What a value of a field was said to mean once; the answer holds for every later file. */
export const rosterAnswer = sqliteTable(
  'roster_answer',
  {
    field: text('field').notNull(),
    /** The cell's text as compared, see `termKey`. */
    raw: text('raw').notNull(),
    /** JSON of the field's value; null for "leave it empty". */
    value: text('value').notNull(),
    answeredAt: text('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.field, table.raw] })],
)
