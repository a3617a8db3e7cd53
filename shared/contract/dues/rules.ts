import { z } from 'zod'
import { duesRuleInputSchema, duesRuleSchema } from '../../model/dues-rule'
import { batchIdSchema } from '../../model/id'
import { procedure } from '../errors'

/** Dues rules 会费标准. */
export const rules = {
  list: procedure.output(z.array(duesRuleSchema)),
  /**
   * Adds a rule as a batch. Rules without an end that began before it or in the same month end in the month before.
   * Errors: DUES_RULE_OVERLAPS.
   */
  add: procedure.input(duesRuleInputSchema).output(z.object({ batchId: batchIdSchema, rule: duesRuleSchema })),
}
