import { daySchema, type Day, type Month } from '../../model/date'
import type { DuesFormula } from '../../model/dues-rule'
import { addDays, addMonths, monthOf } from '../date'

/** Which months of a member handed over are whose. */
export interface HandOverMonths {
  /** The last month that the former branch charges. */
  readonly last: Month
  /** The month from which the new one does. */
  readonly first: Month
  /** Months after that which the former branch stated as paid; null for none. */
  readonly paid: { readonly from: Month; readonly until: Month } | null
}

/**
 * Of whom dues are charged up to when and from when, so that no month is charged twice or by nobody: the month of the
 * hand-over belongs to the former branch if it stated it as paid, else to the new one.
 */
export function handOverMonths(handedOverOn: Day, duesUntil: Month | null): HandOverMonths {
  const month = monthOf(handedOverOn)
  const last = duesUntil !== null && duesUntil >= month ? month : addMonths(month, -1)
  const first = addMonths(last, 1)
  return { last, first, paid: duesUntil !== null && duesUntil >= first ? { from: first, until: duesUntil } : null }
}

const firstDay = (month: Month): Day => daySchema.parse(`${month}-01`)

/** The day itself where it lies in the month, else the end of the month that is nearer to it. */
function dayIn(month: Month, day: Day): Day {
  if (monthOf(day) === month) return day
  return day < firstDay(month) ? firstDay(month) : addDays(firstDay(addMonths(month, 1)), -1)
}

/** The day on which a member left, so that by the rule of the former branch the last month charged is the right one. */
export function leavingDay(handedOverOn: Day, { last, first }: HandOverMonths, leaving: DuesFormula['leaving']): Day {
  return dayIn(leaving === 'sameMonth' ? last : first, handedOverOn)
}

/** The day on which a member came, so that by the rule of the new branch the first month charged is the right one. */
export function joiningDay(handedOverOn: Day, { last, first }: HandOverMonths, joining: DuesFormula['joining']): Day {
  return dayIn(joining === 'sameMonth' ? first : last, handedOverOn)
}
