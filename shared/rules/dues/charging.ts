import type { Month, PartialDate } from '../../model/date'
import type { ChargeGroup, ChargeSpan, DueOfMonth, NotDueReason } from '../../model/dues-charge'
import type { DuesBasis, DuesExemption, DuesFormula, DuesRule } from '../../model/dues-rule'
import type { MembershipEventType, MembershipStatus } from '../../model/membership'
import { fenSchema, type Fen } from '../../model/money'
import { statusAfter } from '../membership-status'
import { duesOf } from './formula'

/** Months before a period in which a charge run looks for what was missed or has changed since. */
export const MONTHS_LOOKED_BACK = 24

/** Dues of a month above this, or above a tenth of the pay they follow from, are told before they are charged. */
const UNUSUAL_AMOUNT: Fen = fenSchema.parse(100_000)

/** A month as a charge run sees it. */
export interface MonthToCharge {
  readonly month: Month
  /** The month after it. */
  readonly next: Month
  readonly rule: DuesRule | null
  /** Before the period: only what was missed or has changed since concerns the run. */
  readonly isEarlier: boolean
}

type Basis = Pick<DuesBasis, 'validFrom' | 'memberClass' | 'grade' | 'pay'>

/** What a member's charges follow from. */
export interface ChargedMember {
  readonly wage: Fen | null
  /** In the order of recording; somebody without any is a member. */
  readonly events: readonly { readonly type: MembershipEventType; readonly date: PartialDate | null }[]
  /** The oldest first. */
  readonly bases: readonly Basis[]
  readonly exemptions: readonly Pick<DuesExemption, 'from' | 'until' | 'reason'>[]
  /** What stands charged by month, reversals taken off. */
  readonly charged: ReadonlyMap<Month, Fen>
}

/** What a charge run has to do with a month of a member. */
export interface PlannedMonth {
  readonly month: Month
  readonly group: ChargeGroup
  readonly charged: Fen | null
  /** The same object for months that come to the same for the same reason. */
  readonly due: DueOfMonth
}

/** What a charge run has to do for a member, month by month; months without a rule only where they are charged. */
export function planMonths(months: readonly MonthToCharge[], member: ChargedMember): PlannedMonth[] {
  const dueOf = duesByMonth(member)
  return months.flatMap((month) => {
    const charged = member.charged.get(month.month) ?? null
    const found = dueOf(month)
    const group = groupOf(month, charged, found)
    return group === null ? [] : [{ month: month.month, group, charged, due: found.due }]
  })
}

/** What a planned month adds to what the member owes. */
export function addedBy({ group, charged, due }: Pick<PlannedMonth, 'group' | 'charged' | 'due'>): number {
  const amount = due.kind === 'due' ? due.amount : 0
  switch (group) {
    case 'charge':
    case 'back':
      return amount
    case 'difference':
      return amount - (charged ?? 0)
    case 'charged':
    case 'exempt':
    case 'noBasis':
    case 'notMember':
      return 0
  }
}

/** Whether a month's dues are beyond what dues usually are, as when pay was typed in the wrong unit. */
export function isUnusual(due: DueOfMonth): boolean {
  if (due.kind !== 'due') return false
  const base = 'base' in due.by ? due.by.base : null
  return due.amount > UNUSUAL_AMOUNT || (base !== null && 10 * due.amount > base)
}

/** Months of one group put together where they follow each other and come to the same. */
export function spansOf(months: readonly PlannedMonth[], allMonths: readonly Month[]): ChargeSpan[] {
  const spans: (ChargeSpan & { readonly last: number })[] = []
  for (const { month, charged, due } of months) {
    const place = allMonths.indexOf(month)
    const before = spans.at(-1)
    if (before !== undefined && before.last + 1 === place && before.charged === charged && before.due === due) {
      spans[spans.length - 1] = { ...before, until: month, months: before.months + 1, last: place }
    } else {
      spans.push({ from: month, until: month, months: 1, charged, due, isUnusual: isUnusual(due), last: place })
    }
  }
  return spans.map(({ last: _, ...span }) => span)
}

interface FoundDue {
  readonly due: DueOfMonth
  /** Whether it follows from what is known of that month: a dated event, a dated basis, a decision. */
  readonly isDated: boolean
}

const noRule: FoundDue = { due: { kind: 'noRule' }, isDated: false }

function none(why: NotDueReason, reason: string | null = null): DueOfMonth {
  return { kind: 'none', why, missing: [], reason }
}

/** Answers months in rising order. */
function duesByMonth({ wage, events, bases, exemptions }: ChargedMember): (month: MonthToCharge) => FoundDue {
  const standingOf = standings(events)
  const found = new Map<unknown, Map<unknown, FoundDue>>()
  const once = (rule: DuesRule, of: unknown, find: () => FoundDue): FoundDue => {
    const known = found.get(rule) ?? new Map<unknown, FoundDue>()
    found.set(rule, known)
    const due = known.get(of) ?? find()
    known.set(of, due)
    return due
  }
  return (month) => {
    const { rule } = month
    if (rule === null) return noRule
    const standing = standingOf(rule.formula, month)
    if (standing.why !== null) {
      const { why, isDated } = standing
      return once(rule, `${why}${isDated}`, () => ({ due: none(why), isDated }))
    }
    const exemption = exemptions.find(
      ({ from, until }) => from <= month.month && (until === null || month.month <= until),
    )
    if (exemption !== undefined) {
      return once(rule, exemption, () => ({ due: none('exempted', exemption.reason), isDated: true }))
    }
    const basis = bases.findLast(({ validFrom }) => validFrom <= month.month) ?? null
    return once(rule, standing.isKept ? `kept${standing.isDated}` : basis, () => {
      const result = duesOf(rule.formula, {
        memberClass: standing.isKept ? 'kept' : (basis?.memberClass ?? 'regular'),
        grade: basis?.grade ?? null,
        pay: basis?.pay ?? {},
        wage,
      })
      const due: DueOfMonth = result.kind === 'due' ? { ...result, ruleId: rule.id } : { ...result, reason: null }
      return { due, isDated: standing.isKept ? standing.isDated : basis !== null || !followsFromPay(due) }
    })
  }
}

function followsFromPay(due: DueOfMonth): boolean {
  return due.kind === 'due' && (due.by.kind === 'rate' || due.by.kind === 'bands')
}

interface Standing {
  /** Why the month has no dues whatever the rule says; null for a member, kept or not. */
  readonly why: Extract<NotDueReason, 'notMember' | 'joining' | 'leaving'> | null
  readonly isKept: boolean
  readonly isDated: boolean
}

/**
 * The standing in a month. As for today's standing the event recorded last decides, of those that had taken effect;
 * events without a date always count. Keeping and restoration begin and end as leaving and joining do.
 */
function standings(events: ChargedMember['events']): (formula: DuesFormula, month: MonthToCharge) => Standing {
  if (events.length === 0) return () => ({ why: null, isKept: false, isDated: false })
  const before = (limit: string) => events.findLast(({ date }) => date === null || date < limit)
  const becameMember = (from: string, until: string) =>
    events.some(({ type, date }) => date !== null && date >= from && date < until && statusAfter[type] === 'active')
  return ({ joining, leaving }, { month, next }) => {
    const [first, last] = [before(month), before(next)]
    const [start, end] = [statusOf(first), statusOf(last)]
    const isDated = last === undefined || last.date !== null
    const isActive = (at: MembershipStatus | null) => at === 'active'
    const counts =
      joining === 'sameMonth'
        ? isActive(end) || (leaving === 'sameMonth' && (isActive(start) || becameMember(month, next)))
        : isActive(start) && (leaving === 'sameMonth' || isActive(end))
    if (counts) return { why: null, isKept: false, isDated }
    if (start === 'kept' || end === 'kept') return { why: null, isKept: true, isDated }
    return { why: isActive(end) ? 'joining' : isActive(start) ? 'leaving' : 'notMember', isKept: false, isDated }
  }
}

function statusOf(event: ChargedMember['events'][number] | undefined): MembershipStatus | null {
  return event === undefined ? null : statusAfter[event.type]
}

function groupOf({ isEarlier }: MonthToCharge, charged: Fen | null, { due, isDated }: FoundDue): ChargeGroup | null {
  if (charged !== null) return changed(charged, due, isEarlier, isDated) ? 'difference' : isEarlier ? null : 'charged'
  switch (due.kind) {
    case 'due':
      return isEarlier ? 'back' : 'charge'
    case 'noRule':
      return null
    case 'none':
      return isEarlier ? null : notDueGroup(due.why)
  }
}

/**
 * Whether a month would be charged otherwise today. What has no date tells nothing of the past: the wage of the record
 * counts within the period only, an event without a date not at all, and what is missing now was there then.
 */
function changed(charged: Fen, due: DueOfMonth, isEarlier: boolean, isDated: boolean): boolean {
  switch (due.kind) {
    case 'due':
      return due.amount !== charged && (isDated || !isEarlier)
    case 'noRule':
      return false
    case 'none':
      return notDueGroup(due.why) !== 'noBasis' && isDated
  }
}

function notDueGroup(why: NotDueReason): Extract<ChargeGroup, 'exempt' | 'noBasis' | 'notMember'> {
  switch (why) {
    case 'notMember':
    case 'joining':
    case 'leaving':
      return 'notMember'
    case 'kept':
    case 'exemptClass':
    case 'exempted':
      return 'exempt'
    case 'noPay':
    case 'noGrade':
    case 'nothing':
      return 'noBasis'
  }
}
