import { z } from 'zod'
import { duesRuleInputSchema, duesRuleSchema } from '../../model/dues'
import { procedure } from '../errors'

/** Dues rules 会费标准. */
export const rules = {
  list: procedure.output(z.array(duesRuleSchema)),
  /** Of two rules that begin in the same month the one recorded later counts. */
  add: procedure.input(duesRuleInputSchema).output(duesRuleSchema),
}
