import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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
    address: text('address').notNull(),
    /** Ed25519 private key, PKCS #8 in base64; the database is encrypted. */
    privateKey: text('private_key').notNull(),
    enrolledAt: text('enrolled_at').notNull(),
    /** The hub has durably stored every entry of the change log up to this `position`. */
    acknowledgedPosition: integer('acknowledged_position').notNull(),
    lastContact: text('last_contact'),
    /** Up to where what came down was taken over; the hub alone knows what it means. */
    cursor: text('cursor'),
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

/** What the hub answered to an entry that it did not simply apply; `reason` is its code, `field` the column meant. */
export const receipt = sqliteTable('receipt', {
  changeId: text('change_id').primaryKey(),
  result: text('result').notNull(),
  reason: text('reason'),
  field: text('field'),
  at: text('at').notNull(),
})
