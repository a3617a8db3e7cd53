import { boolean, integer, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { FigureName } from '../figures/figure'

/** Roll-up figures of an organisation, kept by the ingest in the transaction that changes what they count. */
export const figure = pgTable(
  'figure',
  {
    organisation: uuid('organisation').notNull(),
    name: text('name').$type<FigureName>().notNull(),
    /** The month `yyyy-mm`, the directive of an answer, or empty for what stands now. */
    period: text('period').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.name, table.period] })],
)

/** What is known of a member for counting; the ingest keeps it beside the records. */
export const memberStanding = pgTable(
  'member_standing',
  {
    organisation: uuid('organisation').notNull(),
    member: uuid('member').notNull(),
    isHere: boolean('is_here').notNull(),
    status: text('status').notNull(),
    /** Merges that name it as the record that lives on in another one. */
    merges: integer('merges').notNull(),
    /** Names of what its record lacks, separated by commas. */
    lacks: text('lacks').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.member] })],
)
