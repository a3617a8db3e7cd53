import {
  bigint,
  bigserial,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Directive } from '../../shared/model/directive'
import type { Columns } from '../../shared/sync/change'
import type { Stamp } from '../../shared/sync/decide'
import type { Outcome } from '../../shared/sync/receipt'
import type { OrganisationKind } from '../../shared/sync/relay'

/*
 * The hub's tables as queries see them; `migrations.ts` makes them. All are led by the organisation's key, so that one
 * schema serves PGlite, a PostgreSQL server and a cluster distributed by organisation; only `hub` is everywhere the
 * same. Times are the hub's, for display.
 */

const moment = (name: string) => timestamp(name, { withTimezone: true })
const count = (name: string) => bigint(name, { mode: 'number' })

/** This hub; exactly one row. */
export const hub = pgTable('hub', {
  id: uuid('id').primaryKey(),
  incarnation: uuid('incarnation').notNull(),
  /** Its keys for exchange by file: Ed25519, PKCS #8 in base64, and an age identity; made at its first start. */
  signingKey: text('signing_key'),
  fileIdentity: text('file_identity'),
})

/** A node of the tree. Its names are those given at enrolment; a branch's own record says how they went on. */
export const organisation = pgTable('organisation', {
  organisation: uuid('organisation').primaryKey(),
  unionName: text('union_name').notNull(),
  creditCode: text('credit_code'),
  parentUnion: text('parent_union'),
  /** A branch 基层工会, a union 上级工会 without a hub of its own, or a hub below this one. */
  kind: text('kind').$type<OrganisationKind>().notNull().default('branch'),
  /** The node it hangs below; null directly below this hub's own union. */
  parent: uuid('parent'),
  /** From the highest node down to itself; made from `parent` by whoever sets that. */
  path: uuid('path').array().notNull(),
  /** The hub enrolled here by which its entries come; null when it is enrolled here itself. */
  via: uuid('via'),
  closedAt: moment('closed_at'),
  /** The last revision given to one of its records. */
  rev: count('rev').notNull().default(0),
  /** The number of the last thing sent down to it. */
  downward: count('downward').notNull().default(0),
  /** The number of the last of them that it has taken over, as its cursor says. */
  taken: count('taken').notNull().default(0),
  /** Entries not sent yet, as the branch said at `lastContact`. */
  waiting: integer('waiting').notNull().default(0),
  enrolledAt: moment('enrolled_at').notNull().defaultNow(),
  lastContact: moment('last_contact').notNull().defaultNow(),
})

export const device = pgTable(
  'device',
  {
    organisation: uuid('organisation').notNull(),
    device: uuid('device').notNull(),
    /** The present one; earlier ones are copies left behind. */
    incarnation: uuid('incarnation').notNull(),
    /** Ed25519, SPKI in base64. */
    publicKey: text('public_key').notNull(),
    /** Its age recipient, for answers by file; null until it told. */
    recipient: text('recipient'),
    enrolledAt: moment('enrolled_at').notNull().defaultNow(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.device] })],
)

/** What an incarnation of a device has sent, or a hub of it (`device` is then that hub), and the counter of its last request. */
export const stream = pgTable(
  'stream',
  {
    organisation: uuid('organisation').notNull(),
    stream: uuid('stream').notNull(),
    device: uuid('device').notNull(),
    /** The last number durably stored, and the entry that had it. */
    head: count('head').notNull().default(0),
    headId: uuid('head_id'),
    counter: count('counter').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.stream] })],
)

/** One-time codes; `organisation` is the hub that made them. */
export const enrolmentCode = pgTable(
  'enrolment_code',
  {
    organisation: uuid('organisation').notNull(),
    /** SHA-256 of the code, hex. */
    codeHash: text('code_hash').notNull(),
    /** The branch that may use it; null for branches the hub does not know yet. */
    madeFor: uuid('made_for'),
    kind: text('kind').$type<'branch' | 'hub'>().notNull().default('branch'),
    /** The node below which whoever enrols with it is put. */
    parent: uuid('parent'),
    expiresAt: moment('expires_at').notNull(),
    /** The key that was enrolled with it. */
    usedByKey: text('used_by_key'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.codeHash] })],
)

/** Every entry as it was sent, for ever; `before` and `after` as the text that its hash covers. */
export const change = pgTable(
  'change',
  {
    organisation: uuid('organisation').notNull(),
    id: uuid('id').notNull(),
    stream: uuid('stream').notNull(),
    streamSeq: count('stream_seq').notNull(),
    incarnation: uuid('incarnation').notNull(),
    seq: count('seq').notNull(),
    changeSet: uuid('change_set').notNull(),
    table: text('table').notNull(),
    rowId: uuid('row_id').notNull(),
    operation: text('operation').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    base: uuid('base'),
    actor: text('actor').notNull(),
    at: text('at').notNull(),
    batchId: uuid('batch_id'),
    hash: text('hash').notNull(),
    receivedAt: moment('received_at').notNull().defaultNow(),
    /** Rises in the order in which entries of one organisation were stored. */
    position: bigserial('position', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.id] })],
)

/** What the hub made of an entry; exactly one for each. */
export const receipt = pgTable(
  'receipt',
  {
    organisation: uuid('organisation').notNull(),
    changeId: uuid('change_id').notNull(),
    outcome: jsonb('outcome').$type<Outcome>().notNull(),
    /** The revision of the record that the entry's author had seen, with their own part in it. */
    seenRev: count('seen_rev').notNull(),
    /** A conflict that the branch dealt with since. */
    settled: boolean('settled').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.changeId] })],
)

/** What the accepted entries amount to: one line a record, whatever its table. */
export const record = pgTable(
  'record',
  {
    organisation: uuid('organisation').notNull(),
    table: text('table').notNull(),
    rowId: uuid('row_id').notNull(),
    rev: count('rev').notNull(),
    deleted: boolean('deleted').notNull(),
    deletion: jsonb('deletion').$type<Stamp>(),
    columns: jsonb('columns').$type<Columns>().notNull(),
    stamps: jsonb('stamps').$type<Record<string, Stamp>>().notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.table, table.rowId] })],
)

/** What goes down to a branch, numbered from 1 without gaps. */
export const downward = pgTable(
  'downward',
  {
    organisation: uuid('organisation').notNull(),
    seq: count('seq').notNull(),
    /** An item from a hub above may be one that this program does not know. */
    kind: text('kind').notNull(),
    body: jsonb('body').$type<unknown>().notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.seq] })],
)

/** The directives of this hub, as they stand; `organisation` is the hub that issued them. */
export const directive = pgTable(
  'directive',
  {
    organisation: uuid('organisation').notNull(),
    directive: uuid('directive').notNull(),
    /** The node for which it was issued; the hub's own id is the whole tree. */
    issuedFor: uuid('issued_for').notNull(),
    body: jsonb('body').$type<Directive>().notNull(),
    issuedAt: moment('issued_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.directive] })],
)

/** Which branches a directive was sent to. */
export const directiveRecipient = pgTable(
  'directive_recipient',
  { organisation: uuid('organisation').notNull(), directive: uuid('directive').notNull() },
  (table) => [primaryKey({ columns: [table.organisation, table.directive] })],
)
