import type { ElectionStep } from '../../model/committee'
import type { Day } from '../../model/date'
import { ruleOn } from './rules'

/** 应到, 实到, 发出票, 收回票, 有效票: each no more than the one before it. */
const ORDER = ['expected', 'present', 'issued', 'returned', 'valid'] as const
export type Count = (typeof ORDER)[number]
export type Counts = Pick<ElectionStep, Count>

/** A count that is more than an earlier one, which cannot be. */
export interface CountProblem {
  readonly count: Count
  readonly exceeds: Count
}

/** Counts that contradict each other; those not known yet contradict nothing. */
export function countProblems(counts: Counts): readonly CountProblem[] {
  const problems: CountProblem[] = []
  let before: { readonly count: Count; readonly value: number } | null = null
  for (const count of ORDER) {
    const value = counts[count]
    if (value === null) continue
    if (before !== null && value > before.value) problems.push({ count, exceeds: before.count })
    if (before === null || value <= before.value) before = { count, value }
  }
  return problems
}

/** Whether enough came to elect; null while it is not known. */
export function hasQuorum({ expected, present }: Pick<Counts, 'expected' | 'present'>, day: Day): boolean | null {
  if (expected === null || present === null) return null
  const { number, of } = ruleOn('quorum', day)
  return present * of >= expected * number
}

/** How many votes it takes to be elected: more than half of those entitled; null while their number is not known. */
export function votesNeeded(expected: number | null, day: Day): number | null {
  if (expected === null) return null
  const { number, of } = ruleOn('majority', day)
  return Math.floor((expected * number) / of) + 1
}
