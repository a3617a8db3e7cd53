import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { duesExemptionSchema } from '../../model/dues-rule'
import { batchIdSchema, duesExemptionIdSchema, memberIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

export const exemptionStateSchema = z.enum([
  'ending', // its last day is here or past, and nothing was charged for a month after it yet
  'current',
  'coming',
  'past',
])
export type ExemptionState = z.infer<typeof exemptionStateSchema>

export const memberExemptionSchema = duesExemptionSchema.extend({
  name: z.string(),
  department: z.string().nullable(),
  state: exemptionStateSchema,
})
export type MemberExemption = z.infer<typeof memberExemptionSchema>

const spanSchema = z.object({ from: monthSchema, until: monthSchema.nullable() })
const isInOrder = ({ from, until }: z.infer<typeof spanSchema>) => until === null || from <= until

const toExemptSchema = spanSchema.extend({ memberIds: z.array(memberIdSchema).min(1).max(100_000) })

/** Months 免缴 in which members are not charged, by decision. */
export const exemptions = {
  /** Those of a member, the newest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(memberExemptionSchema)),
  /** Those in a state, the first to end first. */
  list: procedure
    .input(pageSchema.extend({ state: exemptionStateSchema, search: z.string().trim().max(60).default('') }))
    .output(pageOf(memberExemptionSchema)),
  counts: procedure.output(z.array(z.object({ state: exemptionStateSchema, exemptions: z.int() }))),
  /** What `add` would do: members it exempts, those who are exempt in some of the months, those charged for some. */
  previewAdd: procedure
    .input(toExemptSchema.refine(isInOrder))
    .output(z.object({ members: z.int(), overlapping: z.array(z.string()), charged: z.int() })),
  /** Exempts members as one batch; who is exempt in some of the months is passed over. Errors: NOT_FOUND, NOTHING_TO_SAVE. */
  add: procedure
    .input(
      toExemptSchema
        .extend({ ...duesExemptionSchema.pick({ reason: true, decision: true, decidedOn: true }).shape })
        .refine(isInOrder),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /**
   * Sets the last month, to end it early or to go on; null leaves it open. Errors: NOT_FOUND, EXEMPTION_ENDS_BEFORE_START,
   * EXEMPTION_OVERLAPS.
   */
  setEnd: procedure
    .input(z.object({ id: duesExemptionIdSchema, until: monthSchema.nullable() }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Takes exemptions away as if they had never been. Errors: NOT_FOUND. */
  remove: procedure
    .input(z.object({ ids: z.array(duesExemptionIdSchema).min(1).max(100_000) }))
    .output(z.object({ batchId: batchIdSchema })),
}
