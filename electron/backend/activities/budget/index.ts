import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import { activityQueries } from '../../../../db/queries/activities/plan'
import type { BudgetLineInput } from '../../../../shared/contract/activities/budget'
import { failure } from '../../../../shared/contract/errors'
import { isOverLimit } from '../../../../shared/rules/activities/budget'
import { withBranch } from '../../context'
import { requireActivity, requireUnsettled, storedOf } from '../plan/activity'
import { budgetOf, checksOf, plannedHeads } from './budget'
import { replaceLines } from './lines'

const os = withBranch.activities.budget

/** What activities are to cost, see the contract. */
export const budget = os.router({
  get: os.get.handler(({ context: { db }, input }) => budgetOf(db, requireActivity(db, input.activityId))),

  save: os.save.handler(({ context: { db }, input: { activityId, lines, overLimitReason } }) => {
    const activity = requireUnsettled(db, activityId)
    const spent = lines.filter(({ planned }) => planned > 0).map((line) => ({ ...line, amount: line.planned }))
    const isOver = isOverLimit(checksOf(db, activity, spent, plannedHeads(db, activity).count))
    const reason = isOver ? overLimitReason : null
    if (isOver && (reason ?? '') === '') throw failure('REASON_MISSING')
    const before = activityBudgetQueries(db).ofActivity.all(activityId)
    const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
      if (reason !== activity.overLimitReason) {
        activityQueries(db).update.run(storedOf({ ...activity, overLimitReason: reason }))
      }
      // What a settlement that was opened again had found stays with its item.
      const actualOf = ({ item, source }: BudgetLineInput) =>
        before.find((line) => line.item === item && line.source === source)?.actual ?? null
      replaceLines(
        db,
        activityId,
        lines.map((line) => ({ ...line, actual: actualOf(line) })),
      )
      return { count: 1, result: null }
    })
    return { batchId }
  }),
})
