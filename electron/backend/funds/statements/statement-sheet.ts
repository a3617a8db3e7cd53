import type { Statement, StatementAccount, StatementRow } from '../../../../shared/contract/funds/statements'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { statementWords } from '../../../../shared/rules/funds/statement-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerFormula, LedgerSheet, LedgerValue } from '../../ledger-sheet'

type Cells = (LedgerValue | LedgerFormula)[]

/** A line that no other one holds a part of, so that the sums of the sheet count everything once. */
interface Leaf {
  readonly title: string
  readonly amount: Fen
  readonly soFar: Fen
  readonly lastYear: Fen
  readonly budget: Fen | null
}

/** The items of a category and what of it belongs to none of them; the category itself where it has no items. */
function leavesOf(rows: readonly StatementRow[], rest: (category: string) => string): Leaf[] {
  return rows
    .filter(({ subcategory }) => subcategory === null)
    .flatMap((whole) => {
      const items = rows.filter(({ category, subcategory }) => category === whole.category && subcategory !== null)
      if (items.length === 0) return [{ ...whole, title: whole.category }]
      const left = (of: (row: StatementRow) => number) =>
        fenSchema.parse(items.reduce((sum, item) => sum - of(item), of(whole)))
      const other = {
        title: rest(whole.category),
        amount: left(({ amount }) => amount),
        soFar: left(({ soFar }) => soFar),
        lastYear: left(({ lastYear }) => lastYear),
        budget: left(({ budget }) => budget ?? 0),
      }
      const isEmpty = other.amount === 0 && other.soFar === 0 && other.lastYear === 0 && other.budget === 0
      const leaves = items.map((item) => ({ ...item, title: `${whole.category}－${item.subcategory ?? ''}` }))
      return isEmpty ? leaves : [...leaves, { ...other, budget: other.budget === 0 ? null : other.budget }]
    })
}

/** The cells of a line; what is left of the budget is reckoned by the sheet. */
function cellsOf({ title, amount, soFar, lastYear, budget }: Leaf): Cells {
  const left: LedgerValue | LedgerFormula =
    budget === null ? null : { formula: (cell) => `${cell(3)}-${cell(2)}`, result: budget - soFar }
  return [title, amount, soFar, budget, left, lastYear]
}

/** The sheet of an account's statement: brought forward + income − spending = balance, all of it as formulas. */
function accountSheet(
  { from, until }: Statement,
  { account, carried, balance, rows }: StatementAccount,
  language: SheetLanguage,
): LedgerSheet {
  const words = statementWords[language]
  const nothing: Cells = [words.none, 0, 0, null, null, 0]
  const linesOf = (direction: StatementRow['direction']): Cells[] => {
    const leaves = leavesOf(
      rows.filter((row) => row.direction === direction),
      words.rest,
    )
    return leaves.length === 0 ? [nothing] : leaves.map(cellsOf)
  }
  const [income, spending] = [linesOf('income'), linesOf('spending')]
  const closing: LedgerFormula = {
    formula: (cell) => {
      const toIncome = spending.length + 2
      const toCarried = toIncome + income.length + 1
      return `${cell(1, toCarried)}+${cell(1, toIncome)}-${cell(1, 1)}`
    },
    result: balance,
  }
  const [item, period, soFar, budget, left, lastYear] = words.headings
  const money = (heading: string) => ({ heading, width: 16, kind: 'money' as const, isSummed: true })
  return {
    name: words.accounts[account],
    title: `${words.statement}（${words.accounts[account]}）`,
    lines: [words.period(from, until), words.unit],
    columns: [
      { heading: item, width: 34, kind: 'text' },
      money(period),
      money(soFar),
      money(budget),
      money(left),
      money(lastYear),
    ],
    groups: [
      { title: null, rows: [[words.carried, carried, null, null, null, null]] },
      { title: words.income, rows: income },
      { title: words.spending, rows: spending },
      { title: null, rows: [[words.balance, closing, null, null, null, null]] },
    ],
    rowCount: income.length + spending.length + 2,
    total: null,
    notes: [words.signatures],
  }
}

/** The statement as sheets, one an account. */
export function statementSheets(statement: Statement, language: SheetLanguage): LedgerSheet[] {
  return statement.accounts.map((account) => accountSheet(statement, account, language))
}
