import { z } from 'zod'
import { daySchema } from './date'
import { spendingLimitInputSchema } from './fund'

/** A table of limits as it comes with the program: what one region or employer goes by, and how sure that is. */
export const limitTableSchema = z.object({
  key: z.string(),
  region: spendingLimitInputSchema.shape.region,
  kind: z.enum(['province', 'city', 'school']),
  source: z.string(),
  /** Whether the text itself was seen, a copy of it, or only a trace. */
  sure: z.enum(['text', 'secondHand', 'weak']),
  /** Only for members who pay their dues on time. */
  duesOnTime: z.boolean(),
  note: z.string().nullable(),
  rows: z.array(
    spendingLimitInputSchema.omit({ region: true, source: true }).extend({
      /** Null where only words were found. */
      amount: spendingLimitInputSchema.shape.amount.nullable(),
      /** Null where the date is not known. */
      validFrom: daySchema.nullable(),
    }),
  ),
})
export type LimitTable = z.infer<typeof limitTableSchema>
