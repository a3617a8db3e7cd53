import type { MemberId } from '../../model/id'
import type { Member } from '../../model/member'
import type { RosterConflict, RosterOutcome } from '../../model/roster'
import type { Match } from './match'
import { planUpdate, type RosterEntry } from './plan'

/** What writing a row would do. */
export interface RowOutcome {
  readonly outcome: RosterOutcome
  readonly conflict: RosterConflict | null
  readonly memberId: MemberId | null
}

/**
 * What writing a row would do, given whom it was matched with.
 * @param match null for a row with errors
 * @param member the one that the match leads to
 */
export function outcomeOf(row: RosterEntry, match: Match | null, member: Member | undefined): RowOutcome {
  if (match === null) return { outcome: 'error', conflict: null, memberId: null }
  const update = member === undefined ? null : planUpdate(row, member, member.status)
  if (match.conflict === 'namesake' && saysNothingNew(row, member)) {
    return { outcome: 'same', conflict: null, memberId: match.memberId }
  }
  if (match.conflict !== null) {
    return { ...match, outcome: match.conflict === 'namesake' ? 'possibleDuplicate' : 'conflict' }
  }
  if (member === undefined || update === null) return { ...match, outcome: 'new' }
  const { values, event, contradictsStatus } = update
  if (contradictsStatus) return { outcome: 'conflict', conflict: 'membership', memberId: member.id }
  return { ...match, outcome: Object.keys(values).length > 0 || event !== null ? 'changed' : 'same' }
}

/** A namesake with more than the name in common, and nothing that differs: the same roster imported again. */
function saysNothingNew({ fields, derived }: RosterEntry, member: Member | undefined): boolean {
  if (member === undefined) return false
  const { values, event, contradictsStatus } = planUpdate({ fields, derived }, member, member.status)
  if (event !== null || contradictsStatus) return false
  return Object.keys(values).length === 0 && Object.keys(fields).length > 1
}
