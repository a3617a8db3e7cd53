import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from './date'
import { batchIdSchema, duesEntryIdSchema, duesRuleIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

/**
 * How a month's dues (会费) follow from the base pay:
 * `due = round(rate × truncate(base, step), unit)`, or a flat amount.
 */
export const duesFormulaSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rate'),
    /** Rate in ten-thousandths: 50 is 0.5 %. */
    rate: z.int().min(1).max(1000),
    /** Pay below a whole multiple of this is not counted; 1000 fen cuts the tail below 10 yuan. */
    baseStep: fenSchema.refine((fen) => fen > 0),
    /** The due amount is rounded half up to a whole multiple of this. */
    roundingUnit: fenSchema.refine((fen) => fen > 0),
  }),
  z.object({ kind: z.literal('flat'), amount: fenSchema.refine((fen) => fen > 0) }),
])
export type DuesFormula = z.infer<typeof duesFormulaSchema>

export const duesRuleInputSchema = z.object({
  formula: duesFormulaSchema,
  /** First month the rule holds; it holds until a later rule begins. */
  validFrom: monthSchema,
  /** The decision that made it, e.g. meeting and date. */
  decision: z.string().trim().max(200).nullable(),
})
export type DuesRuleInput = z.infer<typeof duesRuleInputSchema>

export const duesRuleSchema = duesRuleInputSchema.extend({ id: duesRuleIdSchema })
export type DuesRule = z.infer<typeof duesRuleSchema>

export const paymentMethodSchema = z.enum(['cash', 'transfer', 'wechat', 'alipay', 'payroll'])
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

/**
 * A line of the dues ledger, never edited or deleted. A charge is positive, a payment negative; a reversal carries
 * the opposite amount of the line it takes back.
 */
export const duesEntrySchema = z.object({
  id: duesEntryIdSchema,
  memberId: memberIdSchema,
  kind: z.enum(['charge', 'payment', 'reversal']),
  amount: fenSchema,
  /** The month charged; null for payments. A reversal has month, rule, method and day of the line it takes back. */
  month: monthSchema.nullable(),
  ruleId: duesRuleIdSchema.nullable(),
  method: paymentMethodSchema.nullable(),
  /** The day the money was received; null for charges. */
  paidOn: daySchema.nullable(),
  reversesId: duesEntryIdSchema.nullable(),
  batchId: batchIdSchema,
  note: z.string().nullable(),
  recordedAt: momentSchema,
})
export type DuesEntry = z.infer<typeof duesEntrySchema>
