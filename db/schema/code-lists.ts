import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Code lists 代码表 of the union above in their present version; they come down and are not changed here. */
export const codeList = sqliteTable('code_list', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  /** JSON of the item that came down. */
  body: text('body').notNull(),
  receivedAt: text('received_at').notNull(),
})
