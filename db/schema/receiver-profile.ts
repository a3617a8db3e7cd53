import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A receiver's sheet 报送模板 that this branch made or changed; the built-in ones are data of the program. */
export const receiverProfile = sqliteTable('receiver_profile', {
  id: text('id').primaryKey(),
  /** JSON of `shared/model/receiver-profile`. */
  definition: text('definition').notNull(),
  updatedAt: text('updated_at').notNull(),
})
