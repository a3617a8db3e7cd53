import type { BudgetLine, BudgetRow } from '../../contract/funds/budget'
import { fenSchema, type Fen } from '../../model/money'
import { sumOf } from '../dues/ledger'

/** A category of a year's plan with the items within it. */
export interface BudgetCategory {
  readonly whole: BudgetRow
  /** What is planned for the category: its own amount, or what its items sum up to; null where nothing is. */
  readonly planned: Fen | null
  readonly items: readonly BudgetRow[]
}

/** A line's key among those of an account and year. */
export function budgetKey({ direction, category, subcategory }: BudgetLine): string {
  return JSON.stringify([direction, category, subcategory])
}

/** The rows of a direction as categories in the order of `terms`, those outside of it last. */
export function budgetCategoriesOf(
  rows: readonly BudgetRow[],
  direction: BudgetRow['direction'],
  terms: readonly string[],
): BudgetCategory[] {
  const place = (category: string) => {
    const index = terms.indexOf(category)
    return index === -1 ? terms.length : index
  }
  const ofDirection = rows.filter((row) => row.direction === direction)
  return ofDirection
    .filter(({ subcategory }) => subcategory === null)
    .sort((one, other) => place(one.category) - place(other.category))
    .map((whole) => {
      const items = ofDirection.filter(
        ({ category, subcategory }) => category === whole.category && subcategory !== null,
      )
      const planned = items.flatMap(({ amount }) => (amount === null ? [] : [{ amount }]))
      return { whole, planned: whole.amount ?? (planned.length === 0 ? null : sumOf(planned)), items }
    })
}

/** How much of a plan is used, in whole percent rounded down; null without a plan. */
export function usedPercent(planned: Fen | null, actual: Fen): number | null {
  return planned === null || planned <= 0 ? null : Math.floor((100 * actual) / planned)
}

/** All categories together. */
export function budgetTotals(categories: readonly BudgetCategory[]): { planned: Fen; actual: Fen; lastYear: Fen } {
  const total = (amount: (category: BudgetCategory) => number) =>
    fenSchema.parse(categories.reduce((sum, category) => sum + amount(category), 0))
  return {
    planned: total(({ planned }) => planned ?? 0),
    actual: total(({ whole }) => whole.actual),
    lastYear: total(({ whole }) => whole.lastYear),
  }
}
