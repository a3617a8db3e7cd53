import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** This installation; exactly one row. `incarnation` is new on install and on every restore. */
export const device = sqliteTable(
  'device',
  {
    id: text('id').primaryKey(),
    incarnation: text('incarnation').notNull(),
  },
  () => [uniqueIndex('device_single').on(sql`(1)`)],
)

/** The hub this branch is enrolled with; at most one row. */
export const enrolment = sqliteTable(
  'enrolment',
  {
    hubId: text('hub_id').primaryKey(),
    /** New when the hub was restored from a backup. */
    hubIncarnation: text('hub_incarnation').notNull(),
    hubName: text('hub_name').notNull(),
    /** Empty where there is no line and all goes by file. */
    address: text('address').notNull(),
    /** Ed25519 private key, PKCS #8 in base64; the database is encrypted. */
    privateKey: text('private_key').notNull(),
    enrolledAt: text('enrolled_at').notNull(),
    /** The hub has durably stored every entry of the change log up to this `position`. */
    acknowledgedPosition: integer('acknowledged_position').notNull(),
    lastContact: text('last_contact'),
    /** Up to where what came down was taken over; the hub alone knows what it means. */
    cursor: text('cursor'),
    /** The hub's keys for exchange by file: to what files to it are encrypted (age), and with what its own are signed. */
    hubRecipient: text('hub_recipient'),
    hubKey: text('hub_key'),
    /** The age identity to which the hub's files are encrypted. */
    fileIdentity: text('file_identity'),
    /** Of an enrolment by file: the one-time code, until an answer confirms it. */
    fileCode: text('file_code'),
    /** Entries of the log from this position on go up again, since more of them may leave the branch than before. */
    sendAgainFrom: integer('send_again_from'),
  },
  () => [uniqueIndex('enrolment_single').on(sql`(1)`)],
)

/**
 * The numbered rows of entries that go to the hub: a stream holds the entries from `first_position` up to where the next
 * stream begins, numbered from 1. A restored or copied record goes on in a stream of its own.
 */
export const syncStream = sqliteTable('sync_stream', {
  incarnation: text('incarnation').primaryKey(),
  firstPosition: integer('first_position').notNull(),
})

/** Streams of other copies of this record, and up to which number of each what they sent was brought back here. */
export const recalledStream = sqliteTable('recalled_stream', {
  incarnation: text('incarnation').primaryKey(),
  until: integer('until').notNull(),
})

/** What the hub answered to an entry that it did not simply apply; `reason` is its code, `field` the column meant. */
export const receipt = sqliteTable(
  'receipt',
  {
    changeId: text('change_id').primaryKey(),
    result: text('result').notNull(),
    reason: text('reason'),
    field: text('field'),
    at: text('at').notNull(),
  },
  (table) => [index('receipt_by_result').on(table.result)],
)

/** What the link to the hub did, for who helps from afar: never what was sent. */
export const syncEvent = sqliteTable(
  'sync_event',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    kind: text('kind').notNull(),
    /** JSON with counts, bytes and codes. */
    detail: text('detail').notNull(),
  },
  (table) => [index('sync_event_by_time').on(table.at)],
)

/** When the branch sends, as its secretary chose; at most one row. */
export const syncSetting = sqliteTable(
  'sync_setting',
  {
    /** JSON of the setting. */
    body: text('body').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  () => [uniqueIndex('sync_setting_single').on(sql`(1)`)],
)

/** What of a kind of data leaves this branch, where its secretary chose otherwise than is usual. */
export const passingChoice = sqliteTable('passing_choice', {
  kind: text('kind').primaryKey(),
  choice: text('choice').notNull(),
  changedAt: text('changed_at').notNull(),
})

/** Files by which this branch exchanges without a network, in both directions. */
export const exchangeFile = sqliteTable('exchange_file', {
  id: text('id').primaryKey(),
  direction: text('direction').notNull(),
  /** Numbered from 1 in each direction. */
  number: integer('number').notNull(),
  at: text('at').notNull(),
  /** SHA-256 of the file, hex. */
  hash: text('hash').notNull(),
  /** Of a file made here: the change log up to where it holds, and when its answer was read. */
  position: integer('position'),
  answeredAt: text('answered_at'),
})

/** Files on their way to the hub, piece by piece, and how much of each it has. */
export const outgoingFile = sqliteTable('outgoing_file', {
  /** SHA-256 of the content, hex. */
  hash: text('hash').primaryKey(),
  content: blob('content', { mode: 'buffer' }).notNull(),
  sent: integer('sent').notNull(),
  addedAt: text('added_at').notNull(),
})
