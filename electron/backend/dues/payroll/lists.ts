import { z } from 'zod'
import type { BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries, type StoredPayrollList } from '../../../../db/queries/dues/payroll'
import type {
  PayrollCandidate,
  PayrollOverview,
  PayrollPerson,
  PayrollShown,
  PayrollView,
  PayrollWarning,
} from '../../../../shared/contract/dues/payroll'
import { failure } from '../../../../shared/contract/errors'
import type { PayrollLineId, PayrollListId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { payrollBasketSchema, payrollSheetSchema, type PayrollBasket } from '../../../../shared/model/payroll'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import {
  amountToPost,
  bookingDifferences,
  deductionDifferences,
  isUndecided,
} from '../../../../shared/rules/dues/payroll'
import { idKey, normaliseIdNumber } from '../../../../shared/rules/id-number'
import { isMonthClosed } from '../../funds/closing/require-open-month'
import { Turn } from '../../turn'
import { personMatcher } from '../person-matcher'
import { openMonths } from './open-months'
import { monthsOfFile } from './read-list'
import { sumOfPerson, viewList, type ListView } from './view'

const sheetsSchema = z.array(payrollSheetSchema)
const fen = (amount: number) => fenSchema.parse(amount)

/** The name of a list: as it was posted, or of its file. */
export function titleOfList({ title, fileName }: Pick<StoredPayrollList, 'title' | 'fileName'>): string {
  return title ?? (fileName ?? '').replace(/\.[^.]{1,5}$/, '')
}

function overviewOf(list: StoredPayrollList): PayrollOverview {
  return {
    id: list.id,
    title: titleOfList(list),
    from: list.from,
    until: list.until,
    deductedOn: list.deductedOn,
    isPosted: list.booked !== 0,
    lines: list.lines,
    deducted: list.deducted,
    booked: list.booked,
    received: list.received,
    held: fen(list.booked - list.received),
  }
}

export function listPage(db: BranchDatabase, page: Page): { total: number; rows: PayrollOverview[]; held: Fen } {
  const { lists, listTotals } = payrollQueries(db)
  const totals = listTotals.get()
  return { total: totals?.total ?? 0, held: totals?.held ?? fen(0), rows: lists.all(page).map(overviewOf) }
}

/** A list with its numbers, see the contract. Throws NOT_FOUND. */
export async function getList(db: BranchDatabase, id: PayrollListId): Promise<PayrollView> {
  const view = await viewList(db, id)
  const { list, people } = view
  const sums = people.map(sumOfPerson)
  const baskets = Object.fromEntries(
    payrollBasketSchema.options.map((basket) => {
      const inside = people.filter((person) => person.basket === basket)
      const amounts = inside.map((person) => ({ amount: basket === 'missing' ? person.open : person.deducted }))
      return [basket, { people: inside.length, amount: sumOf(amounts) }]
    }),
  )
  const toPost = sums.map(amountToPost).filter((amount) => amount > 0)
  return {
    ...overviewOf(list),
    fileName: list.fileName,
    sheets: sheetsOf(list),
    postedAt: list.postedAt,
    figures: {
      expected: sumOf(people.map(({ open }) => ({ amount: open }))),
      deducted: list.deducted,
      received: list.received,
      booked: list.booked,
      held: fen(list.booked - list.received),
    },
    baskets: z.record(payrollBasketSchema, z.object({ people: z.int(), amount: fenSchema })).parse(baskets),
    differences: { deducted: deductionDifferences(sums), booked: bookingDifferences(sums) },
    toPost: { people: toPost.length, amount: fen(toPost.reduce((sum, amount) => sum + amount, 0)) },
    warnings: warningsOf(db, view, toPost.length),
    remittances: payrollQueries(db)
      .remittances.all(id)
      .map(({ isReversed, ...remittance }) => ({ ...remittance, isReversed: isReversed === 1 })),
  }
}

function sheetsOf({ sheets }: StoredPayrollList) {
  return sheets === null ? [] : sheetsSchema.parse(JSON.parse(sheets))
}

/** What to know before posting. */
export function warningsOf(db: BranchDatabase, { list, people }: ListView, toPost: number): PayrollWarning[] {
  const today = dayOf(new Date())
  const warnings: PayrollWarning[] = []
  const stated = list.fileName === null ? null : monthsOfFile(sheetsOf(list), list.fileName, today)
  if (stated !== null && (stated.from !== list.from || stated.until !== list.until)) {
    warnings.push({ kind: 'otherMonths', stated })
  }
  warnings.push(...overlaps(db, list, people))
  if (stated === null) warnings.push(...sameAmounts(db, list, people))
  if (people.every(({ open, posted }) => open === 0 && posted === 0)) warnings.push({ kind: 'nothingCharged' })
  if (list.stated !== null && list.stated !== list.deducted) {
    warnings.push({ kind: 'otherTotal', stated: list.stated, sum: list.deducted })
  }
  const absurd = people.filter(({ isAbsurd }) => isAbsurd).length
  if (absurd > 0) warnings.push({ kind: 'absurd', lines: absurd })
  const undecided = people.map(sumOfPerson).filter(isUndecided).length
  if (undecided > 0) warnings.push({ kind: 'undecided', people: undecided })
  if (list.deducted < 0) warnings.push({ kind: 'negativeTotal' })
  // Of what is posted whole nothing is to be posted, and nobody is told so.
  if (list.booked !== 0 && toPost === 0) return warnings
  if (list.deductedOn > today) warnings.push({ kind: 'future' })
  const month = monthOf(list.deductedOn)
  if (isMonthClosed(db, month)) warnings.push({ kind: 'closedMonth', month })
  if (toPost === 0) warnings.push({ kind: 'nothingToPost' })
  return warnings
}

/** Posted lists of the same months with people of this one. */
function overlaps(db: BranchDatabase, list: StoredPayrollList, people: ListView['people']): PayrollWarning[] {
  const { listsOfMonths, booked } = payrollQueries(db)
  const here = new Set(people.flatMap(({ memberId, lines }) => (lines.length === 0 ? [] : (memberId ?? []))))
  return listsOfMonths.all(list).flatMap(({ id, title }): PayrollWarning[] => {
    const both = booked.all(id).filter(({ memberId }) => here.has(memberId)).length
    return both === 0 ? [] : [{ kind: 'covered', id, title, people: both }]
  })
}

/** Another month's list with the very amounts of this one: perhaps the file of that month. */
function sameAmounts(db: BranchDatabase, list: StoredPayrollList, people: ListView['people']): PayrollWarning[] {
  const { listsOfSum, booked } = payrollQueries(db)
  const amounts = people.flatMap(({ memberId, lines, deducted }) =>
    memberId === null || lines.length === 0 ? [] : [[memberId, deducted] as const],
  )
  for (const { id, title, from, until } of listsOfSum.all(list)) {
    const there = new Map(booked.all(id).map(({ memberId, amount }) => [memberId, amount]))
    if (amounts.length > 0 && amounts.every(([memberId, amount]) => (there.get(memberId) ?? 0) === amount)) {
      return [{ kind: 'sameAmounts', id, title, from, until }]
    }
  }
  return []
}

/** Whether a person stands behind a number or in a basket. */
function isShown(person: PayrollPerson, show: PayrollShown): boolean {
  switch (show) {
    case 'expected':
      return person.open > 0
    case 'deducted':
      return person.lines.length > 0
    case 'booked':
      return person.posted !== 0
    case 'matched':
    case 'amountChanged':
    case 'missing':
    case 'unknown':
    case 'left':
      return person.basket === show
  }
}

export async function personsPage(
  db: BranchDatabase,
  { id, show, search, offset, limit }: Page & { id: PayrollListId; show: PayrollShown; search: string },
): Promise<{ total: number; rows: PayrollPerson[] }> {
  const { people } = await viewList(db, id)
  const shown = people.filter(
    (person) =>
      isShown(person, show) &&
      (search === '' ||
        [person.name, person.staffNumber, person.department, ...person.lines.map(({ name }) => name)].some(
          (text) => text?.includes(search) === true,
        )),
  )
  return { total: shown.length, rows: shown.slice(offset, offset + limit) }
}

/** People of a basket, all or by their keys. */
export async function peopleOfBasket(
  db: BranchDatabase,
  id: PayrollListId,
  basket: PayrollBasket,
  keys: readonly string[] | null,
): Promise<PayrollPerson[]> {
  const wanted = keys === null ? null : new Set(keys)
  const { people } = await viewList(db, id)
  return people.filter((person) => person.basket === basket && (wanted === null || wanted.has(person.key)))
}

/** Whom a line may be of, see the contract. Throws NOT_FOUND. */
export async function candidatesOf(db: BranchDatabase, lineId: PayrollLineId): Promise<PayrollCandidate[]> {
  const queries = payrollQueries(db)
  const line = queries.line.get(lineId)
  const list = line === undefined ? undefined : queries.list.get(line.importId)
  if (line === undefined || list === undefined) throw failure('NOT_FOUND')
  const matcher = await personMatcher(db, new Turn())
  const match = matcher.match(line)
  const ids = match.kind === 'ambiguous' ? match.memberIds : match.kind === 'matched' ? [match.memberId] : []
  const members = new Map(queries.members.all(JSON.stringify(ids)).map((member) => [member.memberId, member]))
  return ids.flatMap((id) => {
    const member = members.get(id)
    if (member === undefined) return []
    const { memberId, name, department, staffNumber, status, idNumber } = member
    const sameIdNumber =
      idNumber === null || line.idNumber === null
        ? null
        : idKey(normaliseIdNumber(idNumber)) === idKey(normaliseIdNumber(line.idNumber))
    const open = sumOf(openMonths(db, memberId, list, list.id))
    return [{ memberId, name, department, staffNumber, status, sameIdNumber, open }]
  })
}
