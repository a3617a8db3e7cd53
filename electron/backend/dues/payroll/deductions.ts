import { perDatabase, type BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries } from '../../../../db/queries/dues/payroll'
import { writtenTo } from '../../../../db/written'
import type { Deduction } from '../../../../shared/contract/dues/payroll'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { PayrollListId } from '../../../../shared/model/id'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { payrollWords } from '../../../../shared/rules/dues/payroll-words'
import { monthsText, spanText, type MonthSpan } from '../../../../shared/rules/dues/stated-months'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerSheet } from '../../ledger-sheet'
import type { Progress } from '../../roster/progress'
import { Turn } from '../../turn'
import { saveLedger } from '../save-ledger'
import { openMonths } from './open-months'
import { titleOfList } from './lists'
import { viewList } from './view'

type Saved = { readonly fileName: string; readonly rows: number } | null

interface Kept extends MonthSpan {
  readonly at: number
  readonly deductions: Promise<readonly Deduction[]>
}

const keptDeductions = perDatabase((db) => {
  let last: Kept | null = null
  return ({ from, until }: MonthSpan): Promise<readonly Deduction[]> => {
    // What a batch is still writing may be taken back.
    if (db.sqlite.inTransaction) return reckonDeductions(db, { from, until })
    const at = writtenTo(db)
    if (last?.at === at && last.from === from && last.until === until) return last.deductions
    const kept = { at, from, until, deductions: reckonDeductions(db, { from, until }) }
    kept.deductions.catch(() => {
      if (last === kept) last = null
    })
    last = kept
    return kept.deductions
  }
})

/** What to deduct for months, see the contract; kept until something is written, as it is read page by page. */
export function deductionsOf(db: BranchDatabase, span: MonthSpan): Promise<readonly Deduction[]> {
  return keptDeductions(db)(span)
}

/** A month in dispute is nobody's to deduct until it is settled. */
async function reckonDeductions(db: BranchDatabase, span: MonthSpan): Promise<Deduction[]> {
  const { charged, members, openDisputes } = payrollQueries(db)
  const turn = new Turn()
  const found: Deduction[] = []
  for (const member of members.all(JSON.stringify(charged.all(span)))) {
    await turn.pass()
    if (member.status !== 'active' && member.status !== 'kept') continue
    const disputed = new Set<string>(openDisputes.all(member.memberId))
    const months = openMonths(db, member.memberId, span, null).filter(({ month }) => !disputed.has(month))
    if (months.length === 0) continue
    const { memberId, name, department, staffNumber } = member
    found.push({ memberId, name, department, staffNumber, months, amount: sumOf(months) })
  }
  const order = (one: string | null, other: string | null) =>
    one === other ? 0 : one === null ? 1 : other === null ? -1 : one.localeCompare(other, 'zh-CN', { numeric: true })
  return found.sort(
    (one, other) =>
      order(one.department, other.department) ||
      order(one.staffNumber, other.staffNumber) ||
      order(one.name, other.name),
  )
}

/** Saves the deduction list as a workbook, see the contract. */
export async function* saveDeductions(
  db: BranchDatabase,
  host: HostClient,
  { language, ...span }: MonthSpan & { readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<Saved>, void, void> {
  const rows = await deductionsOf(db, span)
  if (rows.length === 0) throw failure('NOTHING_TO_DEDUCT', { from: span.from, until: span.until })
  const words = payrollWords[language]
  const departments = new Map<string | null, Deduction[]>()
  for (const row of rows) departments.set(row.department, [...(departments.get(row.department) ?? []), row])
  const months = spanText(span)
  const sheet: LedgerSheet = {
    name: words.deductions,
    title: words.deductions,
    lines: [`${words.monthsOf(months)}　${words.people(rows.length)}`],
    columns: [
      { heading: words.staffNumber, width: 14, kind: 'text' },
      { heading: words.name, width: 12, kind: 'text' },
      { heading: words.department, width: 20, kind: 'text' },
      { heading: words.months, width: 22, kind: 'text' },
      { heading: words.toDeduct, width: 14, kind: 'money', isSummed: true },
    ],
    groups: [...departments].map(([department, people]) => ({
      title: departments.size === 1 ? null : words.subtotal(department ?? words.noDepartment),
      rows: people.map((person) => [
        person.staffNumber,
        person.name,
        person.department,
        monthsText(person.months.map(({ month }) => month)),
        person.amount,
      ]),
    })),
    rowCount: rows.length,
    total: words.total,
    notes: words.signatures,
  }
  yield* saveLedger(db, host, `${words.deductions}-${months}`, sheet, signal)
}

/** Saves what to tell the finance office of a list, see the contract. */
export async function* saveNote(
  db: BranchDatabase,
  host: HostClient,
  { id, language }: { readonly id: PayrollListId; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<Saved>, void, void> {
  const { list, people } = await viewList(db, id)
  const words = payrollWords[language]
  const groups = (['left', 'missing', 'amountChanged', 'unknown'] as const).map((basket) => ({
    basket,
    people: people.filter((person) => person.basket === basket),
  }))
  const count = groups.reduce((sum, group) => sum + group.people.length, 0)
  const sheet: LedgerSheet = {
    name: words.note,
    title: words.note,
    lines: [`${titleOfList(list)}　${words.monthsOf(spanText(list))}`],
    columns: [
      { heading: words.what, width: 20, kind: 'text' },
      { heading: words.staffNumber, width: 14, kind: 'text' },
      { heading: words.name, width: 12, kind: 'text' },
      { heading: words.department, width: 20, kind: 'text' },
      { heading: words.toDeduct, width: 12, kind: 'money', isSummed: true },
      { heading: words.deducted, width: 12, kind: 'money', isSummed: true },
      { heading: words.difference, width: 12, kind: 'money', isSummed: true },
    ],
    groups: groups.map(({ basket, people: inside }) => ({
      title: words.baskets[basket],
      rows: inside.map((person) => [
        words.baskets[basket],
        person.staffNumber,
        person.name,
        person.department,
        person.open,
        person.deducted,
        // Of the row's own cells, so that a hand's correction carries on.
        { formula: (cell) => `${cell(5)}-${cell(4)}`, result: person.deducted - person.open },
      ]),
    })),
    rowCount: count,
    total: words.total,
    notes: words.signatures,
  }
  yield* saveLedger(db, host, `${words.note}-${spanText(list)}`, sheet, signal)
}
