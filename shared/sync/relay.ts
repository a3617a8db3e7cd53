import { z } from 'zod'
import { receiptSchema } from './receipt'
import { headSchema } from './wire'

/** What a node of a hub's tree is: 基层工会, 上级工会 without a hub of its own, a hub below. */
export const organisationKindSchema = z.enum(['branch', 'union', 'hub'])
export type OrganisationKind = z.infer<typeof organisationKindSchema>

const name = z.string().min(1).max(200)

/** A node of the tree as a hub tells the one above. */
export const relayedNodeSchema = z.object({
  id: z.uuid(),
  /** The node it hangs below; null directly below the hub itself. */
  parent: z.uuid().nullable(),
  kind: organisationKindSchema,
  unionName: name,
  creditCode: z.string().max(50).nullable(),
  isClosed: z.boolean(),
  /** When it was last in contact with its own hub, to the hour. */
  lastContact: z.iso.datetime(),
})
export type RelayedNode = z.infer<typeof relayedNodeSchema>

/** Why the hub above takes nothing of an organisation. */
export const relayProblemSchema = z.enum([
  /** It hangs below another hub, or is enrolled there itself. */
  'notBelow',
  /** Another copy of its record sent what this hub does not have. */
  'diverged',
])
export type RelayProblem = z.infer<typeof relayProblemSchema>

/** What became of relayed entries. */
export const relayResultSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('stored'), head: headSchema, receipts: z.array(receiptSchema) }),
  z.object({ result: z.literal('gap'), head: headSchema }),
  z.object({ result: z.literal('diverged') }),
  z.object({ result: z.literal('notBelow') }),
])
export type RelayResult = z.infer<typeof relayResultSchema>

/** Figures of one organisation as a whole. */
export const relayedFiguresSchema = z.object({
  organisation: z.uuid(),
  /** When it was last in contact with its own hub. */
  asOf: z.iso.datetime(),
  /** Entries that had not reached its hub then. */
  waiting: z.int().nonnegative(),
  figures: z
    .array(z.object({ name: z.string().min(1).max(100), period: z.string().max(40), value: z.number() }))
    .max(5000),
})
export type RelayedFigures = z.infer<typeof relayedFiguresSchema>

/** How many organisations one request names at most, and of how many it holds figures. */
export const RELAY_MAX_NODES = 500
export const RELAY_MAX_FIGURES = 20
