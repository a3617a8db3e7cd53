import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { chargeGroupSchema, chargeSpanSchema } from '../../model/dues-charge'
import { duesRuleSchema } from '../../model/dues-rule'
import { batchIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { monthsBetween } from '../../rules/date'
import { procedure } from '../errors'
import { progressOf } from '../progress'

/** Months charged in one step at most. */
export const LONGEST_PERIOD = 24

const periodFields = { from: monthSchema, until: monthSchema }
const isPeriod = ({ from, until }: { from: z.infer<typeof monthSchema>; until: z.infer<typeof monthSchema> }) =>
  from <= until && monthsBetween(from, until).length <= LONGEST_PERIOD

/** First and last month of what is charged in one step. */
export const chargePeriodSchema = z.object(periodFields)
export type ChargePeriod = z.infer<typeof chargePeriodSchema>

/** A list of the preview: a group, or across groups those whose dues would be unusually high. */
export const chargeListSchema = z.enum([...chargeGroupSchema.options, 'unusual'])
export type ChargeList = z.infer<typeof chargeListSchema>

export const chargePreviewSchema = chargePeriodSchema.extend({
  /** The rules that hold in the period, the earliest first. */
  rules: z.array(duesRuleSchema),
  /** Months of the period in which no rule holds. */
  withoutRule: z.array(monthSchema),
  /** Closed months in which the run would write; those lines count in today's books. */
  closed: z.array(monthSchema),
  /** Lists with somebody in them: how many people and months, and what the run would add to what they owe. */
  lists: z.array(z.object({ list: chargeListSchema, members: z.int(), months: z.int(), amount: fenSchema })),
  /** What stands charged for the period. */
  charged: z.object({ members: z.int(), amount: fenSchema }),
  /** Money received in these months, what was reversed taken off. */
  received: z.object({ payments: z.int(), amount: fenSchema }),
})
export type ChargePreview = z.infer<typeof chargePreviewSchema>

export const personToChargeSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  /** What the run would add to what the member owes; negative where less is due than was charged. */
  amount: fenSchema,
  spans: z.array(chargeSpanSchema),
})
export type PersonToCharge = z.infer<typeof personToChargeSchema>

export const chargeRunSchema = chargePeriodSchema.extend({
  /** Who is also charged for earlier months that were missed. */
  back: z.array(memberIdSchema).max(200_000),
  /** For whom months charged otherwise are reversed and charged anew. */
  differences: z.array(memberIdSchema).max(200_000),
  /** What it came to when it was shown; null to charge whatever it is now. */
  expected: fenSchema.nullable(),
})
export type ChargeRun = z.infer<typeof chargeRunSchema>

/** Charges 应缴会费, month by month. */
export const charges = {
  /** What a run would do. */
  preview: procedure.input(chargePeriodSchema.refine(isPeriod)).output(chargePreviewSchema),
  /** People of a list of the preview, by name. */
  people: procedure
    .input(z.object({ ...periodFields, list: chargeListSchema, ...pageSchema.shape }).refine(isPeriod))
    .output(pageOf(personToChargeSchema)),
  /** Everybody in a list of the preview with what the run would add, in the same order. */
  amounts: procedure
    .input(z.object({ ...periodFields, list: chargeListSchema }).refine(isPeriod))
    .output(z.array(z.object({ memberId: memberIdSchema, amount: fenSchema }))),
  /**
   * Charges everyone due for each month who is not charged yet, as one batch, with what else is wanted; who was charged
   * and reversed is charged again. Errors: NO_DUES_RULE, NOTHING_TO_CHARGE, CHARGES_CHANGED, MONTH_CLOSED, BUSY.
   */
  run: procedure
    .input(chargeRunSchema.refine(isPeriod))
    .output(progressOf(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema }))),
}
