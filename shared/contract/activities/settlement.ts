import { z } from 'zod'
import { activityBudgetSchema, activitySchema } from '../../model/activity'
import { daySchema } from '../../model/date'
import { activityIdSchema, batchIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'
import { budgetCheckSchema } from './budget'

export const settledLineSchema = activityBudgetSchema.omit({ id: true, activityId: true })
export type SettledLine = z.infer<typeof settledLineSchema>

const activityRefSchema = z.object({ activityId: activityIdSchema })
const batchRefSchema = z.object({ batchId: batchIdSchema })

/** Settlement 决算 of what an activity really cost, and its record 活动登记表. */
export const settlement = {
  /** What the book of funds says it cost, laid on the lines of the budget; what was settled where it was. */
  get: procedure.input(activityRefSchema).output(
    z.object({
      lines: z.array(settledLineSchema),
      /** Booked in the book of funds. */
      booked: fenSchema,
      /** Those present, or while nobody is marked those signed up. */
      heads: z.int().nonnegative(),
      /** Of the actual amounts as they stand. */
      checks: z.array(budgetCheckSchema),
    }),
  ),
  /** Errors: NOT_FOUND, STEP_NOT_ALLOWED, REASON_MISSING when a limit is passed. */
  settle: procedure
    .input(
      activityRefSchema.extend({
        lines: z.array(settledLineSchema).max(60),
        on: daySchema,
        by: z.string().trim().max(60).nullable(),
        summary: activitySchema.shape.summary,
        overLimitReason: activitySchema.shape.overLimitReason,
      }),
    )
    .output(batchRefSchema),
  /** Opens a settled activity again. Errors: NOT_FOUND, STEP_NOT_ALLOWED. */
  reopen: procedure
    .input(
      activityRefSchema.extend({
        on: daySchema,
        by: z.string().trim().max(60).nullable(),
        reason: z.string().trim().min(1).max(200),
      }),
    )
    .output(batchRefSchema),
  /**
   * Writes the record 活动登记表 to an .xlsx file; null when the dialog was cancelled. Logged. Errors: NOT_FOUND,
   * EXPORT_NOT_WRITTEN, DISK_FULL.
   */
  export: procedure
    .input(activityRefSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
