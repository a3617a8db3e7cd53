import { z } from 'zod'
import { branchIdSchema, memberIdSchema, transferIdSchema } from '../model/id'
import { knownUnionSchema, lateEditSchema, transferPacketSchema, transferRequestSchema } from '../model/transfer'
import { columnsSchema } from './change'

/*
 * What hubs say to each other of transfers between their branches, see Levels in `federation/PROTOCOL.md`.
 */

/** Which union a transfer means, by its id or its name. */
export const transferQuestionSchema = z.object({
  transfer: transferIdSchema,
  id: branchIdSchema.nullable(),
  words: z.string().max(200),
})
export type TransferQuestion = z.infer<typeof transferQuestionSchema>

/** What the branch that is asked says by now. */
export const transferFactsSchema = z.object({
  transfer: transferIdSchema,
  /** The incarnation of its hub, and which one since then: what comes again later than a newer one is none any more. */
  incarnation: z.uuid(),
  number: z.int().positive(),
  /** Its row of `transfer_answer`; null where there is none, or not any more. */
  answer: columnsSchema.nullable(),
  /** Its own record of the member, once there was one, and whether that one is a member now. */
  member: memberIdSchema.nullable(),
  isOnRoll: z.boolean(),
  /** It had taken the member over and undid that before anybody heard of it. */
  isTakenBack: z.boolean(),
})
export type TransferFacts = z.infer<typeof transferFactsSchema>

/** Whether facts are newer than those known; incarnations are UUIDs that rise. */
export function areNewer(facts: TransferFacts, known: TransferFacts | null): boolean {
  if (known === null || facts.incarnation > known.incarnation) return true
  return facts.incarnation === known.incarnation && facts.number > known.number
}

export const acrossItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('transferQuestion'), body: transferQuestionSchema }),
  /** The answer to a question: the union, or those that come nearest. */
  z.object({
    kind: z.literal('transferUnion'),
    body: transferQuestionSchema.extend({
      union: knownUnionSchema.nullable(),
      near: z.array(knownUnionSchema).max(20),
    }),
  }),
  z.object({ kind: z.literal('transferRequest'), body: transferRequestSchema }),
  z.object({ kind: z.literal('transferPacket'), body: transferPacketSchema }),
  z.object({ kind: z.literal('lateEdit'), body: lateEditSchema }),
  z.object({ kind: z.literal('transferFacts'), body: transferFactsSchema }),
])
export type AcrossItem = z.infer<typeof acrossItemSchema>

export const acrossMessageSchema = z.object({
  /** The branch that speaks; null for a hub that answers a question. */
  from: branchIdSchema.nullable(),
  /** The branch that is spoken to; null for a question. */
  to: branchIdSchema.nullable(),
  item: acrossItemSchema,
})
export type AcrossMessage = z.infer<typeof acrossMessageSchema>

/** How many messages one request holds at most. */
export const ACROSS_MAX_MESSAGES = 20
