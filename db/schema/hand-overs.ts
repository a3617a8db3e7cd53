import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Cash that a collector handed over, as declared; the payments refer to it. */
export const handOver = sqliteTable('hand_over', {
  id: text('id').primaryKey(),
  collector: text('collector').notNull(),
  declaredCount: integer('declared_count').notNull(),
  declaredTotal: integer('declared_total').notNull(),
  receivedOn: text('received_on').notNull(),
  note: text('note'),
})

/** A hand-over that is being entered; never synced. */
export const handOverDraft = sqliteTable('hand_over_draft', {
  id: text('id').primaryKey(),
  /** JSON of `shared/contract/dues` handOverDraftSchema. */
  content: text('content').notNull(),
  updatedAt: text('updated_at').notNull(),
})
