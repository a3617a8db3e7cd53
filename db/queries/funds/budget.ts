import type { BudgetRow } from '../../../shared/contract/funds/budget'
import type { FundAccount, FundBudget } from '../../../shared/model/fund'
import type { FundBudgetId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'
import { bookLines } from './book-lines'

interface BudgetYear {
  readonly account: FundAccount
  readonly year: string
}

/** Prepared statements of the budget; amounts in fen. */
export const budgetQueries = perDatabase(({ sqlite }) => ({
  /**
   * Every category and item that is planned or was booked in the year or the one before. What was booked under an item
   * that is not planned by itself also counts for its category.
   */
  rows: sqlite.prepare<[BudgetYear & { readonly lastYear: string }], BudgetRow>(
    `${bookLines}, booked AS (
      SELECT direction, category, subcategory, substr("on", 1, 4) AS year, sum(amount) AS amount FROM book_line
      WHERE account = @account AND direction <> 'opening' AND "on" BETWEEN @lastYear || '-01-01' AND @year || '-12-31'
      GROUP BY 1, 2, 3, 4
    ), planned AS (
      SELECT id, direction, category, subcategory, amount, note FROM fund_budget WHERE account = @account AND year = @year
    ), line AS (
      SELECT direction, category, NULL AS subcategory FROM booked
      UNION SELECT direction, category, subcategory FROM booked
      UNION SELECT direction, category, subcategory FROM planned
      UNION SELECT direction, category, NULL FROM planned
    )
    SELECT planned.id AS id, line.direction AS direction, line.category AS category, line.subcategory AS subcategory,
      planned.amount AS amount, note,
      (SELECT coalesce(sum(booked.amount), 0) FROM booked WHERE year = @year AND booked.direction = line.direction
        AND booked.category = line.category
        AND (line.subcategory IS NULL OR booked.subcategory = line.subcategory)) AS actual,
      (SELECT coalesce(sum(booked.amount), 0) FROM booked WHERE year = @lastYear AND booked.direction = line.direction
        AND booked.category = line.category
        AND (line.subcategory IS NULL OR booked.subcategory = line.subcategory)) AS lastYear
    FROM line LEFT JOIN planned ON planned.direction = line.direction AND planned.category = line.category
      AND planned.subcategory IS line.subcategory`,
  ),

  ofYear: sqlite.prepare<[BudgetYear], FundBudget>(
    `SELECT id, year, account, direction, chart, category, subcategory, amount, note FROM fund_budget
    WHERE account = @account AND year = @year`,
  ),
  insert: sqlite.prepare<[FundBudget]>(
    `INSERT INTO fund_budget (id, year, account, direction, chart, category, subcategory, amount, note)
    VALUES (@id, @year, @account, @direction, @chart, @category, @subcategory, @amount, @note)`,
  ),
  update: sqlite.prepare<[Pick<FundBudget, 'id' | 'amount' | 'note'>]>(
    'UPDATE fund_budget SET amount = @amount, note = @note WHERE id = @id',
  ),
  remove: sqlite.prepare<[FundBudgetId]>('DELETE FROM fund_budget WHERE id = ?'),
}))
