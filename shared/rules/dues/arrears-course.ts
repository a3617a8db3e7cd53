import type { Day, Month } from '../../model/date'
import type { ArrearsBand, ArrearsDue, ArrearsRule, ArrearsStep, ArrearsTerms } from '../../model/arrears'
import { monthOf } from '../date'
import type { ExemptTime, Standing } from './standing'

/** Months of the charter (中国工会章程 art. 6), which also asks for no part in organisational life and for a talk. */
export const CHARTER_MONTHS = 6

/** What holds for a branch that decided nothing of its own. A payment of a part ends that no dues are paid. */
export const charterTerms: ArrearsTerms = {
  reminderMonths: 3,
  noticeMonths: 5,
  listMonths: CHARTER_MONTHS,
  partialPayment: 'restarts',
}

/** The rule that holds in a month: the one begun last; of two begun in the same month the one recorded later. */
export function arrearsTermsOf(rules: readonly ArrearsRule[], month: Month): ArrearsTerms {
  const inForce = rules
    .filter(({ validFrom }) => validFrom <= month)
    // Ids are UUIDv7: their order is the order of recording.
    .toSorted((left, right) => (left.validFrom + left.id < right.validFrom + right.id ? -1 : 1))
  return inForce.at(-1) ?? charterTerms
}

/** Whether a branch acts sooner than the charter says; its condition is then shown beside. */
export function isStricterThanCharter({ listMonths, partialPayment }: ArrearsTerms): boolean {
  return listMonths < CHARTER_MONTHS || partialPayment === 'continues'
}

/** The band of so many months in a row. */
export function bandOf(months: number, terms: ArrearsTerms): ArrearsBand {
  if (months === 0) return 'fresh'
  if (months >= terms.listMonths) return 'committeeList'
  if (months >= terms.noticeMonths) return 'notice'
  return months >= terms.reminderMonths ? 'reminder' : 'short'
}

/**
 * The longest row of consecutive charged months without payment, the later of two alike; empty without any. A month
 * counts once it is over. Exempt, disputed and waived months neither count nor break the row; a paid month ends it. Where
 * a payment of a part starts the count anew, the months before that of the last payment do not count.
 */
export function unpaidRow(
  { months, lastPaidOn }: Pick<Standing, 'months' | 'lastPaidOn'>,
  terms: ArrearsTerms,
  today: Day,
): Month[] {
  const thisMonth = monthOf(today)
  const first = terms.partialPayment === 'restarts' && lastPaidOn !== null ? monthOf(lastPaidOn) : null
  let [longest, row]: [Month[], Month[]] = [[], []]
  for (const { month, state, paid } of months) {
    if (month >= thisMonth) break
    if (state === 'owed' && (first === null || month >= first)) {
      row = [...row, month]
      if (row.length >= longest.length) longest = row
    } else if (state === 'owed' || paid > 0) row = []
  }
  return longest
}

export interface CourseFacts {
  readonly standing: Pick<Standing, 'months' | 'lastPaidOn'>
  readonly exempt: readonly ExemptTime[]
  /** Every step taken with the member, in any order. */
  readonly steps: readonly ArrearsStep[]
  readonly terms: ArrearsTerms
  readonly today: Day
}

export interface Course {
  /** Consecutive months without payment. */
  readonly row: readonly Month[]
  /** Those since the last decision, which the steps follow from. */
  readonly counted: number
  readonly band: ArrearsBand
  /** The steps of the course that is going on, oldest first. */
  readonly taken: readonly ArrearsStep[]
  /** What is to be done now; nothing here is ever done by itself. */
  readonly due: ArrearsDue | null
}

/**
 * Where a member stands in the course of the charter: a reminder, a notice with a talk, a list for the committee, its
 * decision. A decision to go on lets the course begin anew with the months after it.
 */
export function courseOf({ standing, exempt, steps, terms, today }: CourseFacts): Course {
  const row = unpaidRow(standing, terms, today)
  const [first] = row
  // A step of an earlier row was about months that are paid by now.
  const known = inOrder(steps).filter(({ on }) => first !== undefined && first < monthOf(on))
  const decision = known.findLast(({ kind }) => kind === 'decision') ?? null
  const open = decision !== null && isOpen(decision, exempt)
  const counted = decision === null ? row : row.filter((month) => month > monthOf(decision.on))
  const taken = decision === null || open ? known : known.slice(known.indexOf(decision) + 1)
  return {
    row,
    counted: counted.length,
    band: bandOf(row.length, terms),
    taken,
    due: open ? afterDecision(decision) : dueStep(counted.length, taken, terms),
  }
}

function dueStep(months: number, taken: readonly ArrearsStep[], terms: ArrearsTerms): ArrearsDue | null {
  const has = (kind: ArrearsStep['kind']) => taken.some((step) => step.kind === kind)
  if (months >= terms.noticeMonths) {
    if (!has('notice')) return 'notice'
    if (!has('talk')) return 'talk'
    if (months < terms.listMonths) return null
    return has('committeeList') ? 'decision' : 'committeeList'
  }
  return months >= terms.reminderMonths && !has('reminder') && !has('notice') ? 'reminder' : null
}

/** Whether what was decided is still to be carried out by a person. */
function isOpen({ decision, on }: ArrearsStep, exempt: readonly ExemptTime[]): boolean {
  switch (decision) {
    case 'leave':
      return true
    case 'exempt':
      return !exempt.some(({ until }) => until === null || until >= monthOf(on))
    case 'goOn':
    case 'settle':
    case null:
      return false
  }
}

function afterDecision({ decision }: ArrearsStep): ArrearsDue {
  return decision === 'leave' ? 'withdrawal' : 'exemption'
}

function inOrder(steps: readonly ArrearsStep[]): ArrearsStep[] {
  const key = ({ on, recordedAt, id }: ArrearsStep) => on + recordedAt + id
  return steps.toSorted((left, right) => (key(left) < key(right) ? -1 : 1))
}
