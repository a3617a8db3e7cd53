import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { batchIdSchema, duesDisputeIdSchema, memberIdSchema, payrollListIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { duesDisputeSchema } from '../../model/payroll'
import { procedure } from '../errors'

/** A dispute with the member's name. */
export const shownDisputeSchema = duesDisputeSchema.extend({
  name: z.string(),
  department: z.string().nullable(),
  /** The deduction list it is about. */
  listTitle: z.string().nullable(),
})
export type ShownDispute = z.infer<typeof shownDisputeSchema>

/** Disputes 争议: a month about which member and employer say different things; nobody is reminded of it while open. */
export const disputes = {
  /** Newest first; of a member, or of everybody. */
  list: procedure
    .input(pageSchema.extend({ isOpen: z.boolean(), memberId: memberIdSchema.nullable().default(null) }))
    .output(pageOf(shownDisputeSchema)),
  /** Opens one for each month of each member that has none open, as one batch. Errors NOT_FOUND, NOTHING_TO_DISPUTE. */
  open: procedure
    .input(
      z.object({
        memberIds: z.array(memberIdSchema).min(1).max(10_000),
        months: z.array(monthSchema).min(1).max(24),
        payrollListId: payrollListIdSchema.nullable(),
        reason: duesDisputeSchema.shape.reason,
      }),
    )
    .output(z.object({ batchId: batchIdSchema, disputes: z.int() })),
  /** Closes disputes with what came of them, as one batch. Errors NOT_FOUND. */
  close: procedure
    .input(
      z.object({
        ids: z.array(duesDisputeIdSchema).min(1).max(10_000),
        outcome: z.string().trim().min(1).max(200),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, disputes: z.int() })),
}
