import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A filter of the member list that was given a name 常用名单; stays on this PC. */
export const memberFilter = sqliteTable('member_filter', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** JSON of `shared/contract/members` memberFilterSchema. */
  filter: text('filter').notNull(),
  position: integer('position').notNull(),
})
