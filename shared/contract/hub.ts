import { oc } from '@orpc/contract'
import { z } from 'zod'
import { branchInputSchema } from '../model/branch'
import { branchIdSchema, changeIdSchema, incarnationSchema } from '../model/id'
import { knownUnionSchema } from '../model/transfer'
import { membershipStatusSchema } from '../model/membership'
import { columnsSchema } from '../sync/change'
import { cursorSchema, PULL_MAX_ITEMS, wireItemSchema } from '../sync/downward'
import { fileRefusalSchema, pieceSchema } from '../sync/outgoing-file'
import { receiptSchema } from '../sync/receipt'
import {
  RELAY_MAX_FIGURES,
  RELAY_MAX_NODES,
  relayedFiguresSchema,
  relayedNodeSchema,
  relayResultSchema,
} from '../sync/relay'
import { ACROSS_MAX_MESSAGES, acrossMessageSchema } from '../sync/across'
import { headSchema, REQUEST_MAX_ENTRIES, wireChangeSchema } from '../sync/wire'

/** What every answer says of the hub; a new incarnation means that it was restored from a backup. */
export const hubIdentitySchema = z.object({ id: z.uuidv7(), incarnation: z.uuidv7(), name: z.string().min(1).max(200) })
export type HubIdentity = z.infer<typeof hubIdentitySchema>

/** The age recipient of a hub or device, X25519. */
export const recipientSchema = z.string().regex(/^age1[0-9a-z]{58}$/)
/** The keys of a hub for exchange by file. */
export const fileKeysSchema = z.object({
  recipient: recipientSchema,
  /** Ed25519, SPKI in base64. */
  key: z.base64().max(200),
})
export type FileKeys = z.infer<typeof fileKeysSchema>

const signed = oc.errors({
  /** The device is unknown or revoked. */
  NOT_ENROLLED: { status: 401 },
  BAD_SIGNATURE: { status: 401 },
  /** The counter is not above the last one. */
  REPLAYED: { status: 409, data: z.object({ counter: z.int().nonnegative() }) },
  /** Two copies of one record are at work. */
  DIVERGED: { status: 409 },
  TOO_LARGE: { status: 413 },
  INCOMPATIBLE: { status: 426, data: z.object({ protocol: z.int() }) },
  /** More than an honest branch does; the header `retry-after` says when to come again, seconds. */
  TOO_MANY: { status: 429 },
  /** The hub has its hands full; `retry-after` as above. */
  BUSY: { status: 503 },
})

/** What the hub has of a branch, so that the branch can compare it with its own. */
export const storedFiguresSchema = z.object({
  /** Members in good standing 在籍, without those kept 保留 and without records that live on in another one. */
  members: z.int().nonnegative(),
  /** Dues that came in, in all, fen. */
  duesReceived: z.int(),
  /** Entries stored, whatever became of them. */
  entries: z.int().nonnegative(),
})
export type StoredFigures = z.infer<typeof storedFiguresSchema>

/** How many members one answer to a request for the roll holds at most. */
export const ROLL_MAX_MEMBERS = 500
/** Most members of whom all is asked at once. */
export const ROLL_RECORDS_MAX_MEMBERS = 100

/** A member as the hub has them. */
export const rollMemberSchema = z.object({
  id: z.uuid(),
  status: membershipStatusSchema,
  rev: z.int().positive(),
  /** As the branch sent them; without nulls. */
  columns: columnsSchema,
})
export type RollMember = z.infer<typeof rollMemberSchema>

/** Entries not stored at the hub yet, as the branch counts them. */
const waiting = z.int().nonnegative()

/** Entries of one stream. */
export const pushInputSchema = z.object({
  stream: incarnationSchema,
  /** Number of the first entry in its stream. */
  fromSeq: z.int().positive(),
  /** The entry before the first one in its stream; null at its beginning. */
  previous: changeIdSchema.nullable(),
  entries: z
    .array(wireChangeSchema)
    .min(1)
    .max(REQUEST_MAX_ENTRIES)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length),
  waiting,
})
export type PushInput = z.infer<typeof pushInputSchema>

const organisationIds = z.array(z.uuid()).min(1).max(RELAY_MAX_NODES)

/** What a branch asks of the hub; the meaning stands in `federation/PROTOCOL.md`. */
export const hubContract = {
  enrol: signed
    .route({ method: 'POST', path: '/v1/enrol', summary: 'Enrol a device with a one-time code' })
    .errors({
      /** Wrong, used or expired. */
      CODE_WRONG: { status: 403 },
      /** The hub knows this organisation and wants a code made for it, or the code is made for another. */
      CODE_FOR_OTHER: { status: 403 },
    })
    .input(
      z.object({
        code: z.string().min(1).max(40),
        branch: branchInputSchema,
        /** A hub enrols with the hub above as a branch does, with a code made for hubs. */
        kind: z.enum(['branch', 'hub']).default('branch'),
        /** Ed25519 public key, SPKI in base64. */
        publicKey: z.base64().max(200),
        /** The device's age recipient, for answers by file. */
        recipient: recipientSchema.optional(),
      }),
    )
    .output(z.object({ hub: hubIdentitySchema, keys: fileKeysSchema.optional() })),
  state: signed
    .route({ method: 'POST', path: '/v1/state', summary: 'Ask how far the hub has stored the streams of this device' })
    .input(
      z.object({
        waiting,
        /** Where the branch stands with what came down; missing from older programs. */
        cursor: cursorSchema.nullable().optional(),
        recipient: recipientSchema.optional(),
      }),
    )
    .output(
      z.object({
        hub: hubIdentitySchema,
        heads: z.array(headSchema),
        /** Where a branch stands that has pulled everything. */
        cursor: cursorSchema,
        /** Not said by hubs older than this. */
        figures: storedFiguresSchema.optional(),
        keys: fileKeysSchema.optional(),
      }),
    ),
  push: signed
    .route({ method: 'POST', path: '/v1/push', summary: 'Send entries of one stream' })
    .errors({
      /** An entry before these is not at the hub. */
      GAP: { status: 409, data: z.object({ head: headSchema }) },
    })
    .input(pushInputSchema)
    .output(z.object({ hub: hubIdentitySchema, head: headSchema, receipts: z.array(receiptSchema) })),
  pull: signed
    .route({ method: 'POST', path: '/v1/pull', summary: 'Ask for what came down since a cursor' })
    .input(
      z.object({
        /** Null for everything. */
        cursor: cursorSchema.nullable(),
      }),
    )
    .output(
      z.object({
        hub: hubIdentitySchema,
        items: z.array(wireItemSchema).max(PULL_MAX_ITEMS),
        /** Where the items end. */
        cursor: cursorSchema,
        hasMore: z.boolean(),
      }),
    ),
  recall: signed
    .route({ method: 'POST', path: '/v1/recall', summary: 'Ask for what another copy of this record sent' })
    .input(z.object({ stream: incarnationSchema, after: z.int().nonnegative() }))
    .output(
      z.object({
        hub: hubIdentitySchema,
        /** Those that had their effect, in order. */
        entries: z.array(wireChangeSchema).max(REQUEST_MAX_ENTRIES),
        /** Up to which number of the stream they reach. */
        until: z.int().nonnegative(),
        hasMore: z.boolean(),
      }),
    ),
  unions: signed
    .route({ method: 'POST', path: '/v1/unions', summary: 'Look for unions that the hub knows' })
    .input(
      z.object({
        /** A name or a part of it, a credit code, an id. */
        words: z.string().trim().min(1).max(100),
      }),
    )
    .output(
      z.object({
        hub: hubIdentitySchema,
        /** Nearest first. */
        unions: z.array(knownUnionSchema),
        /** Whether the first one, and no other, is called so. */
        isExact: z.boolean(),
      }),
    ),
  file: signed
    .route({ method: 'POST', path: '/v1/file', summary: 'Send a piece of a file that an answer names' })
    .errors({ FILE_REFUSED: { status: 422, data: z.object({ reason: fileRefusalSchema }) } })
    .input(pieceSchema)
    .output(
      z.object({
        hub: hubIdentitySchema,
        /** How much of the file the hub has. */
        has: z.int().nonnegative(),
      }),
    ),
  roll: signed
    .route({ method: 'POST', path: '/v1/roll', summary: 'Ask for the members as the hub has them' })
    .input(
      z.object({
        /** The last member of the page before; null for the first page. */
        after: z.uuid().nullable(),
      }),
    )
    .output(
      z.object({
        hub: hubIdentitySchema,
        members: z.array(rollMemberSchema).max(ROLL_MAX_MEMBERS),
        hasMore: z.boolean(),
      }),
    ),
  rollRecords: signed
    .route({ method: 'POST', path: '/v1/roll-records', summary: 'Ask for all that the hub has of members' })
    .input(z.object({ members: z.array(z.uuid()).min(1).max(ROLL_RECORDS_MAX_MEMBERS) }))
    .output(
      z.object({
        hub: hubIdentitySchema,
        /** The members themselves and what belongs to them, in the order in which it came. */
        rows: z.array(z.object({ table: z.string(), columns: columnsSchema })),
      }),
    ),
  relayTree: signed
    .route({ method: 'POST', path: '/v1/relay-tree', summary: 'Tell which organisations are below this hub' })
    .input(z.object({ nodes: z.array(relayedNodeSchema).min(1).max(RELAY_MAX_NODES) }))
    .output(z.object({ hub: hubIdentitySchema, refused: z.array(z.uuid()) })),
  relayState: signed
    .route({ method: 'POST', path: '/v1/relay-state', summary: 'Ask how far streams of organisations are stored' })
    .input(z.object({ organisations: organisationIds }))
    .output(z.object({ hub: hubIdentitySchema, heads: z.array(headSchema.extend({ organisation: z.uuid() })) })),
  relay: signed
    .route({ method: 'POST', path: '/v1/relay', summary: 'Pass on entries of one organisation below this hub' })
    .input(pushInputSchema.extend({ organisation: branchIdSchema, lastContact: z.iso.datetime() }))
    .output(z.object({ hub: hubIdentitySchema, relayed: relayResultSchema })),
  relayFigures: signed
    .route({ method: 'POST', path: '/v1/relay-figures', summary: 'Pass on figures of organisations below this hub' })
    .input(z.object({ organisations: z.array(relayedFiguresSchema).min(1).max(RELAY_MAX_FIGURES) }))
    .output(z.object({ hub: hubIdentitySchema })),
  relayAcross: signed
    .route({ method: 'POST', path: '/v1/relay-across', summary: 'Pass on what branches of different hubs say' })
    .input(z.object({ messages: z.array(acrossMessageSchema).min(1).max(ACROSS_MAX_MESSAGES) }))
    .output(z.object({ hub: hubIdentitySchema })),
  leave: signed
    .route({ method: 'POST', path: '/v1/leave', summary: 'Give up the enrolment of this device' })
    .input(z.object({}))
    .output(z.object({ hub: hubIdentitySchema })),
}
