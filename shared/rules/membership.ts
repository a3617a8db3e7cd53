import { membershipEventTypeSchema, type MembershipEventType, type MembershipStatus } from '../model/membership'
import { statusAfter } from './membership-status'

/**
 * What may happen in which standing (`none`: before the first event). Charter of the Chinese Trade Unions art. 6-8:
 * keeping pauses a membership, who left may come back with the old history kept; nothing follows a death.
 */
const ALLOWED: Readonly<Record<MembershipStatus | 'none', readonly MembershipEventType[]>> = {
  none: ['admission', 'transferIn', 'keeping'],
  active: ['keeping', 'transferOut', 'expulsion', 'withdrawal', 'death'],
  kept: ['restoration', 'transferOut', 'expulsion', 'withdrawal', 'death'],
  transferred: ['admission', 'transferIn', 'death'],
  expelled: ['admission', 'death'],
  withdrawn: ['admission', 'transferIn', 'death'],
  deceased: [],
}

/** The events that may be recorded in a standing, in the order of the national list; null before the first event. */
export function allowedEvents(status: MembershipStatus | null): readonly MembershipEventType[] {
  return membershipEventTypeSchema.options.filter((type) => isEventAllowed(status, type))
}

/** Whether an event may be recorded in a standing; null before the first event. */
export function isEventAllowed(status: MembershipStatus | null, type: MembershipEventType): boolean {
  return ALLOWED[status ?? 'none'].includes(type)
}

/**
 * The standing after events in the order in which they were recorded. The last one decides alone, because history
 * taken over from rosters has gaps; null without any event.
 */
export function statusOf(types: readonly MembershipEventType[]): MembershipStatus | null {
  const last = types.at(-1)
  return last === undefined ? null : statusAfter[last]
}
