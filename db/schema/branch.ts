import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The branch whose record this file is; exactly one row. */
export const branch = sqliteTable(
  'branch',
  {
    id: text('id').primaryKey(),
    unionName: text('union_name').notNull(),
    creditCode: text('credit_code'),
    parentUnion: text('parent_union'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  () => [uniqueIndex('branch_single').on(sql`(1)`)],
)
