import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ApiScope } from '../../shared/contract/hub-api'
import type { IssuedItem } from '../../shared/sync/downward'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Versions of code lists and receivers' sheets; `organisation` is the hub that issued them. */
export const issuedVersion = pgTable(
  'issued_version',
  {
    organisation: uuid('organisation').notNull(),
    issued: uuid('issued').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').$type<IssuedItem['kind']>().notNull(),
    body: jsonb('body').$type<IssuedItem['body']>().notNull(),
    /** Also for who enrols later. */
    toAll: boolean('to_all').notNull(),
    issuedBy: text('issued_by').notNull(),
    issuedAt: moment('issued_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.issued, table.version] })],
)

/** The last version that was sent down to a branch, and its number there. */
export const issuedDelivery = pgTable(
  'issued_delivery',
  {
    organisation: uuid('organisation').notNull(),
    issued: uuid('issued').notNull(),
    version: integer('version').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.issued] })],
)

/** Keys of the data API; `organisation` is the hub. */
export const apiKey = pgTable(
  'api_key',
  {
    organisation: uuid('organisation').notNull(),
    apiKey: uuid('api_key').notNull(),
    name: text('name').notNull(),
    /** SHA-256, hex. */
    secretHash: text('secret_hash').notNull(),
    scopes: jsonb('scopes').$type<ApiScope[]>().notNull(),
    /** The node of the tree to which it is limited; null for all. */
    node: uuid('node'),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
    madeBy: text('made_by').notNull(),
    madeAt: moment('made_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisation, table.apiKey] })],
)
