import type { BranchDatabase } from '../../../../db/branch-database'
import { activityQueries, type CountedActivity } from '../../../../db/queries/activities/plan'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { failure } from '../../../../shared/contract/errors'
import type { ActivityId } from '../../../../shared/model/id'
import { costPerHead } from '../../../../shared/rules/activities/per-head'

/** @throws NOT_FOUND */
export function requireActivity(db: BranchDatabase, id: ActivityId): ActivitySummary {
  const activity = activityQueries(db).get.get(id)
  if (activity === undefined) throw failure('NOT_FOUND')
  return summaryOf(activity)
}

export function summaryOf(activity: CountedActivity): ActivitySummary {
  return { ...activity, costPerHead: costPerHead(activity.cost, activity.present) }
}
