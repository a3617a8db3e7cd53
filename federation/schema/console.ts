import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/*
 * Tables of the console. They belong to the hub itself: `organisation` is the hub's own id.
 */

/** Somebody who may sign in to the console. */
export const account = pgTable(
  'account',
  {
    organisation: uuid('organisation').notNull(),
    account: uuid('account').notNull(),
    /** The node of the organisation tree it sees, with what is below; the hub's own id is the whole tree. */
    node: uuid('node').notNull(),
    name: text('name').notNull(),
    /** What is typed to sign in, in lower case; one of its kind. */
    login: text('login').notNull(),
    /** Argon2id in its encoded form. */
    passwordHash: text('password_hash').notNull(),
    /** Chosen by another; the next sign-in asks for a new one. */
    mustChangePassword: boolean('must_change_password').notNull(),
    roles: jsonb('roles').$type<readonly string[]>().notNull(),
    seesMembers: boolean('sees_members').notNull(),
    needsCode: boolean('needs_code').notNull(),
    /** TOTP, base32, under the hub's secret where it has one; null until it was set up. */
    totpSecret: text('totp_secret'),
    /** The last 30 seconds' step whose code was used: each is good once. */
    totpStep: integer('totp_step').notNull().default(0),
    /** SHA-256 of the recovery codes that were not used yet, hex. */
    recoveryHashes: jsonb('recovery_hashes').$type<readonly string[]>().notNull().default([]),
    failures: integer('failures').notNull().default(0),
    lockedUntil: moment('locked_until'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastSignIn: moment('last_sign_in'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.account] })],
)

/** A browser that is signed in. */
export const session = pgTable(
  'session',
  {
    organisation: uuid('organisation').notNull(),
    /** SHA-256 of the token in its cookie, hex. */
    tokenHash: text('token_hash').notNull(),
    /** Null for whoever came in by the administrator's key. */
    account: uuid('account'),
    /** Whether the two-factor code was given. */
    isConfirmed: boolean('is_confirmed').notNull(),
    /** The browser as it names itself, shortened. */
    browser: text('browser').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastSeen: moment('last_seen').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.tokenHash] })],
)

/** Who did what in the console; lines are only ever added. */
export const audit = pgTable(
  'audit',
  {
    organisation: uuid('organisation').notNull(),
    id: uuid('id').notNull(),
    at: moment('at').notNull().defaultNow(),
    /** Null for the administrator's key. */
    account: uuid('account'),
    by: text('by').notNull(),
    /** Group and key of the console's words that say it. */
    event: text('event').notNull(),
    /** The organisation it is about. */
    about: uuid('about'),
    detail: text('detail'),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.id] })],
)
