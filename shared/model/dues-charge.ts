import { z } from 'zod'
import { monthSchema } from './date'
import { duesResultSchema, noDuesReasonSchema, payItemSchema } from './dues-rule'
import { duesRuleIdSchema } from './id'
import { fenSchema } from './money'

/** Why a member has no dues for a month: the standing, a decision, or the rule. */
export const notDueReasonSchema = z.enum([
  'notMember', // 不在籍
  'joining', // joined in this month, charged from the next one on by the rule
  'leaving', // left in this month, charged to the one before by the rule
  'exempted', // 免缴 by decision
  ...noDuesReasonSchema.options,
])
export type NotDueReason = z.infer<typeof notDueReasonSchema>

/** What a month comes to for a member by the record as it is. */
export const dueOfMonthSchema = z.discriminatedUnion('kind', [
  duesResultSchema.options[0].extend({ ruleId: duesRuleIdSchema }),
  z.object({
    kind: z.literal('none'),
    why: notDueReasonSchema,
    /** The items of pay that are not recorded, for `noPay`. */
    missing: z.array(payItemSchema),
    /** What the decision says, for `exempted`. */
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal('noRule') }),
])
export type DueOfMonth = z.infer<typeof dueOfMonthSchema>

/** What a charge run has to do with a month of a member. */
export const chargeGroupSchema = z.enum([
  'charge', // 本期应收: not charged yet
  'back', // 补收: an earlier month for which others were charged
  'difference', // 差额: charged, and by the record as it is now another amount or nothing
  'charged', // 已计费
  'exempt', // 免缴
  'noBasis', // 缺缴费基数
  'notMember', // 不在籍
])
export type ChargeGroup = z.infer<typeof chargeGroupSchema>

/** Months in a row of a member for which all is the same. */
export const chargeSpanSchema = z.object({
  from: monthSchema,
  until: monthSchema,
  months: z.int().positive(),
  /** What stands charged for each month; null without a charge. */
  charged: fenSchema.nullable(),
  due: dueOfMonthSchema,
  /** Whether the amount is beyond what dues usually are. */
  isUnusual: z.boolean(),
})
export type ChargeSpan = z.infer<typeof chargeSpanSchema>
