import { z } from 'zod'
import { activityBudgetSchema, activitySchema } from '../../model/activity'
import { spendingLimitSchema } from '../../model/fund'
import { activityIdSchema, batchIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

/** How spending on each head stands, see `shared/rules/activities/budget`. */
export const budgetCheckSchema = z.object({
  limit: spendingLimitSchema.nullable(),
  perHead: fenSchema,
  allowed: fenSchema,
  over: fenSchema,
})

export const budgetLineInputSchema = activityBudgetSchema.omit({ id: true, activityId: true, actual: true })
export type BudgetLineInput = z.infer<typeof budgetLineInputSchema>

/** Whose number the cost is shared among: the quota, those signed up, those who may come. */
export const headsSchema = z.object({
  count: z.int().nonnegative(),
  by: z.enum(['quota', 'signedUp', 'eligible']),
})

export const activityBudgetViewSchema = z.object({
  lines: z.array(activityBudgetSchema),
  heads: headsSchema,
  planned: fenSchema,
  /** Null without lines or heads. */
  perHead: fenSchema.nullable(),
  checks: z.array(budgetCheckSchema),
})
export type ActivityBudgetView = z.infer<typeof activityBudgetViewSchema>

/** What an activity is to cost 预算. */
export const budget = {
  get: procedure.input(z.object({ activityId: activityIdSchema })).output(activityBudgetViewSchema),
  /** Replaces the lines as one batch. Errors: NOT_FOUND, ACTIVITY_SETTLED, REASON_MISSING when a limit is passed. */
  save: procedure
    .input(
      z.object({
        activityId: activityIdSchema,
        lines: z.array(budgetLineInputSchema).max(40),
        overLimitReason: activitySchema.shape.overLimitReason,
      }),
    )
    .output(z.object({ batchId: batchIdSchema })),
}
