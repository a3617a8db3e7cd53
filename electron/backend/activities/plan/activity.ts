import type { BranchDatabase } from '../../../../db/branch-database'
import {
  activityQueries,
  type CountedActivity,
  type StateRow,
  type StoredActivity,
} from '../../../../db/queries/activities/plan'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { failure } from '../../../../shared/contract/errors'
import {
  activityStepSchema,
  eligibleSchema,
  type Activity,
  type ActivityState,
} from '../../../../shared/model/activity'
import type { Day } from '../../../../shared/model/date'
import type { ActivityId } from '../../../../shared/model/id'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { activityState, approvalOf, type KnownStep } from '../../../../shared/rules/activities/state'
import { dayOf } from '../../../../shared/rules/date'

const knownStepsSchema = activityStepSchema.pick({ kind: true, level: true }).array()

function stepsOf({ steps }: Pick<StateRow, 'steps'>): KnownStep[] {
  const read: unknown = JSON.parse(steps)
  return knownStepsSchema.parse(read)
}

/** How an activity stands on a day. */
export function stateOf(row: Omit<StateRow, 'id'>, today: Day): ActivityState {
  return activityState(row, stepsOf(row), today)
}

/** @throws NOT_FOUND */
export function requireActivity(db: BranchDatabase, id: ActivityId): ActivitySummary {
  const activity = activityQueries(db).get.get(id)
  if (activity === undefined) throw failure('NOT_FOUND')
  return summaryOf(activity)
}

/** An activity that may still be changed. @throws NOT_FOUND, ACTIVITY_SETTLED */
export function requireUnsettled(db: BranchDatabase, id: ActivityId): ActivitySummary {
  const activity = requireActivity(db, id)
  if (activity.settledOn !== null) throw failure('ACTIVITY_SETTLED')
  return activity
}

export function summaryOf({ eligible, steps, ...activity }: CountedActivity): ActivitySummary {
  const known = stepsOf({ steps })
  const filter: unknown = eligible === null ? null : JSON.parse(eligible)
  return {
    ...activity,
    eligible: eligibleSchema.nullable().parse(filter),
    state: activityState(activity, known, dayOf(new Date())),
    waitsFor: approvalOf(known).waitsFor,
    costPerHead: costPerHead(activity.cost, activity.present),
  }
}

/** An activity as its row holds it. */
export function storedOf(activity: Activity): StoredActivity {
  const { id, title, type, startsOn, endsOn, startsAt, endsAt, place, organiserId, quota, eligible } = activity
  const { signUpUntil, signUpHow, contact, perHead, notice, lecturer, providerId, hours, overLimitReason } = activity
  const { seriesId, cost, summary, settledOn, cancelledOn, cancelReason, note } = activity
  return {
    ...{ id, title, type, startsOn, endsOn, startsAt, endsAt, place, organiserId, quota },
    eligible: eligible === null ? null : JSON.stringify(eligible),
    ...{ signUpUntil, signUpHow, contact, perHead, notice, lecturer, providerId, hours, overLimitReason },
    ...{ seriesId, cost, summary, settledOn, cancelledOn, cancelReason, note },
  }
}
