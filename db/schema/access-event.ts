import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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

/** The second passphrase, for sensitive data: one row once it is set. Stays on this PC. */
export const sensitiveAccess = sqliteTable(
  'sensitive_access',
  {
    /** A random key sealed under the passphrase, as JSON: what opens it is the right one. */
    wrap: text('wrap').notNull(),
    failed: integer('failed').notNull(),
    lastAt: text('last_at'),
  },
  () => [uniqueIndex('sensitive_access_single').on(sql`(1)`)],
)
