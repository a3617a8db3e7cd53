import type { Month } from '../../model/date'
import type { DuesFormula, DuesRule } from '../../model/dues'
import { fenSchema, type Fen } from '../../model/money'
import { roundHalfUp } from '../rounding'

/**
 * A month's dues: `round(rate × truncate(wage, baseStep), roundingUnit)` half up, or the flat amount.
 * Null when a rate finds no wage that dues follow from: none recorded, or one that rounds to nothing.
 * Source: 全总《关于收交工会会费的通知》 (1978): 0.5 % of base pay, its tail below 10 yuan not counted.
 */
export function dueAmount(formula: DuesFormula, wage: Fen | null): Fen | null {
  if (formula.kind === 'flat') return formula.amount
  if (wage === null || wage < leastWage(formula)) return null
  const base = wage - (wage % formula.baseStep)
  return fenSchema.parse(roundHalfUp(formula.rate * base, 10_000 * formula.roundingUnit) * formula.roundingUnit)
}

/** The smallest wage from which a rate makes any dues at all, in fen. */
export function leastWage(formula: Extract<DuesFormula, { kind: 'rate' }>): Fen {
  const base = Math.ceil((10_000 * formula.roundingUnit) / (2 * formula.rate))
  return fenSchema.parse(Math.ceil(base / formula.baseStep) * formula.baseStep)
}

/** The rule that holds in a month: the one begun last; of two begun in the same month the one recorded later. */
export function ruleOfMonth(rules: readonly DuesRule[], month: Month): DuesRule | null {
  return rules.filter((rule) => rule.validFrom <= month).reduce<DuesRule | null>(laterRule, null)
}

function laterRule(known: DuesRule | null, rule: DuesRule): DuesRule {
  if (known === null || rule.validFrom > known.validFrom) return rule
  if (rule.validFrom < known.validFrom) return known
  // Ids are UUIDv7: their order is the order of recording.
  return rule.id > known.id ? rule : known
}
