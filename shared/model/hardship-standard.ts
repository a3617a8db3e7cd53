import { z } from 'zod'
import { employmentStatusSchema } from '../codes'
import { daySchema } from './date'

/** From which a place reckons families as in hardship; percentages of its minimum living standard 低保标准. */
export const hardshipThresholdsSchema = z.object({
  /** What a head has a month lies below this: 深度困难. */
  deepPercent: z.int().min(1).max(1000),
  /** ... below this: 相对困难. */
  relativePercent: z.int().min(1).max(1000),
  /** The cost of an accident or illness lies above this part of the yearly income: 意外致困. */
  accidentPercent: z.int().min(1).max(1000),
})
export type HardshipThresholds = z.infer<typeof hardshipThresholdsSchema>

/** The rules of a place, as dated data with their source. */
export const hardshipStandardSchema = hardshipThresholdsSchema.extend({
  key: z.string(),
  region: z.string(),
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  /** Months of factual employment after which a migrant worker's family is filed. */
  migrantMonths: z.int().nonnegative(),
  /** Usual reasons why a family is not filed whatever its figures. */
  exclusions: z.array(z.string()),
  /** Whose families the place does not file. */
  notFiled: z.array(employmentStatusSchema),
  source: z.string(),
})
export type HardshipStandard = z.infer<typeof hardshipStandardSchema>
