import { monthSchema, type Day, type PartialDate } from '../../model/date'
import type { MembershipEventType, MembershipStatus } from '../../model/membership'
import type { StatisticsPeriod } from '../../model/statistics'
import { daysOfMonth } from '../funds/year'
import { statusAfter } from '../membership-status'

/** Before every day: an entry into the union of which nobody knows the day. */
export const EVER = ''

interface DatedEvent {
  readonly date: PartialDate | null
  readonly decidedOn: PartialDate | null
  /** The day it was recorded. */
  readonly recordedOn: Day
  /** Of the member. */
  readonly isFirst: boolean
}

function firstDayOf(date: PartialDate): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`
}

/**
 * The day from which statistics count a change of membership: the day it took effect, else the one of its decision; of
 * a month or year that is all that is known, the first day. Without any date the entry into the union counts since
 * ever, and what came later from the day it was recorded.
 */
export function countedFrom({ date, decidedOn, recordedOn, isFirst }: DatedEvent): string {
  const known = date ?? decidedOn
  if (known !== null) return firstDayOf(known)
  return isFirst ? EVER : recordedOn
}

/** The last day that such a change may have taken effect on. */
export function countedUntil({ date, decidedOn, recordedOn }: Omit<DatedEvent, 'isFirst'>): string {
  const known = date ?? decidedOn
  if (known === null) return recordedOn
  if (known.length === 10) return known
  return known.length === 7 ? daysOfMonth(monthSchema.parse(known)).until : `${known}-12-31`
}

/** Whether a change of membership whose day is not known precisely lies in the period on some of its days only. */
export function mayLieElsewhere(
  { day, lastDay }: { readonly day: string; readonly lastDay: string },
  { from, until }: StatisticsPeriod,
): boolean {
  return (day < from && lastDay >= from) || (day <= until && lastDay > until)
}

/** A change of membership with the day it counts from. */
export interface CountedEvent {
  readonly memberId: string
  readonly type: MembershipEventType
  readonly day: string
}

/** Everybody's standing at the end of a day; of changes of one day the one recorded last counts. */
export function standingsAt(events: Iterable<CountedEvent>, day: Day): ReadonlyMap<string, MembershipStatus> {
  const latest = new Map<string, CountedEvent>()
  for (const event of events) {
    if (event.day > day) continue
    const known = latest.get(event.memberId)
    if (known === undefined || event.day >= known.day) latest.set(event.memberId, event)
  }
  return new Map([...latest].map(([memberId, { type }]) => [memberId, statusAfter[type]]))
}

export function isPresent(status: MembershipStatus | undefined): boolean {
  return status === 'active' || status === 'kept'
}

/** What a change does to the number of members, those whose membership is kept included. */
export const movement: Readonly<Record<MembershipEventType, -1 | 0 | 1>> = {
  admission: 1,
  transferIn: 1,
  keeping: 0,
  restoration: 0,
  transferOut: -1,
  expulsion: -1,
  withdrawal: -1,
  death: -1,
}
