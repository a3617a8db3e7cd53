import { z } from 'zod'
import { postEngagementSchema } from '../codes'
import { compareDates } from '../rules/date'
import { partialDateSchema } from './date'
import { committeeIdSchema, memberIdSchema, postIdSchema, unitIdSchema } from './id'

/** What a person states of a union post 工会职务 that a member holds or held; both ends of its time are included. */
export const postInputSchema = z
  .object({
    /** Where it is held; null at the branch itself. */
    unitId: unitIdSchema.nullable(),
    /** One of `postTitle` as a rule; other titles are allowed. */
    title: z.string().trim().min(1).max(60),
    engagement: postEngagementSchema.nullable(),
    /** Which committee's term 届次, as people call it. */
    term: z.string().trim().max(60).nullable(),
    heldFrom: partialDateSchema.nullable(),
    /** Null while it is held. */
    heldTo: partialDateSchema.nullable(),
    documentNumber: z.string().trim().max(60).nullable(),
    note: z.string().trim().max(500).nullable(),
  })
  .refine(({ heldFrom, heldTo }) => heldFrom === null || heldTo === null || compareDates(heldTo, heldFrom) !== 'before')
export type PostInput = z.infer<typeof postInputSchema>

export const postSchema = postInputSchema.safeExtend({
  id: postIdSchema,
  memberId: memberIdSchema,
  /** The committee that it is a seat of; null for a post beside the committees. */
  committeeId: committeeIdSchema.nullable(),
})
export type Post = z.infer<typeof postSchema>
