import { z } from 'zod'
import { activityStepSchema, approvalLevelSchema } from '../../model/activity'
import { activityIdSchema, batchIdSchema } from '../../model/id'
import { procedure } from '../errors'

const stepInputSchema = activityStepSchema
  .pick({ on: true, by: true, opinion: true })
  .extend({ activityId: activityIdSchema })
const batchRefSchema = z.object({ batchId: batchIdSchema })

/** Approval 审批 of a plan: 经办人, 分会主席 and, where it has to, 上级工会. Every step is a batch of its own. */
export const approval = {
  /** In their order. */
  steps: procedure.input(z.object({ activityId: activityIdSchema })).output(z.array(activityStepSchema)),
  /** Hands a plan in. Errors: NOT_FOUND, STEP_NOT_ALLOWED, REASON_MISSING. */
  submit: procedure.input(stepInputSchema.extend({ upTo: approvalLevelSchema })).output(batchRefSchema),
  /**
   * What those whose turn it is decided; sending back needs an opinion. Errors: NOT_FOUND, STEP_NOT_ALLOWED,
   * REASON_MISSING.
   */
  decide: procedure.input(stepInputSchema.extend({ isApproved: z.boolean() })).output(batchRefSchema),
}
