import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { duesRuleSchema } from '../../model/dues-rule'
import { batchIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

/** Why a member is not charged for a month. */
export const exemptionSchema = z.enum([
  'notActive', // not a member at the end of that month
  'kept', // 保留会籍期间免交
  'noWage', // the rule needs a wage and none is recorded, or too small a one to make any dues
  'alreadyCharged',
])
export type Exemption = z.infer<typeof exemptionSchema>

export const monthSummarySchema = z.object({
  month: monthSchema,
  rule: duesRuleSchema.nullable(),
  charged: z.object({ members: z.int(), amount: fenSchema }),
  /** Members a charge run would charge now, and what they would owe. */
  toCharge: z.object({ members: z.int(), amount: fenSchema }),
  exempt: z.array(z.object({ exemption: exemptionSchema, members: z.int() })),
  /** Money received in the month, what was reversed taken off. */
  received: z.object({ payments: z.int(), amount: fenSchema }),
})
export type MonthSummary = z.infer<typeof monthSummarySchema>

export const memberOfMonthSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  wage: fenSchema.nullable(),
  amount: fenSchema.nullable(),
  exemption: exemptionSchema.nullable(),
})
export type MemberOfMonth = z.infer<typeof memberOfMonthSchema>

/** Charges 应缴会费, month by month. */
export const charges = {
  month: procedure.input(z.object({ month: monthSchema })).output(monthSummarySchema),
  /** Members of a month by what a charge run would do with them; `exemption` null lists whom it would charge. */
  preview: procedure
    .input(z.object({ month: monthSchema, exemption: exemptionSchema.nullable(), ...pageSchema.shape }))
    .output(pageOf(memberOfMonthSchema)),
  /**
   * Charges everyone due for the month who is not charged yet, as one batch; who was charged and reversed is charged
   * again. Errors: NO_DUES_RULE, NOTHING_TO_CHARGE.
   */
  run: procedure
    .input(z.object({ month: monthSchema }))
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
}
