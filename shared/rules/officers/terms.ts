import { daySchema, type Day } from '../../model/date'
import type { Committee } from '../../model/committee'

/** How many months before the end of a term its election is announced, the earlier one first. */
export const REMINDER_MONTHS = [6, 3] as const

/**
 * The day so many months later, or earlier: that of the same number, or the last of its month where there is none
 * (民法典第二百零二条: 没有对应日的，月末日为期间的最后一日).
 */
export function sameDayAfter(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, Number(day.slice(8))]
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return daySchema.parse(new Date(Date.UTC(year, month, Math.min(date, lastDate))).toISOString().slice(0, 10))
}

/** The last day of a term 届期: the day itself is not counted, so a term ends on the same day years later. */
export function endOfTerm({ electedOn, years }: { readonly electedOn: Day; readonly years: number }): Day {
  return sameDayAfter(electedOn, 12 * years)
}

type Term = Pick<Committee, 'electedOn' | 'years' | 'postponedTo' | 'endedOn'>

/** By when the next election is due: the end of the term, or until when the unions above put it off. */
export function electionDueOn({ electedOn, years, postponedTo }: Term): Day | null {
  return electedOn === null ? null : (postponedTo ?? endOfTerm({ electedOn, years }))
}

/** How a committee stands on a day. */
export type CommitteeState =
  | 'preparing' // not elected yet
  | 'standing'
  | 'due6' // its election is due within six months
  | 'due3' // within three months
  | 'overdue' // its term is over and nobody was elected
  | 'ended'

export function committeeState(committee: Term, today: Day): CommitteeState {
  if (committee.endedOn !== null && committee.endedOn <= today) return 'ended'
  const due = electionDueOn(committee)
  if (due === null) return 'preparing'
  if (today > due) return 'overdue'
  const [early, late] = REMINDER_MONTHS
  if (today >= sameDayAfter(due, -late)) return 'due3'
  return today >= sameDayAfter(due, -early) ? 'due6' : 'standing'
}
