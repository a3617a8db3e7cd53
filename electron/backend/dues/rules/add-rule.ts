import type { BranchDatabase } from '../../../../db/branch-database'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import { failure } from '../../../../shared/contract/errors'
import type { DuesRule, DuesRuleInput } from '../../../../shared/model/dues-rule'
import { duesRuleIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { addMonths } from '../../../../shared/rules/date'
import { overlapping, succeeded } from '../../../../shared/rules/dues/validity'

/** Adds a rule and ends those it takes over from, see the contract. */
export function addRule(db: BranchDatabase, input: DuesRuleInput): { batchId: BatchId; rule: DuesRule } {
  const { all, insert, end } = duesRuleQueries(db)
  const rules = all()
  const [other] = overlapping(rules, input)
  if (other !== undefined) throw failure('DUES_RULE_OVERLAPS', { from: other.validFrom })
  const rule = { ...input, id: newId(duesRuleIdSchema) }
  const ended = succeeded(rules, input)
  const { batchId } = db.writeBatch({ kind: 'rule', title: input.validFrom }, () => {
    for (const { id } of ended) end.run({ id, validUntil: addMonths(input.validFrom, -1) })
    insert(rule)
    return { count: 1 + ended.length, result: null }
  })
  return { batchId, rule }
}
