import { z } from 'zod'
import { daySchema } from '../../model/date'
import { fundSplitRuleInputSchema, fundSplitRuleSchema } from '../../model/fund'
import { batchIdSchema, fundSplitRuleIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

/** Dated rules of who gets how much of the 2 % of wages 经费分成. */
export const splits = {
  /** The latest first. */
  list: procedure.output(z.array(fundSplitRuleSchema)),
  /** Errors: SPLIT_INVALID. */
  add: procedure.input(fundSplitRuleInputSchema).output(fundSplitRuleSchema),
  /** What was booked as the retained share 拨缴经费收入 between two days, both included. */
  received: procedure.input(z.object({ from: daySchema, until: daySchema })).output(z.object({ amount: fenSchema })),
  /** Takes a rule away; undone as a batch. Errors: NOT_FOUND. */
  remove: procedure.input(z.object({ id: fundSplitRuleIdSchema })).output(z.object({ batchId: batchIdSchema })),
}
