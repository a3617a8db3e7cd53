import { monthSchema, type Day, type Month, type PartialDate } from '../../model/date'
import type { DuesEntry } from '../../model/dues'
import type { DuesEntryId, PayrollListId } from '../../model/id'
import type { MembershipEvent } from '../../model/membership'
import { fenSchema, type Fen } from '../../model/money'
import { addMonths, monthOf } from '../date'
import { statusAfter } from '../membership-status'
import type { Allocation } from './allocation'

/** Months without a member's fault; `until` null without an end yet, `reason` null while membership is kept 保留会籍. */
export interface ExemptTime {
  readonly from: Month
  readonly until: Month | null
  readonly reason: string | null
}

/** What a member's standing follows from. */
export interface StandingFacts {
  readonly allocation: Allocation
  readonly lines: readonly Pick<DuesEntry, 'id' | 'kind' | 'month' | 'payrollListId'>[]
  readonly exempt: readonly ExemptTime[]
  /** Months about which member and employer say different things. */
  readonly disputed: ReadonlySet<Month>
  /** Deduction lists that the employer has not wholly paid over. */
  readonly heldLists: ReadonlySet<PayrollListId>
  readonly today: Day
}

/** A charged month as the branch may hold it against the member, or not. */
export interface MonthStanding {
  readonly month: Month
  readonly charged: Fen
  readonly waived: Fen
  readonly paid: Fen
  /** What of `paid` the employer deducted and has not paid over yet. */
  readonly held: Fen
  readonly open: Fen
  /** Who is to pay what is open: nobody yet of months to come or in dispute, nobody where the month is exempt. */
  readonly state: 'settled' | 'owed' | 'notDue' | 'disputed' | 'exempt'
  /** Charges, waivers and payments of the month. */
  readonly entryIds: readonly DuesEntryId[]
}

export interface Standing {
  /** In their order. */
  readonly months: readonly MonthStanding[]
  /** Open and to be paid by the member now. */
  readonly owed: Fen
  readonly notDue: Fen
  readonly disputed: Fen
  /** Open in months that are exempt: charged before that was known, and to be taken back. */
  readonly exempt: Fen
  readonly held: Fen
  readonly credit: Fen
  /** The first and last month owed, and how many they are. */
  readonly since: Month | null
  readonly until: Month | null
  readonly owedMonths: number
  /** The last charged month of which, with all before it, the member owes nothing. */
  readonly paidThrough: Month | null
  /** The day of the last payment that still stands. */
  readonly lastPaidOn: Day | null
}

/** Sorts what is open by who is to pay it. */
export function standingOf({ allocation, lines, exempt, disputed, heldLists, today }: StandingFacts): Standing {
  const held = new Set(
    lines.filter(({ payrollListId }) => payrollListId !== null && heldLists.has(payrollListId)).map(({ id }) => id),
  )
  const ofMonth = new Map<Month, DuesEntryId[]>()
  for (const { id, kind, month } of lines) {
    if (month === null || kind === 'reversal') continue
    const known = ofMonth.get(month)
    if (known === undefined) ofMonth.set(month, [id])
    else known.push(id)
  }
  const thisMonth = monthOf(today)
  function stateOf(month: Month): MonthStanding['state'] {
    if (isExempt(exempt, month)) return 'exempt'
    if (disputed.has(month)) return 'disputed'
    return month > thisMonth ? 'notDue' : 'owed'
  }
  const months = allocation.months.map(({ month, charged, waived, paid, open, parts }): MonthStanding => ({
    month,
    charged,
    waived,
    paid,
    open,
    held: sum(parts.filter(({ entryId }) => held.has(entryId)).map(({ amount }) => amount)),
    state: open === 0 ? 'settled' : stateOf(month),
    entryIds: [...(ofMonth.get(month) ?? []), ...parts.map(({ entryId }) => entryId)],
  }))
  const owed = months.filter(({ state }) => state === 'owed')
  const openIn = (state: MonthStanding['state']) =>
    sum(months.filter((month) => month.state === state).map(({ open }) => open))
  const since = owed[0]?.month ?? null
  return {
    months,
    owed: openIn('owed'),
    notDue: openIn('notDue'),
    disputed: openIn('disputed'),
    exempt: openIn('exempt'),
    held: sum(months.map((month) => month.held)),
    credit: allocation.credit,
    since,
    until: owed.at(-1)?.month ?? null,
    owedMonths: owed.length,
    paidThrough: months.findLast(({ month }) => since === null || month < since)?.month ?? null,
    lastPaidOn: allocation.payments.reduce<Day | null>(
      (last, { paidOn }) => (paidOn !== null && (last === null || paidOn > last) ? paidOn : last),
      null,
    ),
  }
}

export function isExempt(exempt: readonly ExemptTime[], month: Month): boolean {
  return exempt.some(({ from, until }) => from <= month && (until === null || month <= until))
}

/**
 * The months in which membership was kept 保留会籍, by the standing at the end of each month as charging has it.
 * @param events in the order of recording; one without a date always counted
 */
export function keptTimes(events: readonly Pick<MembershipEvent, 'type' | 'date'>[]): ExemptTime[] {
  if (!events.some(({ type }) => type === 'keeping')) return []
  const changes = events.map(({ type, date }) => ({ type, from: date === null ? EVER : firstMonth(date) }))
  const points = [...new Set(changes.map(({ from }) => from))].sort()
  return points.flatMap((from, place) => {
    const last = changes.findLast((change) => change.from <= from)
    if (last === undefined || statusAfter[last.type] !== 'kept') return []
    const next = points[place + 1]
    return [{ from, until: next === undefined ? null : addMonths(next, -1), reason: null }]
  })
}

/** Before every month of a ledger. */
const EVER = monthSchema.parse('1900-01')

function firstMonth(date: PartialDate): Month {
  return monthSchema.parse(date.length === 4 ? `${date}-01` : date.slice(0, 7))
}

function sum(amounts: readonly Fen[]): Fen {
  return fenSchema.parse(amounts.reduce((total, amount) => total + amount, 0))
}
