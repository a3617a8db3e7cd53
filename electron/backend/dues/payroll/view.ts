import type { BranchDatabase } from '../../../../db/branch-database'
import {
  payrollQueries,
  type PayrollMember,
  type StoredPayrollLine,
  type StoredPayrollList,
} from '../../../../db/queries/dues/payroll'
import { writtenTo } from '../../../../db/written'
import { failure } from '../../../../shared/contract/errors'
import type { PayrollPerson } from '../../../../shared/contract/dues/payroll'
import { payrollLineIdSchema, type MemberId, type PayrollListId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { basketOf, isAbsurd, monthsIn, type PayrollSum } from '../../../../shared/rules/dues/payroll'
import type { PersonMatch } from '../../../../shared/rules/dues/match-person'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { maskIdNumber } from '../../../../shared/rules/mask'
import { Turn } from '../../turn'
import { personMatcher } from '../person-matcher'
import { openMonths } from './open-months'

/** A list with everybody on it and everybody expected there. */
export interface ListView {
  readonly list: StoredPayrollList
  readonly people: readonly PayrollPerson[]
}

interface KeptView extends ListView {
  /** How much was written to the database until then: a view holds as long as nothing is. */
  readonly changes: number
}

const kept = new WeakMap<BranchDatabase, KeptView>()

/** Whether nothing was written since a view was made. */
export function holds(db: BranchDatabase, view: ListView): boolean {
  return kept.get(db) === view && kept.get(db)?.changes === writtenTo(db)
}

/**
 * A list as it stands now: its lines matched with the members, summed up by person and set against the ledger. Other work
 * goes on while it is made. Throws NOT_FOUND.
 */
export async function viewList(db: BranchDatabase, id: PayrollListId): Promise<ListView> {
  const changes = writtenTo(db)
  const known = kept.get(db)
  if (known?.list.id === id && known.changes === changes) return known
  const list = payrollQueries(db).list.get(id)
  if (list === undefined) throw failure('NOT_FOUND')
  const view = { list, people: await peopleOf(db, list), changes }
  kept.set(db, view)
  return view
}

async function peopleOf(db: BranchDatabase, list: StoredPayrollList): Promise<PayrollPerson[]> {
  const { booked, charged, disputed } = payrollQueries(db)
  const turn = new Turn()
  const posted = new Map(booked.all(list.id).map(({ memberId, amount }) => [memberId, amount]))
  const found = await matchLines(db, list, posted, turn)
  const groups = new Map<string, Found[]>()
  for (const line of found) {
    const key = line.memberId ?? line.line.id
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  // Who was paid for by this list stands there, also where the lines lead to nobody any more.
  const expected = new Set([...charged.all(list), ...posted.keys()])
  const ids = new Set<MemberId>([...found.flatMap(({ memberId }) => memberId ?? []), ...expected])
  const members = new Map(
    payrollQueries(db)
      .members.all(JSON.stringify([...ids]))
      .map((member) => [member.memberId, member]),
  )
  const inDispute = new Set(disputed.all(list))
  const people: PayrollPerson[] = []
  const personOf = (lines: readonly Found[], member: PayrollMember | null) =>
    buildPerson(list, lines, member, {
      months: member === null ? [] : openMonths(db, member.memberId, list, list.id),
      posted: (member === null ? undefined : posted.get(member.memberId)) ?? fenSchema.parse(0),
      isDisputed: member !== null && inDispute.has(member.memberId),
    })
  for (const lines of groups.values()) {
    const memberId = lines[0]?.memberId ?? null
    people.push(personOf(lines, memberId === null ? null : (members.get(memberId) ?? null)))
    await turn.pass()
  }
  for (const memberId of expected) {
    const member = members.get(memberId)
    if (member === undefined || groups.has(memberId)) continue
    const person = personOf([], member)
    if (person.open > 0 || person.posted !== 0) people.push(person)
    await turn.pass()
  }
  return people
}

interface Found {
  readonly line: StoredPayrollLine
  readonly memberId: MemberId | null
  readonly matchedBy: PayrollPerson['matchedBy']
  readonly doubt: PayrollPerson['doubt']
}

async function matchLines(
  db: BranchDatabase,
  list: StoredPayrollList,
  posted: ReadonlyMap<MemberId, Fen>,
  turn: Turn,
): Promise<Found[]> {
  const lines = list.lines === null ? linesOfLedger(list, posted) : payrollQueries(db).lines.all(list.id)
  const isSettled = ({ memberId, matchedBy }: StoredPayrollLine) =>
    memberId !== null && (matchedBy === 'chosen' || posted.has(memberId))
  const matcher = lines.every(isSettled) ? null : await personMatcher(db, turn)
  const found: Found[] = []
  for (const line of lines) {
    const doubt = line.amountText === null ? null : ('unreadable' as const)
    if (matcher === null || isSettled(line)) {
      found.push({ line, memberId: line.memberId, matchedBy: line.matchedBy ?? 'posted', doubt })
    } else {
      const match = matcher.match(line)
      found.push({ line, ...matched(match), ...(doubt === null ? {} : { doubt }) })
    }
    await turn.pass()
  }
  return found
}

function matched(match: PersonMatch): Pick<Found, 'memberId' | 'matchedBy' | 'doubt'> {
  switch (match.kind) {
    case 'matched':
      return { memberId: match.memberId, matchedBy: match.by, doubt: null }
    case 'ambiguous':
      return { memberId: null, matchedBy: null, doubt: match.doubt }
    case 'unknown':
      return { memberId: null, matchedBy: null, doubt: 'nobody' }
  }
}

/** Of a list that another PC read only its payments are known. */
function linesOfLedger(list: StoredPayrollList, posted: ReadonlyMap<MemberId, Fen>): StoredPayrollLine[] {
  return [...posted].map(([memberId, amount], index) => ({
    id: payrollLineIdSchema.parse(memberId),
    importId: list.id,
    sheet: '',
    row: index + 1,
    name: null,
    staffNumber: null,
    idNumber: null,
    department: null,
    amount,
    amountText: null,
    remark: null,
    memberId,
    matchedBy: null,
    decision: null,
  }))
}

interface Facts {
  readonly months: PayrollPerson['months']
  readonly posted: Fen
  readonly isDisputed: boolean
}

function buildPerson(
  list: StoredPayrollList,
  found: readonly Found[],
  member: PayrollMember | null,
  { months, posted, isDisputed }: Facts,
): PayrollPerson {
  const lines = found.map(({ line }) => line)
  const [first] = found
  const decisions = new Set(lines.map(({ decision }) => decision))
  const [decision = null] = decisions
  const basis = {
    isKnown: member !== null,
    lines: lines.length,
    isUnreadable: lines.some(({ amountText }) => amountText !== null),
    hasLeft: hasLeft(member?.status ?? null),
    open: sumOf(months),
    deducted: sumOf(lines),
  }
  return {
    key: member?.memberId ?? first?.line.id ?? '',
    memberId: member?.memberId ?? null,
    name: member?.name ?? first?.line.name ?? '',
    department: member === null ? (first?.line.department ?? null) : member.department,
    staffNumber: member === null ? (first?.line.staffNumber ?? null) : member.staffNumber,
    status: member?.status ?? null,
    basket: basketOf(basis),
    lines: lines.map((line) => ({
      id: line.id,
      sheet: line.sheet,
      row: line.row,
      name: line.name,
      staffNumber: line.staffNumber,
      idNumber: line.idNumber === null ? null : maskIdNumber(line.idNumber),
      department: line.department,
      amount: line.amount,
      amountText: line.amountText,
      remark: line.remark,
    })),
    matchedBy: first?.matchedBy ?? null,
    doubt: found.find(({ doubt }) => doubt !== null)?.doubt ?? null,
    open: basis.open,
    months,
    deducted: basis.deducted,
    posted,
    decision: decisions.size > 1 ? null : decision,
    isAbsurd: lines.some(({ amount }) => isAbsurd(amount, monthsIn(list))),
    balance: member?.balance ?? null,
    isDisputed,
  }
}

function hasLeft(status: PayrollPerson['status']): boolean {
  return status !== null && status !== 'active' && status !== 'kept'
}

/** A person of a list as the rules of posting look at one. */
export function sumOfPerson(person: PayrollPerson): PayrollSum {
  return {
    isKnown: person.memberId !== null,
    lines: person.lines.length,
    isUnreadable: person.lines.some(({ amountText }) => amountText !== null),
    hasLeft: hasLeft(person.status),
    open: person.open,
    deducted: person.deducted,
    posted: person.posted,
    owed: fenSchema.parse(Math.max(0, person.balance ?? 0)),
    decision: person.decision,
  }
}
