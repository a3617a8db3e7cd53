import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ReportHeader } from '../../shared/sync/file'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** A report of a branch that was read from a file; its answer is made whenever it is asked for. */
export const reportFile = pgTable(
  'report_file',
  {
    organisation: uuid('organisation').notNull(),
    /** The incarnation that wrote it. */
    stream: uuid('stream').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    /** SHA-256 of the file, hex. */
    hash: text('hash').notNull(),
    device: uuid('device').notNull(),
    cursor: text('cursor'),
    earlier: jsonb('earlier').$type<ReportHeader['earlier']>().notNull(),
    result: text('result').$type<'stored' | 'gap'>().notNull(),
    entries: integer('entries').notNull(),
    readAt: moment('read_at').notNull().defaultNow(),
    /** When its answer was last taken along. */
    answeredAt: moment('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.stream, table.number, table.hash] })],
)

/** A file that answers a directive, as far as it came. */
export const fileContent = pgTable(
  'file_content',
  {
    organisation: uuid('organisation').notNull(),
    /** SHA-256 of the content, hex. */
    hash: text('hash').notNull(),
    size: integer('size').notNull(),
    received: integer('received').notNull().default(0),
    /** What it is by its content; null until it is whole. */
    mediaType: text('media_type'),
    addedAt: moment('added_at').notNull().defaultNow(),
    completeAt: moment('complete_at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.hash] })],
)

export const filePiece = pgTable(
  'file_piece',
  {
    organisation: uuid('organisation').notNull(),
    hash: text('hash').notNull(),
    /** Where in the file it begins. */
    start: integer('start').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.hash, table.start] })],
)
