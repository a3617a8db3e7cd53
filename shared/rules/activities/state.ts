import type { Activity, ActivityState, ActivityStep, ApprovalLevel } from '../../model/activity'
import type { Day } from '../../model/date'

/** A step as far as the state follows from it. */
export type KnownStep = Pick<ActivityStep, 'kind' | 'level'>

export interface Approval {
  readonly state: 'none' | 'submitted' | 'sentBack' | 'approved'
  /** The last one that has to agree; null while nothing is submitted. */
  readonly upTo: ApprovalLevel | null
  /** Whose turn it is; null unless it waits for somebody. */
  readonly waitsFor: ApprovalLevel | null
}

/** How a plan stands with those who decide on it, from its steps in their order. */
export function approvalOf(steps: readonly KnownStep[]): Approval {
  let approval: Approval = { state: 'none', upTo: null, waitsFor: null }
  for (const { kind, level } of steps) {
    switch (kind) {
      case 'submitted':
        approval = { state: 'submitted', upTo: level, waitsFor: 'chair' }
        break
      case 'approved':
        approval =
          level === 'chair' && approval.upTo === 'superior'
            ? { ...approval, state: 'submitted', waitsFor: 'superior' }
            : { ...approval, state: 'approved', waitsFor: null }
        break
      case 'sentBack':
        approval = { ...approval, state: 'sentBack', waitsFor: null }
        break
      case 'settled':
      case 'reopened':
        break
    }
  }
  return approval
}

export type StateFacts = Pick<Activity, 'startsOn' | 'endsOn' | 'signUpUntil' | 'settledOn' | 'cancelledOn'>

/** The last day of the sign-up: as planned, or the day on which it begins. */
export function signUpEndsOn({ signUpUntil, startsOn }: Pick<Activity, 'signUpUntil' | 'startsOn'>): Day {
  return signUpUntil ?? startsOn
}

/** How an activity stands on a day. Once its last day is past only its settlement is open, approved or not. */
export function activityState(facts: StateFacts, steps: readonly KnownStep[], today: Day): ActivityState {
  if (facts.cancelledOn !== null) return 'cancelled'
  if (facts.settledOn !== null) return 'settled'
  if (facts.endsOn < today) return 'over'
  const { state } = approvalOf(steps)
  if (state === 'none') return 'draft'
  if (state !== 'approved') return state
  return today <= signUpEndsOn(facts) ? 'open' : 'approved'
}

/** Whether a plan can be handed in: not while it waits for somebody, nor once it is agreed to or all is over. */
export function canSubmit(state: ActivityState): boolean {
  return state === 'draft' || state === 'sentBack'
}
