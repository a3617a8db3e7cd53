import { delegateRule, officerRules, type OfficerRule } from '../../codes/officers'
import type { Day } from '../../model/date'

/** The rule in force on a day. Throws where none is: every key has one from the first day on. */
export function ruleOn(key: OfficerRule['key'], day: Day): OfficerRule {
  const holding = officerRules.filter(
    (rule) => rule.key === key && rule.validFrom <= day && (rule.validUntil === null || rule.validUntil >= day),
  )
  // Before the oldest rule known the oldest one serves.
  const rule = holding.at(-1) ?? officerRules.find((candidate) => candidate.key === key)
  if (rule === undefined) throw new Error(`No rule ${key}`)
  return rule
}

/** How many delegates are usual for so many members; null where all of them meet. */
export function delegateBand(members: number): { readonly least: number; readonly most: number } | null {
  return delegateRule.bands.findLast((band) => band.members <= members) ?? null
}

/**
 * Shares delegates out among units by their members: at least one each while they last, the rest by the largest
 * remainder, the earlier unit first between equals. The shares add up to `total`; units without members get none.
 */
export function shareOut(total: number, members: readonly number[]): readonly number[] {
  const all = members.reduce((sum, count) => sum + count, 0)
  if (all === 0) return members.map(() => 0)
  const shares = members.map((count) => Math.max(count === 0 ? 0 : 1, Math.floor((total * count) / all)))
  const claim = (place: number) => ((members[place] ?? 0) * total) / all - (shares[place] ?? 0)
  let left = total - shares.reduce((sum, share) => sum + share, 0)
  while (left !== 0) {
    const step = left > 0 ? 1 : -1
    // One more to whom most is lacking; one less from whom most is too much.
    const places = shares
      .map((_, place) => place)
      .filter((place) => (members[place] ?? 0) > 0 && (step > 0 || (shares[place] ?? 0) > 0))
      .toSorted((one, other) => step * (claim(other) - claim(one) || one - other))
    const [place] = places
    if (place === undefined) break
    shares[place] = (shares[place] ?? 0) + step
    left -= step
  }
  return shares
}

/** The branch in numbers, as rules of its committees count it. */
export interface BranchNumbers {
  /** 在籍 members. */
  readonly members: number
  readonly women: number
  /** 职工人数 of the employer; null where it is not recorded. */
  readonly staff: number | null
}

/** What a rule says of a branch of these numbers. */
export interface StructureHint {
  readonly key: 'committeeMembers' | 'congress' | 'delegates' | 'womensCommittee' | 'fullTimeChair'
  /** The number it was reckoned from; null where it is not recorded. */
  readonly counted: number | null
  readonly threshold: number
  /** Whether the number reaches the threshold. */
  readonly isReached: boolean
  /** How many delegates; of the hint about delegates alone. */
  readonly band: { readonly least: number; readonly most: number } | null
  readonly source: string
  readonly isBackground: boolean
}

/** What the rules ask of the branch's committees on a day, reckoned from its own numbers. */
export function structureHints({ members, women, staff }: BranchNumbers, day: Day): readonly StructureHint[] {
  const of = (key: Exclude<StructureHint['key'], 'delegates'>, counted: number | null): StructureHint => {
    const { number, source, isBackground } = ruleOn(key, day)
    const isReached = counted !== null && counted >= number
    return { key, counted, threshold: number, isReached, band: null, source, isBackground }
  }
  const band = delegateBand(members)
  const { source, isBackground } = delegateRule
  return [
    of('committeeMembers', members),
    of('congress', members),
    ...(band === null
      ? []
      : [{ key: 'delegates' as const, counted: members, threshold: 0, isReached: true, band, source, isBackground }]),
    of('womensCommittee', women),
    of('fullTimeChair', staff),
  ]
}
