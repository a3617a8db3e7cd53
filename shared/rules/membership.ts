import type { Day } from '../model/date'
import {
  membershipEventTypeSchema,
  type MembershipEventInput,
  type MembershipEventType,
  type MembershipStatus,
} from '../model/membership'
import { compareDates } from './date'
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

/** What is doubtful in an event, though it may be recorded. */
export type EventDoubt = 'inFuture' | 'decidedInFuture' | 'beforeLast' // took effect before the event recorded last

/**
 * What to look at again before an event is recorded.
 * @param last the event recorded last; null before the first
 * @param today the day by this PC's calendar
 */
export function eventDoubts(
  { date, decidedOn }: Pick<MembershipEventInput, 'date' | 'decidedOn'>,
  last: Pick<MembershipEventInput, 'date'> | null,
  today: Day,
): readonly EventDoubt[] {
  const doubts: EventDoubt[] = []
  if (date !== null && compareDates(date, today) === 'after') doubts.push('inFuture')
  if (decidedOn !== null && compareDates(decidedOn, today) === 'after') doubts.push('decidedInFuture')
  const lastDate = last?.date ?? null
  if (date !== null && lastDate !== null && compareDates(date, lastDate) === 'before') doubts.push('beforeLast')
  return doubts
}
