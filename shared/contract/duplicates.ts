import { z } from 'zod'
import { duplicateReasonSchema } from '../model/duplicate'
import { batchIdSchema, memberIdSchema } from '../model/id'
import { maskedMemberSchema, memberFieldSchema } from '../model/member'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

const pairSchema = z.object({ one: memberIdSchema, other: memberIdSchema }).refine(({ one, other }) => one !== other)

/** What hangs on a record beside its own fields. */
const attachedSchema = z.object({
  events: z.int().nonnegative(),
  duesEntries: z.int().nonnegative(),
  participations: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  relatives: z.int().nonnegative(),
  honours: z.int().nonnegative(),
  posts: z.int().nonnegative(),
})
export type Attached = z.infer<typeof attachedSchema>

/** Records that may be of one person 重复会员. */
export const duplicates = {
  /** Pairs nobody has judged yet, the surest first. */
  list: procedure.input(pageSchema).output(
    pageOf(
      z.object({
        one: maskedMemberSchema,
        other: maskedMemberSchema,
        reasons: z.array(duplicateReasonSchema).min(1),
      }),
    ),
  ),
  /** Both records side by side; `differing` is told of the values in clear. Error NOT_FOUND. */
  compare: procedure.input(pairSchema).output(
    z.object({
      one: maskedMemberSchema,
      other: maskedMemberSchema,
      differing: z.array(memberFieldSchema),
      attached: z.object({ one: attachedSchema, other: attachedSchema }),
    }),
  ),
  /**
   * Makes one record of two, as a batch: `into` takes the fields named of `from` and all that hangs on it; `from` stays
   * out of every list, with its membership events. What both were charged for the same month is charged once. Errors
   * NOT_FOUND, BUSY.
   */
  merge: procedure
    .input(
      z
        .object({ into: memberIdSchema, from: memberIdSchema, take: z.array(memberFieldSchema) })
        .refine(({ into, from }) => into !== from),
    )
    .output(z.object({ batchId: batchIdSchema })),
  /** Two persons: the pair is not shown again. A batch that can be undone. Error NOT_FOUND. */
  distinguish: procedure.input(pairSchema).output(z.object({ batchId: batchIdSchema })),
}
