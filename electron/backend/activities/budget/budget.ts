import type { BranchDatabase } from '../../../../db/branch-database'
import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import { limitQueries } from '../../../../db/queries/funds/limits'
import type { ActivityBudgetView } from '../../../../shared/contract/activities/budget'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { budgetChecks, totalOf, type BudgetCheck, type Spent } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { eligibleMembers } from '../plan/eligible'

/** How many the cost of a plan is shared among. */
export function plannedHeads(db: BranchDatabase, activity: ActivitySummary): ActivityBudgetView['heads'] {
  const { quota, signedUp, present, absent, eligible } = activity
  if (quota !== null) return { count: quota, by: 'quota' }
  const known = signedUp + present + absent
  if (known > 0) return { count: known, by: 'signedUp' }
  return { count: eligibleMembers(db, eligible).length, by: 'eligible' }
}

/** How spending on an activity stands against the limits of the branch. */
export function checksOf(
  db: BranchDatabase,
  activity: ActivitySummary,
  lines: readonly Spent[],
  heads: number,
): BudgetCheck[] {
  return budgetChecks(activity, lines, heads, limitQueries(db).list.all())
}

/** What an activity is to cost, see the contract. */
export function budgetOf(db: BranchDatabase, activity: ActivitySummary): ActivityBudgetView {
  const lines = activityBudgetQueries(db).ofActivity.all(activity.id)
  const spent = lines.filter(({ planned }) => planned > 0).map(({ planned, ...line }) => ({ ...line, amount: planned }))
  const heads = plannedHeads(db, activity)
  const planned = totalOf(spent)
  return {
    lines,
    heads,
    planned,
    perHead: lines.length === 0 ? null : costPerHead(planned, heads.count),
    checks: checksOf(db, activity, spent, heads.count),
  }
}
