import type { BudgetChange, BudgetRow } from '../../../../shared/contract/funds/budget'
import type { FundAccount } from '../../../../shared/model/fund'
import { fenSchema } from '../../../../shared/model/money'
import { budgetKey } from '../../../../shared/rules/funds/budget'
import { budgetCategories, chartOn } from '../../../../shared/rules/funds/chart'
import { AMOUNT_MAX } from '../../../../shared/rules/funds/entry'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { parseYuan, yuanText } from '../../../components/yuan'

/** A line of the plan as typed, with what is planned now and was booked last year. */
export interface BudgetDraftLine extends BudgetRow {
  readonly text: string
}

const zero = fenSchema.parse(0)

/** Every category and item that can be planned: those of the chart, and those planned or booked already. */
export function budgetDraft(rows: readonly BudgetRow[], account: FundAccount, year: string): BudgetDraftLine[] {
  const known = new Map(rows.map((row) => [budgetKey(row), row]))
  const chart = chartOn(daysOfYear(year).from)
  return (['income', 'spending'] as const).flatMap((direction) =>
    budgetCategories(chart, account, direction).flatMap(({ term, items }) => {
      const booked = rows.flatMap((row) =>
        row.direction === direction && row.category === term && row.subcategory !== null ? [row.subcategory] : [],
      )
      return [null, ...new Set([...items, ...booked])].map((subcategory) => {
        const line = { direction, category: term, subcategory }
        const row = known.get(budgetKey(line)) ?? {
          ...line,
          id: null,
          amount: null,
          note: null,
          actual: zero,
          lastYear: zero,
        }
        return { ...row, text: row.amount === null ? '' : yuanText(row.amount) }
      })
    }),
  )
}

export type BudgetProblem =
  | 'amount' // cannot be read, or is absurd
  | 'note' // what was planned already is changed without saying why
  | 'nothing' // nothing is changed

/** Reads what was changed. */
export function readBudgetDraft(
  lines: readonly BudgetDraftLine[],
  note: string,
): { readonly lines: BudgetChange['lines'] | null; readonly problems: ReadonlySet<BudgetProblem> } {
  const problems = new Set<BudgetProblem>()
  const changed = lines.flatMap(({ direction, category, subcategory, amount: before, text }) => {
    const amount = text.trim() === '' ? null : parseYuan(text)
    const isEmpty = text.trim() === '' || amount === 0
    if (!isEmpty && (amount === null || amount > AMOUNT_MAX)) problems.add('amount')
    const after = isEmpty ? null : amount
    return after === before ? [] : [{ direction, category, subcategory, amount: after, before }]
  })
  if (changed.length === 0) problems.add('nothing')
  if (note.trim() === '' && changed.some(({ before }) => before !== null)) problems.add('note')
  if (problems.size > 0) return { lines: null, problems }
  return {
    lines: changed.map(({ direction, category, subcategory, amount }) => ({
      direction,
      category,
      subcategory,
      amount,
    })),
    problems,
  }
}
