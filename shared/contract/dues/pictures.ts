import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

export const yearMonthSchema = z.object({
  month: monthSchema,
  /** Charged for the month, waivers and reversals taken off. */
  charged: fenSchema,
  /** Paid in the month by the books, refunds and reversals taken off. */
  collected: fenSchema,
})
export type YearMonth = z.infer<typeof yearMonthSchema>

/** What pictures of the ledger show. */
export const pictures = {
  /** The twelve months of a year. */
  year: procedure.input(z.object({ year: z.string().regex(/^\d{4}$/) })).output(z.array(yearMonthSchema).length(12)),
}
