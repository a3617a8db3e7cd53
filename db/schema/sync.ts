import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** This installation; exactly one row. `incarnation` is new on install and on every restore. */
export const device = sqliteTable('device', {
  id: text('id').primaryKey(),
  incarnation: text('incarnation').notNull(),
})

/** The hub this branch is enrolled with; at most one row. */
export const enrolment = sqliteTable('enrolment', {
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
})

/** What the hub answered to an entry that it did not simply apply; `reason` is the code and field it gave. */
export const receipt = sqliteTable('receipt', {
  changeId: text('change_id').primaryKey(),
  result: text('result').notNull(),
  reason: text('reason'),
  at: text('at').notNull(),
})
