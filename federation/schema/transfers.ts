import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type {
  ClaimResult,
  ClaimState,
  TransferPacket,
  TransferResult,
  TransferState,
} from '../../shared/model/transfer'

/*
 * Transfers and persons are between branches: their tables are led by the hub's own id.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Why the union above handed a member over itself. */
export interface Forced {
  readonly by: string
  readonly reason: string
}

/** A request of a branch as far as the hub has brought it. */
export const transfer = pgTable(
  'transfer',
  {
    organisation: uuid('organisation').notNull(),
    transfer: uuid('transfer').notNull(),
    fromOrganisation: uuid('from_organisation').notNull(),
    /** The member at the branch that asks, and at the other one once it has taken the member over. */
    member: uuid('member').notNull(),
    toOrganisation: uuid('to_organisation'),
    toMember: uuid('to_member'),
    state: text('state').$type<TransferState>().notNull(),
    /** What the branch that asked was told last. */
    result: jsonb('result').$type<TransferResult>(),
    forced: jsonb('forced').$type<Forced>(),
    packet: jsonb('packet').$type<TransferPacket>(),
    /** The member went on to another union, or back. */
    isPast: boolean('is_past').notNull().default(false),
    askedAt: moment('asked_at').notNull().defaultNow(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.transfer] })],
)

/** What a branch asks another one for, as far as the hub has brought it. */
export const transferClaim = pgTable(
  'transfer_claim',
  {
    organisation: uuid('organisation').notNull(),
    /** The id of the transfer that follows, too. */
    claim: uuid('claim').notNull(),
    byOrganisation: uuid('by_organisation').notNull(),
    /** The union that was asked last, and its member where exactly one was found. */
    fromOrganisation: uuid('from_organisation'),
    member: uuid('member'),
    state: text('state').$type<ClaimState>().notNull(),
    /** What the branch that asked was told last. */
    result: jsonb('result').$type<ClaimResult>(),
    askedAt: moment('asked_at').notNull().defaultNow(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.claim] })],
)

/** Secrets of this hub, made at their first use. */
export const hubSecret = pgTable(
  'hub_secret',
  {
    organisation: uuid('organisation').notNull(),
    purpose: text('purpose').notNull(),
    secret: text('secret').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.purpose] })],
)

/** A person as a keyed hash of the ID number; whoever changes who has the person locks it. */
export const person = pgTable(
  'person',
  { organisation: uuid('organisation').notNull(), hash: text('hash').notNull() },
  (table) => [primaryKey({ columns: [table.organisation, table.hash] })],
)

/** A branch that has the person as a member. */
export const personMember = pgTable(
  'person_member',
  {
    organisation: uuid('organisation').notNull(),
    branch: uuid('branch').notNull(),
    member: uuid('member').notNull(),
    hash: text('hash').notNull(),
    /** When the membership began, as far as the branch says. */
    since: text('since'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.branch, table.member] })],
)

/** Two branches that have the same person, or had. */
export const personDuplicate = pgTable(
  'person_duplicate',
  {
    organisation: uuid('organisation').notNull(),
    duplicate: uuid('duplicate').notNull(),
    oneBranch: uuid('one_branch').notNull(),
    oneMember: uuid('one_member').notNull(),
    otherBranch: uuid('other_branch').notNull(),
    otherMember: uuid('other_member').notNull(),
    foundAt: moment('found_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.duplicate] })],
)
