import { z } from 'zod'
import { codeListSchema } from '../model/code-list'
import { directiveSchema } from '../model/directive'
import { issuedProfileSchema } from '../model/receiver-profile'
import { correctionSchema } from './correction'
import {
  claimResultSchema,
  foreignDuplicateSchema,
  incomingClaimSchema,
  lateEditSchema,
  transferPacketSchema,
  transferRequestSchema,
  transferResultSchema,
} from '../model/transfer'
import { receiptSchema } from './receipt'

/** How many items one answer to a pull holds at most. */
export const PULL_MAX_ITEMS = 200
/** After so many characters of items an answer ends, so that a slow line loses little when it breaks. */
export const PULL_AIM_CHARACTERS = 512 * 1024

/** What the union above issues with versions; only a newer one than the branch has changes anything. */
export const issuedItemSchema = z.discriminatedUnion('kind', [
  /** A version of a code list, also one withdrawn. */
  z.object({ kind: z.literal('codeList'), body: codeListSchema }),
  /** The same of a receiver's sheet. */
  z.object({ kind: z.literal('receiverProfile'), body: issuedProfileSchema }),
])
export type IssuedItem = z.infer<typeof issuedItemSchema>

/** An item as sent; its kind may be one that only a newer program knows. */
export const wireItemSchema = z.object({ kind: z.string().min(1).max(60), body: z.unknown() })
export type WireItem = z.infer<typeof wireItemSchema>

/** How many organisations one item is relayed to at most. */
export const RELAYED_MAX_ORGANISATIONS = 500

/** What comes down to a branch; each kind is applied as often as it comes with the same result. */
export const downwardItemSchema = z.discriminatedUnion('kind', [
  /** An entry that was held is decided now; takes the place of its receipt. */
  z.object({ kind: z.literal('receipt'), body: receiptSchema }),
  /** A directive as it stands, also one taken back. */
  z.object({ kind: z.literal('directive'), body: directiveSchema }),
  ...issuedItemSchema.options,
  /** Rows that the union above changed or added. */
  z.object({ kind: z.literal('correction'), body: correctionSchema }),
  /** Another branch asks that a member be taken over; the request as it stands. */
  z.object({ kind: z.literal('transferRequest'), body: transferRequestSchema }),
  /** How far a request of the branch itself is. */
  z.object({ kind: z.literal('transferResult'), body: transferResultSchema }),
  /** The record of a member whom the branch took over. */
  z.object({ kind: z.literal('transferPacket'), body: transferPacketSchema }),
  /** Another branch asks for a member; the claim as it stands. */
  z.object({ kind: z.literal('transferClaim'), body: incomingClaimSchema }),
  /** How far a claim of the branch itself is. */
  z.object({ kind: z.literal('claimResult'), body: claimResultSchema }),
  /** What the former branch of a member still changed. */
  z.object({ kind: z.literal('lateEdit'), body: lateEditSchema }),
  /** Another branch has the same person, or not any more. */
  z.object({ kind: z.literal('duplicate'), body: foreignDuplicateSchema }),
  /** For organisations below the hub to which it is sent; a branch never gets it. */
  z.object({
    kind: z.literal('relayed'),
    body: z.object({
      organisations: z.array(z.uuid()).min(1).max(RELAYED_MAX_ORGANISATIONS),
      item: wireItemSchema,
    }),
  }),
])
export type DownwardItem = z.infer<typeof downwardItemSchema>

/** Where a pull stopped; opaque to the branch. */
export const cursorSchema = z.string().max(100)
