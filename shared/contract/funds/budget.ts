import { z } from 'zod'
import { fundBudgetSchema } from '../../model/fund'
import { batchIdSchema, fundBudgetIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

const accountYearSchema = fundBudgetSchema.pick({ account: true, year: true })

/** What a budget line is about. */
const budgetLineSchema = fundBudgetSchema.pick({ direction: true, category: true, subcategory: true })
export type BudgetLine = z.infer<typeof budgetLineSchema>

const budgetChangeSchema = accountYearSchema.extend({
  lines: z
    .array(budgetLineSchema.extend({ amount: fundBudgetSchema.shape.amount.nullable() }))
    .min(1)
    .max(500),
  note: fundBudgetSchema.shape.note,
})
export type BudgetChange = z.infer<typeof budgetChangeSchema>

export const budgetRowSchema = budgetLineSchema.extend({
  /** Null where nothing is planned. */
  id: fundBudgetIdSchema.nullable(),
  amount: fenSchema.nullable(),
  note: z.string().nullable(),
  /** Booked in the year, and in the year before. */
  actual: fenSchema,
  lastYear: fenSchema,
})
export type BudgetRow = z.infer<typeof budgetRowSchema>

/** Budget 预算 of a year, against what was booked. */
export const budget = {
  /** Every category and item that is planned or was booked in the year or the year before. */
  list: procedure.input(accountYearSchema).output(z.array(budgetRowSchema)),
  /**
   * Sets amounts as one batch; null takes a line out of the plan. What is planned already is changed with a note only.
   * Errors: REASON_MISSING, BUDGET_INVALID.
   */
  set: procedure.input(budgetChangeSchema).output(z.object({ batchId: batchIdSchema })),
}
