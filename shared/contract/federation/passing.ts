import { z } from 'zod'
import { daySchema, momentSchema } from '../../model/date'
import { batchIdSchema, memberIdSchema } from '../../model/id'
import { legalBasisSchema, memberNoticeSchema, noticeStandingSchema } from '../../model/member-notice'
import { passingKindSchema, passingLevelSchema } from '../../sync/passing'
import { procedure } from '../errors'

/** What leaves the branch of one kind of data, and why. */
export const passedKindSchema = z.object({
  kind: passingKindSchema,
  level: passingLevelSchema,
  /** What may be chosen; one where the law leaves no choice. */
  levels: z.array(passingLevelSchema).min(1),
  basis: legalBasisSchema,
  source: z.string(),
  /** Since when it is so, by choice; null where nobody chose. */
  since: momentSchema.nullable(),
  /** Whether more was passed on before: it stays above. */
  staysAbove: z.boolean(),
})
export type PassedKind = z.infer<typeof passedKindSchema>

const toldSchema = z.object({ basis: legalBasisSchema, givenOn: daySchema })

/** What leaves this branch 报送范围, and what members were told of it. */
export const passing = {
  overview: procedure.output(
    z.object({
      kinds: z.array(passedKindSchema),
      /** Members in good standing by how far they were told. */
      told: z.array(z.object({ standing: noticeStandingSchema, members: z.int().nonnegative() })),
      /** Members who consent by themselves to care being passed on. */
      consents: z.int().nonnegative(),
    }),
  ),
  /**
   * What leaves from now on; what was passed on already stays there. Where more is let through, what stayed before goes up.
   * Error PASSING_FIXED where the law leaves no choice.
   */
  choose: procedure.input(z.object({ kind: passingKindSchema, level: passingLevelSchema })).output(z.void()),
  /** What a member was told, the latest first. */
  noticesOf: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(memberNoticeSchema)),
  /** Records that members were given the present notice, as one batch; null stands for everybody not told of it yet. */
  tell: procedure
    .input(toldSchema.extend({ memberIds: z.array(memberIdSchema).min(1).nullable() }))
    .output(z.object({ batchId: batchIdSchema, members: z.int() }).nullable()),
  /** A member takes back what they agreed to. Error NOT_FOUND where nothing is to be taken back. */
  withdraw: procedure.input(z.object({ memberId: memberIdSchema, on: daySchema })).output(z.array(memberNoticeSchema)),
}
