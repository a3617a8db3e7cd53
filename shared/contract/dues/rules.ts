import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { dueOfMonthSchema } from '../../model/dues-charge'
import { duesFormulaSchema, duesRuleInputSchema, duesRuleSchema, memberClassSchema } from '../../model/dues-rule'
import { batchIdSchema, duesRuleIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

/** A rule with what can still be done with it. */
export const listedRuleSchema = duesRuleSchema.extend({
  /** Whether anybody was charged by it: then it can end, but not be taken back. */
  isUsed: z.boolean(),
  /** The batch that added it, to be undone; null for rules that came otherwise. */
  batchId: batchIdSchema.nullable(),
})
export type ListedRule = z.infer<typeof listedRuleSchema>

/** A rule being made: what it says, and the month for which it is held against the one that holds there now. */
export const ruleToPreviewSchema = z.object({ formula: duesFormulaSchema, month: monthSchema })
export type RuleToPreview = z.infer<typeof ruleToPreviewSchema>

/** What a rule being made changes for a member. */
export const ruleEffectSchema = z.enum([
  'more',
  'less',
  'same',
  'newlyDue', // paid nothing before
  'newlyNothing', // pays nothing any more, as the rule says so
  'noBasis', // the rule needs pay or a grade that is not recorded
  'nothing', // neither before nor now
])
export type RuleEffect = z.infer<typeof ruleEffectSchema>

const amountsSchema = z.object({ members: z.int(), before: fenSchema, after: fenSchema })

export const rulePreviewSchema = z.object({
  /** The rule that holds in the month now. */
  present: duesRuleSchema.nullable(),
  /** By class, with the sums of dues of the month; classes without members are left out. */
  classes: z.array(
    amountsSchema.extend({
      memberClass: memberClassSchema,
      effects: z.array(z.object({ effect: ruleEffectSchema, members: z.int() })),
    }),
  ),
  total: amountsSchema,
})
export type RulePreview = z.infer<typeof rulePreviewSchema>

/** A member's dues of the month by the rule that holds now and by the one being made. */
export const ruleExampleSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  memberClass: memberClassSchema,
  before: dueOfMonthSchema,
  after: dueOfMonthSchema,
  effect: ruleEffectSchema,
})
export type RuleExample = z.infer<typeof ruleExampleSchema>

/** Dues rules 会费标准. */
export const rules = {
  /** The newest first. */
  list: procedure.output(z.array(listedRuleSchema)),
  /**
   * Adds a rule as a batch. Rules without an end that began before it or in the same month end in the month before.
   * Errors: DUES_RULE_OVERLAPS.
   */
  add: procedure.input(duesRuleInputSchema).output(z.object({ batchId: batchIdSchema, rule: duesRuleSchema })),
  /** Sets the last month in which a rule holds. Errors: NOT_FOUND, DUES_RULE_ENDS_BEFORE_START, DUES_RULE_OVERLAPS. */
  end: procedure
    .input(z.object({ id: duesRuleIdSchema, validUntil: monthSchema }))
    .output(z.object({ batchId: batchIdSchema })),
  /** What the rule would come to for all members. */
  preview: procedure.input(ruleToPreviewSchema).output(rulePreviewSchema),
  /** A few members of each class, or those a search finds, with what each would pay and why. */
  examples: procedure
    .input(ruleToPreviewSchema.extend({ search: z.string().trim().max(60).default('') }))
    .output(z.array(ruleExampleSchema)),
  /** Members of a class, null for all, for whom the rule changes things in a way; by name. */
  affected: procedure
    .input(
      ruleToPreviewSchema.extend({
        ...pageSchema.shape,
        memberClass: memberClassSchema.nullable(),
        effect: ruleEffectSchema.nullable(),
      }),
    )
    .output(pageOf(ruleExampleSchema)),
}
