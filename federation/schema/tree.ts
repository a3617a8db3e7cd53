import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HubProblem } from '../../shared/contract/federation'
import type { ChangeId, Incarnation } from '../../shared/model/id'
import type { PassingChoices } from '../../shared/sync/passing'
import type { Outcome } from '../../shared/sync/receipt'
import type { RelayedNode, RelayProblem } from '../../shared/sync/relay'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const count = (name: string) => bigint(name, { mode: 'number' })

/** The enrolment of this hub with the one above; one row at most, `organisation` is this hub. */
export const uplink = pgTable('uplink', {
  organisation: uuid('organisation').primaryKey(),
  address: text('address').notNull(),
  device: uuid('device').notNull(),
  /** Ed25519, PKCS #8 and SPKI in base64; made before the code is used, because the answer to that may be lost. */
  privateKey: text('private_key').notNull(),
  publicKey: text('public_key').notNull(),
  hubId: uuid('hub_id'),
  hubIncarnation: uuid('hub_incarnation'),
  hubName: text('hub_name'),
  cursor: text('cursor'),
  /** The stream by which all entries go on, and a mark of what it was begun for; it begins anew when that changes. */
  stream: uuid('stream').$type<Incarnation>(),
  streamMark: text('stream_mark'),
  /** Null until the hub above has answered. */
  enrolledAt: moment('enrolled_at'),
  lastContact: moment('last_contact'),
  problem: text('problem').$type<HubProblem>(),
  /** The process that speaks to the hub above, and until when no other one may. */
  leasedBy: uuid('leased_by'),
  leasedUntil: moment('leased_until'),
})

/** What this hub passes on, version after version; the last one holds. */
export const passingPolicy = pgTable(
  'passing_policy',
  {
    organisation: uuid('organisation').notNull(),
    version: integer('version').notNull(),
    choices: jsonb('choices').$type<PassingChoices>().notNull(),
    by: text('by').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.version] })],
)

/** What the hub above knows of an organisation. */
export const relay = pgTable('relay', {
  organisation: uuid('organisation').primaryKey(),
  /** How far it has stored which stream, and at which position of the entries here that is. */
  stream: uuid('stream'),
  head: count('head').notNull().default(0),
  headId: uuid('head_id').$type<ChangeId>(),
  position: count('position').notNull().default(0),
  node: jsonb('node').$type<RelayedNode>(),
  /** Figures may have changed since they went on. */
  figuresDue: boolean('figures_due').notNull().default(true),
  /** Why nothing goes on for this organisation. */
  problem: text('problem').$type<RelayProblem>(),
})

/** Entries that went as place-holders because this hub held them, and that it accepted since. */
export const relayAgain = pgTable(
  'relay_again',
  {
    organisation: uuid('organisation').notNull(),
    position: count('position').notNull(),
    changeId: uuid('change_id').$type<ChangeId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.position] })],
)

/** What the hub above did not simply accept. */
export const upperReceipt = pgTable(
  'upper_receipt',
  {
    organisation: uuid('organisation').notNull(),
    changeId: uuid('change_id').notNull(),
    outcome: jsonb('outcome').$type<Outcome>().notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.changeId] })],
)
