import { z } from 'zod'
import { activityInputSchema, activitySchema } from '../../model/activity'
import { activityIdSchema, batchIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

const attendanceCountsSchema = z.object({
  signedUp: z.int().nonnegative(),
  present: z.int().nonnegative(),
  absent: z.int().nonnegative(),
  /** Cost divided by those present, in fen rounded half up; null without cost or without anybody present. */
  costPerHead: fenSchema.nullable(),
})

export const activitySummarySchema = activitySchema.safeExtend(attendanceCountsSchema.shape)
export type ActivitySummary = z.infer<typeof activitySummarySchema>

const activityRefSchema = z.object({ id: activityIdSchema })

/** Activities as planned 活动计划. */
export const plan = {
  list: procedure
    .input(z.object({ search: z.string().trim().max(60).default(''), ...pageSchema.shape }))
    .output(pageOf(activitySummarySchema)),
  get: procedure.input(activityRefSchema).output(activitySummarySchema),
  add: procedure.input(activityInputSchema).output(activityRefSchema),
  update: procedure.input(activityRefSchema.extend({ activity: activityInputSchema })).output(activitySummarySchema),
  /** Asks in a native dialog; undone as a batch. */
  remove: procedure.input(activityRefSchema).output(z.object({ batchId: batchIdSchema })),
}
