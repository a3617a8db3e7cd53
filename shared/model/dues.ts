import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from './date'
import {
  batchIdSchema,
  duesEntryIdSchema,
  duesRuleIdSchema,
  handOverIdSchema,
  memberIdSchema,
  payrollListIdSchema,
} from './id'
import { fenSchema } from './money'

export const paymentMethodSchema = z.enum(['cash', 'transfer', 'wechat', 'alipay', 'payroll'])
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

/** How much of a payment a person set off against which month. */
export const chosenMonthSchema = z.object({ month: monthSchema, amount: fenSchema.refine((fen) => fen > 0) })
export type ChosenMonth = z.infer<typeof chosenMonthSchema>

export const duesEntryKindSchema = z.enum([
  'charge', // 应缴: positive
  'payment', // 缴费: negative
  'refund', // 退还 of what was paid ahead: positive
  'waiver', // 减免 of a charged month by decision: negative
  'reversal', // 冲销: the opposite amount of the line it takes back
])
export type DuesEntryKind = z.infer<typeof duesEntryKindSchema>

/**
 * A line of the dues ledger (会费台账), never edited or deleted. Positive amounts raise what the member owes, negative
 * ones lower it; a member's balance is the sum of the lines.
 */
export const duesEntrySchema = z.object({
  id: duesEntryIdSchema,
  memberId: memberIdSchema,
  kind: duesEntryKindSchema,
  amount: fenSchema,
  /** The month charged or waived; null for payments and refunds. A reversal repeats the fields of the line it takes back. */
  month: monthSchema.nullable(),
  ruleId: duesRuleIdSchema.nullable(),
  method: paymentMethodSchema.nullable(),
  /** The day the money was received or given back; null where no money moved. */
  paidOn: daySchema.nullable(),
  /** The months a person chose for a payment; null sets it off against the oldest open ones. */
  chosenMonths: z.array(chosenMonthSchema).nullable(),
  /** The day it counts in the books, where that is not `paidOn` or the first of `month`: that month was closed. */
  bookedOn: daySchema.nullable(),
  payrollListId: payrollListIdSchema.nullable(),
  handOverId: handOverIdSchema.nullable(),
  reversesId: duesEntryIdSchema.nullable(),
  batchId: batchIdSchema,
  note: z.string().nullable(),
  recordedAt: momentSchema,
})
export type DuesEntry = z.infer<typeof duesEntrySchema>
