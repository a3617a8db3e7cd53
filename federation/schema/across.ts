import { bigserial, boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { KnownUnion, TransferPacket, TransferRequest } from '../../shared/model/transfer'
import type { AcrossMessage, TransferFacts, TransferQuestion } from '../../shared/sync/across'

/*
 * Transfers between a branch of this hub and one of another hub; `organisation` is this hub.
 */

/** What is known of a transfer beyond what the branch of this hub says, at the hub that asks and at the one that is asked. */
export const transferAcross = pgTable(
  'transfer_across',
  {
    organisation: uuid('organisation').notNull(),
    transfer: uuid('transfer').notNull(),
    fromOrganisation: uuid('from_organisation').notNull(),
    fromUnion: text('from_union'),
    /** What the hub above was asked, and which unions it found near. */
    question: jsonb('question').$type<Omit<TransferQuestion, 'transfer'>>(),
    near: jsonb('near').$type<readonly KnownUnion[]>().notNull().default([]),
    toOrganisation: uuid('to_organisation'),
    toUnion: text('to_union'),
    /** The member at the branch that was asked, once it took the member over. */
    toMember: uuid('to_member'),
    /** What that branch says, as its hub told the other one last. */
    facts: jsonb('facts').$type<TransferFacts>(),
    /** The record of the member, at the hub that was asked. */
    packet: jsonb('packet').$type<TransferPacket>(),
    /** The request as it came last, at the hub that was asked. */
    request: jsonb('request').$type<TransferRequest>(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.transfer] })],
)

/** What branches of this hub say to those of others; a message takes the place of the earlier one about the same thing. */
export const acrossMessage = pgTable(
  'across_message',
  {
    organisation: uuid('organisation').notNull(),
    key: text('key').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    message: jsonb('message').$type<AcrossMessage>().notNull(),
    isSent: boolean('is_sent').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.key] })],
)
