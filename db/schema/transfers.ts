import { sqliteTable, text, uniqueIndex, index } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/** Requests of this branch that another one takes a member over, see `shared/model/transfer`. */
export const transfer = sqliteTable(
  'transfer',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    toOrganisation: text('to_organisation').notNull(),
    toUnion: text('to_union').notNull(),
    reason: text('reason'),
    note: text('note'),
    duesUntil: text('dues_until'),
    requestedOn: text('requested_on').notNull(),
    withdrawnOn: text('withdrawn_on'),
  },
  (table) => [index('transfer_by_member').on(table.memberId)],
)

/** What this branch answered to requests of others; the request itself is `incoming_transfer`, and may not be here. */
export const transferAnswer = sqliteTable(
  'transfer_answer',
  {
    id: text('id').primaryKey(),
    transferId: text('transfer_id').notNull(),
    decision: text('decision').notNull(),
    reason: text('reason'),
    decidedOn: text('decided_on').notNull(),
    by: text('by'),
    /** This branch's record of the person, once it is made. */
    memberId: text('member_id').references(() => member.id),
  },
  (table) => [
    uniqueIndex('transfer_answer_once').on(table.transferId),
    index('transfer_answer_by_member').on(table.memberId),
  ],
)

/** Members of other unions for whom this branch asks, see `shared/model/transfer`; the transfer that follows has the same id. */
export const transferClaim = sqliteTable('transfer_claim', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  idNumber: text('id_number'),
  phone: text('phone'),
  fromOrganisation: text('from_organisation').notNull(),
  fromUnion: text('from_union').notNull(),
  note: text('note'),
  requestedOn: text('requested_on').notNull(),
  withdrawnOn: text('withdrawn_on'),
})

/** Members of this branch for whom others ask, as it stands; they come down from the hub. */
export const incomingClaim = sqliteTable('incoming_claim', {
  id: text('id').primaryKey(),
  /** JSON of the item that came down. */
  body: text('body').notNull(),
  receivedAt: text('received_at').notNull(),
})

/** How far it is what this branch asked others for, as the hub said last. */
export const claimResult = sqliteTable('claim_result', {
  claimId: text('claim_id').primaryKey(),
  /** JSON of the item that came down. */
  body: text('body').notNull(),
  receivedAt: text('received_at').notNull(),
})

/** Requests of other branches as they stand; they come down from the hub. */
export const incomingTransfer = sqliteTable('incoming_transfer', {
  id: text('id').primaryKey(),
  /** JSON of the item that came down. */
  body: text('body').notNull(),
  receivedAt: text('received_at').notNull(),
})

/** How far requests of this branch are, as the hub said last. */
export const transferResult = sqliteTable('transfer_result', {
  transferId: text('transfer_id').primaryKey(),
  /** JSON of the item that came down. */
  body: text('body').notNull(),
  receivedAt: text('received_at').notNull(),
})

/** What the former branch of a member still changed after the hand-over; shown, never applied by itself. */
export const lateEdit = sqliteTable(
  'late_edit',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id').notNull(),
    /** JSON of the item that came down. */
    body: text('body').notNull(),
    receivedAt: text('received_at').notNull(),
    /** When somebody here had seen to it. */
    settledAt: text('settled_at'),
    /** The batch by which it was adopted; it is open again while that is undone. */
    batchId: text('batch_id'),
  },
  (table) => [index('late_edit_by_member').on(table.memberId)],
)

/** Members of this branch whom the hub found in another one too. */
export const foreignDuplicate = sqliteTable(
  'foreign_duplicate',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id').notNull(),
    /** JSON of the item that came down. */
    body: text('body').notNull(),
    receivedAt: text('received_at').notNull(),
    /** When it ended: transferred, or told to be another person. */
    settledAt: text('settled_at'),
  },
  (table) => [index('foreign_duplicate_by_member').on(table.memberId)],
)
