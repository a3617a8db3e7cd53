import type { Month } from '../model/date'
import type { DuesFormula, DuesRule } from '../model/dues'
import { fenSchema, type Fen } from '../model/money'

/** Months of unpaid dues after which the charter (art. 6) asks the branch to act. */
export const LONG_ARREARS_MONTHS = 6

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

/** `numerator / denominator` rounded half up; both whole, the denominator positive. */
export function roundHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
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

/** The amounts of lines together. */
export function sumOf(lines: readonly { readonly amount: Fen }[]): Fen {
  return fenSchema.parse(lines.reduce((sum, { amount }) => sum + amount, 0))
}

/** The amount of a line that takes another back. */
export function opposite(amount: Fen): Fen {
  return fenSchema.parse(0 - amount)
}

export interface Arrears {
  /** What is owed, zero for who has paid all. */
  readonly owed: Fen
  /** Oldest charged month that payments do not cover yet. */
  readonly since: Month | null
  /** How many charged months payments do not cover yet. */
  readonly months: number
}

/**
 * Sets payments off against the oldest charges first.
 * @param charges what was charged for each month, reversals taken off, in any order
 * @param paid all that was paid, reversals taken off
 */
export function arrearsOf(charges: readonly { readonly month: Month; readonly amount: Fen }[], paid: Fen): Arrears {
  let credit: number = paid
  let owed = 0
  const uncovered: Month[] = []
  for (const { month, amount } of charges.toSorted((left, right) => (left.month < right.month ? -1 : 1))) {
    const open = Math.max(0, amount - Math.max(0, credit))
    credit -= amount
    if (open === 0) continue
    owed += open
    uncovered.push(month)
  }
  return { owed: fenSchema.parse(owed), since: uncovered[0] ?? null, months: uncovered.length }
}
