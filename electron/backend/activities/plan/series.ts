import type { BranchDatabase } from '../../../../db/branch-database'
import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import { activityQueries } from '../../../../db/queries/activities/plan'
import type { ActivityScope } from '../../../../shared/contract/activities/plan'
import { failure } from '../../../../shared/contract/errors'
import type { Activity, ActivityInput } from '../../../../shared/model/activity'
import type { Day } from '../../../../shared/model/date'
import {
  activityBudgetIdSchema,
  activityIdSchema,
  newId,
  type ActivityId,
  type BatchId,
} from '../../../../shared/model/id'
import { repeatedDays, type Repetition } from '../../../../shared/rules/activities/repetition'
import { addDays, dayOf, daysBetween } from '../../../../shared/rules/date'
import { requireActivity, requireUnsettled, storedOf, summaryOf } from './activity'

/** An activity moved by days, its last day and its sign-up with it. */
function movedBy<Moved extends ActivityInput>(activity: Moved, days: number): Moved {
  const { startsOn, endsOn, signUpUntil } = activity
  return {
    ...activity,
    startsOn: addDays(startsOn, days),
    endsOn: addDays(endsOn, days),
    signUpUntil: signUpUntil === null ? null : addDays(signUpUntil, days),
  }
}

/** The plan of an activity with nothing of what happened since, on another day. */
function planOf(activity: Activity, startsOn: Day, seriesId: ActivityId | null): Activity {
  return {
    ...movedBy(activity, daysBetween(activity.startsOn, startsOn)),
    ...{ id: newId(activityIdSchema), seriesId, notice: null, cost: null, summary: null },
    ...{ settledOn: null, cancelledOn: null, cancelReason: null },
  }
}

/** Writes a plan with the budget of another activity, within the write that is open. */
function insertPlan(db: BranchDatabase, plan: Activity, from: ActivityId): void {
  const { ofActivity, insert } = activityBudgetQueries(db)
  activityQueries(db).insert.run(storedOf(plan))
  for (const line of ofActivity.all(from)) {
    insert.run({ ...line, id: newId(activityBudgetIdSchema), activityId: plan.id, actual: null, invoice: null })
  }
}

/** Plans an activity once more, see the contract. */
export function copyActivity(db: BranchDatabase, id: ActivityId, startsOn: Day): { id: ActivityId; batchId: BatchId } {
  const activity = requireActivity(db, id)
  const copy = planOf(activity, startsOn, null)
  const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
    insertPlan(db, copy, id)
    return { count: 1, result: null }
  })
  return { id: copy.id, batchId }
}

/** Plans the further activities of a repetition, see the contract. */
export function repeatActivity(
  db: BranchDatabase,
  id: ActivityId,
  repetition: Repetition,
): { batchId: BatchId; added: number } {
  const activity = requireActivity(db, id)
  const days = repeatedDays(activity.startsOn, repetition)
  if (days.length === 0) throw failure('NOTHING_TO_REPEAT')
  const seriesId = activity.seriesId ?? id
  const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
    if (activity.seriesId === null) activityQueries(db).update.run(storedOf({ ...activity, seriesId }))
    for (const day of days) insertPlan(db, planOf(activity, day, seriesId), id)
    return { count: days.length, result: null }
  })
  return { batchId, added: days.length }
}

/** Those after an activity in its repetition that can still be changed. */
export function followingOf(
  db: BranchDatabase,
  { seriesId, startsOn }: Pick<Activity, 'seriesId' | 'startsOn'>,
): Activity[] {
  if (seriesId === null) return []
  return activityQueries(db).following.all({ seriesId, after: startsOn }).map(summaryOf)
}

/** Changes an activity and, where wanted, those after it in its repetition, see the contract. */
export function updateActivity(
  db: BranchDatabase,
  id: ActivityId,
  input: ActivityInput,
  scope: ActivityScope,
): { batchId: BatchId; changed: number } {
  const activity = requireUnsettled(db, id)
  const days = daysBetween(activity.startsOn, input.startsOn)
  // Each keeps its distance from the first one, and what was settled for it alone.
  const others = scope === 'one' ? [] : followingOf(db, activity)
  const { update } = activityQueries(db)
  const { batchId } = db.writeBatch({ kind: 'plan', title: input.title }, () => {
    update.run(storedOf({ ...activity, ...input }))
    for (const other of others) {
      const moved = movedBy(input, daysBetween(input.startsOn, addDays(other.startsOn, days)))
      update.run(storedOf({ ...other, ...moved, cost: other.cost }))
    }
    return { count: others.length + 1, result: null }
  })
  return { batchId, changed: others.length + 1 }
}

/** Calls an activity off and, where wanted, those after it, see the contract. */
export function cancelActivity(
  db: BranchDatabase,
  id: ActivityId,
  reason: string,
  scope: ActivityScope,
): { batchId: BatchId; cancelled: number } {
  const activity = requireUnsettled(db, id)
  const all = [activity, ...(scope === 'one' ? [] : followingOf(db, activity))]
  const cancelledOn = dayOf(new Date())
  const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
    for (const one of all) activityQueries(db).update.run(storedOf({ ...one, cancelledOn, cancelReason: reason }))
    return { count: all.length, result: null }
  })
  return { batchId, cancelled: all.length }
}
