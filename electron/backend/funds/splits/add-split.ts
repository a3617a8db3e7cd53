import type { BranchDatabase } from '../../../../db/branch-database'
import { splitQueries } from '../../../../db/queries/funds/splits'
import { failure } from '../../../../shared/contract/errors'
import type { FundSplitRule, FundSplitRuleInput } from '../../../../shared/model/fund'
import { fundSplitRuleIdSchema, newId } from '../../../../shared/model/id'
import { splitProblems } from '../../../../shared/rules/funds/split'

/** Adds a rule, see the contract. Throws SPLIT_INVALID. */
export function addSplit(db: BranchDatabase, input: FundSplitRuleInput): FundSplitRule {
  if (splitProblems(input).size > 0) throw failure('SPLIT_INVALID')
  const rule = { ...input, id: newId(fundSplitRuleIdSchema) }
  db.write(() => splitQueries(db).insert(rule))
  return rule
}
