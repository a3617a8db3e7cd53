import type { Day, PartialDate } from '../../model/date'
import type { MembershipEventType, MembershipStatus } from '../../model/membership'
import type { Post } from '../../model/post'
import { statusAfter } from '../membership-status'

/** Days, written so that their order is the order of the texts. */
interface Span {
  readonly first: string
  readonly last: string
}

/** Before every day. */
const EVER = ''

/** The days that a date as precise as it is known may mean. */
function spanOf(date: PartialDate): Span {
  if (date.length === 10) return { first: date, last: date }
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` }
  const days = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0)).getUTCDate()
  return { first: `${date}-01`, last: `${date}-${days}` }
}

export interface DatedEvent {
  readonly type: MembershipEventType
  /** When it took effect; null when no document says so. */
  readonly date: PartialDate | null
  /** The day it was recorded; without a date it took effect then at the latest. */
  readonly recordedOn: Day
}

/**
 * The standings that a member may have had at the end of a day by the dates on which the events took effect; several
 * where the dates are too coarse to tell, null among them before the first event. Of the events in effect the one
 * recorded last counts, unless it took effect certainly before another one.
 * @param events in the order of recording
 */
export function standingsOn(events: readonly DatedEvent[], day: Day): readonly (MembershipStatus | null)[] {
  const [only, ...others] = events
  // Most have but one event, of a day that is known.
  if (only?.date?.length === 10 && others.length === 0) {
    return [datedSpan(only).first <= day ? statusAfter[only.type] : null]
  }
  const begun = events.map(datedSpan).filter(({ first }) => first <= day)
  const doubtful = begun.filter(({ last }) => last > day)
  if (doubtful.length === 0) return [standingAfter(begun)]
  // Those whose day is doubtful took effect one after another: each beginning of their row is a possibility.
  const possibilities = Array.from({ length: doubtful.length + 1 }, (_, count) => {
    const notYet = new Set(doubtful.slice(count))
    return standingAfter(begun.filter((event) => !notYet.has(event)))
  })
  return [...new Set(possibilities)]
}

function datedSpan({ type, date, recordedOn }: DatedEvent): Span & { readonly type: MembershipEventType } {
  return { type, ...(date === null ? { first: EVER, last: recordedOn } : spanOf(date)) }
}

function standingAfter(events: readonly (Span & { readonly type: MembershipEventType })[]): MembershipStatus | null {
  const [start, ...rest] = events
  if (start === undefined) return null
  const counting = rest.reduce((latest, event) => (event.last < latest.first ? latest : event), start)
  return statusAfter[counting.type]
}

/** Whether a post was held on a day; `unsure` where its dates are too coarse or its beginning is not known. */
export function wasHeldOn(
  { heldFrom, heldTo }: Pick<Post, 'heldFrom' | 'heldTo'>,
  day: Day,
  today: Day,
): 'yes' | 'no' | 'unsure' {
  // Who holds it now began today at the latest.
  const from = heldFrom === null ? { first: EVER, last: today } : spanOf(heldFrom)
  const to = heldTo === null ? null : spanOf(heldTo)
  if (day < from.first || (to !== null && day > to.last)) return 'no'
  return day >= from.last && (to === null || day <= to.first) ? 'yes' : 'unsure'
}
