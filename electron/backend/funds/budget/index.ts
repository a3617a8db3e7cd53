import { budgetQueries } from '../../../../db/queries/funds/budget'
import { withBranch } from '../../context'
import { setBudget } from './set-budget'

const os = withBranch.funds.budget

/** Budget 预算 of a year. */
export const budget = os.router({
  list: os.list.handler(({ context: { db }, input: { year, account } }) =>
    budgetQueries(db).rows.all({ year, account, lastYear: String(Number(year) - 1).padStart(4, '0') }),
  ),
  set: os.set.handler(({ context, input }) => setBudget(context.db, input)),
})
