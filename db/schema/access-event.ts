import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Append-only: who looked at, exported or deleted what. Stays on this PC. */
export const accessEvent = sqliteTable(
  'access_event',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    kind: text('kind').notNull(),
    memberId: text('member_id'),
    subject: text('subject'),
    count: integer('count'),
    reason: text('reason'),
  },
  (table) => [index('access_event_by_time').on(table.at)],
)
