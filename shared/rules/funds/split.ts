import type { FundSplitRuleInput } from '../../model/fund'
import { fenSchema, type Fen } from '../../model/money'
import { roundHalfUp } from '../rounding'

/** The whole, in the ten-thousandths of `FundSplitRuleInput.shares`. */
export const WHOLE = 10_000

/** The least share of a basic union since 2004 (工财字〔2004〕42号); provinces set the exact one. */
export const OWN_SHARE_FLOOR = 4000

export type SplitProblem =
  | 'total' // the shares are not the whole together
  | 'level' // a level stands there twice
  | 'ownLevel' // none of the levels is this branch
  | 'validUntil' // ends before it begins

/** What is wrong with a rule before it is saved. */
export function splitProblems(rule: FundSplitRuleInput): ReadonlySet<SplitProblem> {
  const problems = new Set<SplitProblem>()
  const levels = rule.shares.map(({ level }) => level)
  if (rule.shares.reduce((sum, { share }) => sum + share, 0) !== WHOLE) problems.add('total')
  if (new Set(levels).size < levels.length) problems.add('level')
  if (!levels.includes(rule.ownLevel)) problems.add('ownLevel')
  if (rule.validUntil !== null && rule.validUntil < rule.validFrom) problems.add('validUntil')
  return problems
}

/** What the employer pays in: 2 % of the wages, to the fen, half up. */
export function contributionOf(wages: Fen): Fen {
  return fenSchema.parse(roundHalfUp(wages, 50))
}

/** Splits an amount by shares without losing a fen: what rounding down leaves goes to the largest remainders. */
export function splitByShares(amount: Fen, shares: FundSplitRuleInput['shares']): { level: string; amount: Fen }[] {
  const exact = shares.map(({ share }) => BigInt(amount) * BigInt(share))
  const parts = exact.map((product) => Number(product / BigInt(WHOLE)))
  const remainders = exact.map((product) => Number(product % BigInt(WHOLE)))
  const left = amount - parts.reduce((sum, part) => sum + part, 0)
  const first = remainders
    .map((_, index) => index)
    .sort((one, other) => (remainders[other] ?? 0) - (remainders[one] ?? 0))
  const raised = new Set(first.slice(0, left))
  return shares.map(({ level }, index) => ({
    level,
    amount: fenSchema.parse((parts[index] ?? 0) + (raised.has(index) ? 1 : 0)),
  }))
}

/** The rule in force on a day: the one that began last. */
export function splitRuleOn<Rule extends Pick<FundSplitRuleInput, 'validFrom' | 'validUntil'>>(
  rules: readonly Rule[],
  day: string,
): Rule | null {
  const holding = rules.filter(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day),
  )
  return holding.reduce<Rule | null>(
    (last, rule) => (last === null || rule.validFrom > last.validFrom ? rule : last),
    null,
  )
}
