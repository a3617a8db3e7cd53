import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The branch whose record this file is; exactly one row. */
export const branch = sqliteTable('branch', {
  id: text('id').primaryKey(),
  unionName: text('union_name').notNull(),
  creditCode: text('credit_code'),
  parentUnion: text('parent_union'),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})
