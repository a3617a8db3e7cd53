import type { BranchDatabase } from '../../../../db/branch-database'
import { budgetQueries } from '../../../../db/queries/funds/budget'
import { failure } from '../../../../shared/contract/errors'
import type { BudgetChange, BudgetLine } from '../../../../shared/contract/funds/budget'
import { fundBudgetIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { budgetKey } from '../../../../shared/rules/funds/budget'
import { AMOUNT_MAX } from '../../../../shared/rules/funds/entry'
import { budgetCategories, chartOn } from '../../../../shared/rules/funds/chart'
import { daysOfYear } from '../../../../shared/rules/funds/year'

/** Sets amounts of a year's plan, see the contract. */
export function setBudget(db: BranchDatabase, { year, account, lines, note }: BudgetChange): { batchId: BatchId } {
  const { ofYear, insert, update, remove } = budgetQueries(db)
  const planned = new Map(ofYear.all({ year, account }).map((line) => [budgetKey(line), line]))
  const chart = chartOn(daysOfYear(year).from)
  const isKnown = ({ direction, category }: BudgetLine) =>
    budgetCategories(chart, account, direction).some(({ term }) => term === category)
  const isTwice = new Set(lines.map(budgetKey)).size < lines.length
  if (isTwice || lines.some((line) => !isKnown(line) || (line.amount ?? 0) > AMOUNT_MAX))
    throw failure('BUDGET_INVALID')
  const changed = lines.filter((line) => (planned.get(budgetKey(line))?.amount ?? null) !== line.amount)
  if (note === null && changed.some((line) => planned.has(budgetKey(line)))) throw failure('REASON_MISSING')
  const { batchId } = db.writeBatch({ kind: 'budget', title: year }, () => {
    for (const { amount, ...line } of changed) {
      const id = planned.get(budgetKey(line))?.id
      if (amount === null) {
        if (id !== undefined) remove.run(id)
      } else if (id !== undefined) update.run({ id, amount, note })
      else insert.run({ ...line, id: newId(fundBudgetIdSchema), year, account, chart: chart.version, amount, note })
    }
    return { count: changed.length, result: null }
  })
  return { batchId }
}
