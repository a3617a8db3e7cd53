import type { Month } from '../../model/date'
import type { DuesRule } from '../../model/dues-rule'

type Span = Pick<DuesRule, 'validFrom' | 'validUntil'>

/** The rule that holds in a month: the one begun last; of two begun in the same month the one recorded later. */
export function ruleOfMonth(rules: readonly DuesRule[], month: Month): DuesRule | null {
  return rules.filter((rule) => holds(rule, month)).reduce<DuesRule | null>(laterRule, null)
}

/**
 * The rules that a new one takes over from: they have no end and did not begin after it. They end in the month before,
 * which for one begun in the same month means that it never held.
 */
export function succeeded(rules: readonly DuesRule[], rule: Span): DuesRule[] {
  return rules.filter((other) => other.validUntil === null && other.validFrom <= rule.validFrom)
}

/** The rules that hold in a month in which a new one is to hold too, but for those that it takes over from. */
export function overlapping(rules: readonly DuesRule[], rule: Span): DuesRule[] {
  const taken = succeeded(rules, rule)
  return rules.filter(
    (other) =>
      !taken.includes(other) &&
      (other.validUntil === null || other.validFrom <= other.validUntil) &&
      (other.validUntil === null || rule.validFrom <= other.validUntil) &&
      (rule.validUntil === null || other.validFrom <= rule.validUntil),
  )
}

function holds({ validFrom, validUntil }: Span, month: Month): boolean {
  return validFrom <= month && (validUntil === null || month <= validUntil)
}

function laterRule(known: DuesRule | null, rule: DuesRule): DuesRule {
  if (known === null || rule.validFrom > known.validFrom) return rule
  if (rule.validFrom < known.validFrom) return known
  // Ids are UUIDv7: their order is the order of recording.
  return rule.id > known.id ? rule : known
}
