import { z } from 'zod'
import { daySchema, monthSchema } from '../model/date'
import { duesEntrySchema, duesRuleInputSchema, duesRuleSchema, paymentMethodSchema } from '../model/dues'
import { batchIdSchema, duesEntryIdSchema, memberIdSchema } from '../model/id'
import { fenSchema } from '../model/money'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

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

export const debtorSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  owed: fenSchema,
  /** Oldest charged month that payments do not cover yet. */
  since: monthSchema,
  months: z.int().positive(),
})
export type Debtor = z.infer<typeof debtorSchema>

/** Dues 会费: rules, charges and payments in an append-only ledger. */
export const dues = {
  rules: procedure.output(z.array(duesRuleSchema)),
  /** Of two rules that begin in the same month the one recorded later counts. */
  addRule: procedure.input(duesRuleInputSchema).output(duesRuleSchema),
  month: procedure.input(z.object({ month: monthSchema })).output(monthSummarySchema),
  /** Members of a month by what a charge run would do with them; `exemption` null lists whom it would charge. */
  preview: procedure
    .input(z.object({ month: monthSchema, exemption: exemptionSchema.nullable(), ...pageSchema.shape }))
    .output(
      pageOf(
        z.object({
          memberId: memberIdSchema,
          name: z.string(),
          department: z.string().nullable(),
          wage: fenSchema.nullable(),
          amount: fenSchema.nullable(),
          exemption: exemptionSchema.nullable(),
        }),
      ),
    ),
  /**
   * Charges everyone due for the month who is not charged yet, as one batch; who was charged and reversed is charged
   * again. Errors: NO_DUES_RULE, NOTHING_TO_CHARGE.
   */
  charge: procedure
    .input(z.object({ month: monthSchema }))
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
  /** Members who owe, largest debt first. */
  debtors: procedure
    .input(z.object({ search: z.string().trim().max(60).default(''), ...pageSchema.shape }))
    .output(pageOf(debtorSchema).extend({ owed: fenSchema })),
  /**
   * Records one payment a member as one batch. `amount` null pays all that the member owes and passes over who owes
   * nothing; more than is owed stays as credit. Errors: NOT_FOUND, NOTHING_OWED.
   */
  pay: procedure
    .input(
      z.object({
        memberIds: z.array(memberIdSchema).min(1).max(100_000),
        amount: fenSchema.refine((fen) => fen > 0).nullable(),
        paidOn: daySchema,
        method: paymentMethodSchema,
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
  /** A member's ledger, oldest first, with the balance after each line (positive: owes). */
  ledger: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.object({ balance: fenSchema, entries: z.array(duesEntrySchema.extend({ balance: fenSchema })) })),
  /** Takes a charge or payment back by a line of the opposite amount. Errors: NOT_FOUND, ALREADY_REVERSED. */
  reverse: procedure
    .input(z.object({ entryId: duesEntryIdSchema, note: z.string().trim().min(1).max(200) }))
    .output(z.object({ batchId: batchIdSchema })),
}
