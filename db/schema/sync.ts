import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** This installation; exactly one row. `incarnation` is new on install and on every restore. */
export const device = sqliteTable('device', {
  id: text('id').primaryKey(),
  incarnation: text('incarnation').notNull(),
})

/** The hub this branch is enrolled with; at most one row. */
export const enrolment = sqliteTable('enrolment', {
  hubId: text('hub_id').primaryKey(),
  hubName: text('hub_name').notNull(),
  address: text('address').notNull(),
  /** Ed25519 private key, PKCS #8 in base64; the database is encrypted. */
  privateKey: text('private_key').notNull(),
  enrolledAt: text('enrolled_at').notNull(),
  /** Highest `seq` of this incarnation that the hub has durably stored. */
  acknowledgedSeq: integer('acknowledged_seq').notNull(),
  lastContact: text('last_contact'),
})

/** What the hub answered to an entry that it did not simply apply. */
export const receipt = sqliteTable('receipt', {
  changeId: text('change_id').primaryKey(),
  result: text('result').notNull(),
  reason: text('reason'),
  at: text('at').notNull(),
})
