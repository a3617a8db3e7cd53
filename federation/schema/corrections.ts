import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Corrections that this hub made; the entries are in `change`, whose change set is the correction. */
export const correction = pgTable(
  'correction',
  {
    organisation: uuid('organisation').notNull(),
    correction: uuid('correction').notNull(),
    /** The office that made it, as the branch reads it. */
    by: text('by').notNull(),
    reason: text('reason').notNull(),
    /** The account of the console that made it; null for what the program imported by itself. */
    account: text('account'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.correction] })],
)
