import type { BranchDatabase } from '../../../../db/branch-database'
import { arrearsQueries, type DebtorRow } from '../../../../db/queries/dues/arrears'
import type { Debtor, DebtorStanding } from '../../../../shared/contract/dues/arrears'
import type { ArrearsStep, ArrearsTerms } from '../../../../shared/model/arrears'
import type { Day, Month } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { MemberId, PayrollListId } from '../../../../shared/model/id'
import type { MembershipEvent } from '../../../../shared/model/membership'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { monthOf } from '../../../../shared/rules/date'
import type { Allocation } from '../../../../shared/rules/dues/allocation'
import { arrearsTermsOf, courseOf, type Course } from '../../../../shared/rules/dues/arrears-course'
import { isExempt, keptTimes, standingOf, type ExemptTime, type Standing } from '../../../../shared/rules/dues/standing'

/** What beside the ledgers says who is late. */
export interface Conditions {
  readonly terms: ArrearsTerms
  readonly exempt: ReadonlyMap<MemberId, readonly ExemptTime[]>
  readonly disputed: ReadonlyMap<MemberId, ReadonlySet<Month>>
  readonly heldLists: ReadonlySet<PayrollListId>
  readonly steps: ReadonlyMap<MemberId, readonly ArrearsStep[]>
  readonly today: Day
}

/** The conditions of everybody with a balance, or of one member. */
export function conditionsOn(db: BranchDatabase, today: Day, memberId: MemberId | null = null): Conditions {
  const { rules, exemptions, eventsOfKept, openDisputes, heldLists, steps } = arrearsQueries(db)
  const whose = { memberId }
  const exempt = new Map<MemberId, ExemptTime[]>()
  for (const { memberId: id, ...time } of exemptions.all(whose)) exempt.set(id, [...(exempt.get(id) ?? []), time])
  for (const [id, events] of byMember<Pick<MembershipEvent, 'memberId' | 'type' | 'date'>>(eventsOfKept.all(whose))) {
    exempt.set(id, [...(exempt.get(id) ?? []), ...keptTimes(events)])
  }
  const disputes = byMember<{ memberId: MemberId; month: Month }>(openDisputes.all(whose))
  return {
    terms: arrearsTermsOf(rules.all(), monthOf(today)),
    exempt,
    disputed: new Map([...disputes].map(([id, rows]) => [id, new Set(rows.map(({ month }) => month))])),
    heldLists: new Set(heldLists.all().map(({ id }) => id)),
    steps: byMember<ArrearsStep>(steps.all(whose)),
    today,
  }
}

/** A ledger replayed, with what of its lines the standing needs. */
export interface Replayed {
  readonly allocation: Allocation
  readonly lines: readonly Pick<DuesEntry, 'id' | 'kind' | 'month' | 'payrollListId'>[]
}

/** A member's standing and course, with what the lists show of them. */
export interface Reckoned {
  readonly debtor: Debtor
  readonly standing: Standing
  readonly course: Course
  readonly exempt: readonly ExemptTime[]
}

export function reckon(member: DebtorRow, { allocation, lines }: Replayed, conditions: Conditions): Reckoned {
  const { memberId, name, department, unionGroup } = member
  const { terms, heldLists, today } = conditions
  const exempt = conditions.exempt.get(memberId) ?? []
  const disputed = conditions.disputed.get(memberId) ?? new Set<Month>()
  const standing = standingOf({ allocation, lines, exempt, disputed, heldLists, today })
  const course = courseOf({ standing, exempt, steps: conditions.steps.get(memberId) ?? [], terms, today })
  const owes = debtorStanding(member, standing, isExempt(exempt, monthOf(today)))
  const last = course.taken.at(-1)
  return {
    debtor: {
      memberId,
      name,
      department,
      unionGroup,
      standing: owes,
      owed: standing.owed,
      notDue: standing.notDue,
      disputed: standing.disputed,
      exempt: standing.exempt,
      since: standing.since,
      until: standing.until,
      months: standing.owedMonths,
      row: course.row.length,
      band: course.band,
      due: owes === 'owes' ? course.due : null,
      last: last === undefined ? null : { kind: last.kind, on: last.on },
    },
    standing,
    course,
    exempt,
  }
}

function debtorStanding({ status }: DebtorRow, standing: Standing, isExemptNow: boolean): DebtorStanding {
  if (status !== 'active' && status !== 'kept') return 'left'
  if (isExemptNow || status === 'kept') return 'exempt'
  if (standing.owed > 0) return 'owes'
  if (standing.disputed > 0) return 'disputed'
  return standing.exempt > 0 ? 'exempt' : 'notDue'
}

/** What of a member's debt is listed under a standing; together they are all that is open. */
export function shareOf({ standing, ...debtor }: Debtor, listed: DebtorStanding): Fen {
  const { owed, notDue, disputed, exempt } = debtor
  if (standing === 'left') return fenSchema.parse(listed === 'left' ? owed + notDue + disputed + exempt : 0)
  switch (listed) {
    case 'owes':
      return standing === 'exempt' ? fenSchema.parse(0) : owed
    case 'exempt':
      return fenSchema.parse(exempt + (standing === 'exempt' ? owed : 0))
    case 'disputed':
      return disputed
    case 'notDue':
      return notDue
    case 'left':
      return fenSchema.parse(0)
  }
}

function byMember<Row extends { readonly memberId: MemberId }>(rows: readonly Row[]): Map<MemberId, Row[]> {
  const found = new Map<MemberId, Row[]>()
  for (const row of rows) {
    const known = found.get(row.memberId)
    if (known === undefined) found.set(row.memberId, [row])
    else known.push(row)
  }
  return found
}
