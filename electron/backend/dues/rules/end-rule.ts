import type { BranchDatabase } from '../../../../db/branch-database'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import { failure } from '../../../../shared/contract/errors'
import type { Month } from '../../../../shared/model/date'
import type { BatchId, DuesRuleId } from '../../../../shared/model/id'
import { overlapping } from '../../../../shared/rules/dues/validity'

/** Ends a rule as a batch, see the contract. */
export function endRule(db: BranchDatabase, id: DuesRuleId, validUntil: Month): { batchId: BatchId } {
  const { all, end } = duesRuleQueries(db)
  const rules = all()
  const rule = rules.find((known) => known.id === id)
  if (rule === undefined) throw failure('NOT_FOUND')
  if (validUntil < rule.validFrom) throw failure('DUES_RULE_ENDS_BEFORE_START', { from: rule.validFrom })
  const others = rules.filter((known) => known.id !== id)
  const [other] = overlapping(others, { ...rule, validUntil }).filter(({ validFrom }) => validFrom > rule.validFrom)
  if (other !== undefined) throw failure('DUES_RULE_OVERLAPS', { from: other.validFrom })
  const { batchId } = db.writeBatch({ kind: 'rule', title: rule.validFrom }, () => {
    end.run({ id, validUntil })
    return { count: 1, result: null }
  })
  return { batchId }
}
