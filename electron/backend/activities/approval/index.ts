import type { BranchDatabase } from '../../../../db/branch-database'
import { stepQueries } from '../../../../db/queries/activities/approval'
import { failure } from '../../../../shared/contract/errors'
import type { Activity, ActivityStep } from '../../../../shared/model/activity'
import { now } from '../../../../shared/model/date'
import { activityStepIdSchema, newId, type BatchId } from '../../../../shared/model/id'
import { isOverLimit } from '../../../../shared/rules/activities/budget'
import { canSubmit } from '../../../../shared/rules/activities/state'
import { withBranch } from '../../context'
import { budgetOf } from '../budget/budget'
import { requireActivity } from '../plan/activity'

const os = withBranch.activities.approval

type StepToWrite = Omit<ActivityStep, 'id' | 'recordedAt'>

/** Adds a step within the write that is open. */
export function insertStep(db: BranchDatabase, step: StepToWrite): void {
  stepQueries(db).insert.run({ ...step, id: newId(activityStepIdSchema), recordedAt: now() })
}

function writeStep(db: BranchDatabase, { title }: Activity, step: StepToWrite): { batchId: BatchId } {
  const { batchId } = db.writeBatch({ kind: 'plan', title }, () => {
    insertStep(db, step)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Approval of plans, see the contract. */
export const approval = os.router({
  steps: os.steps.handler(({ context, input }) => stepQueries(context.db).ofActivity.all(input.activityId)),

  submit: os.submit.handler(({ context: { db }, input: { upTo, ...step } }) => {
    const activity = requireActivity(db, step.activityId)
    if (!canSubmit(activity.state)) throw failure('STEP_NOT_ALLOWED')
    if (activity.overLimitReason === null && isOverLimit(budgetOf(db, activity).checks)) throw failure('REASON_MISSING')
    return writeStep(db, activity, { ...step, kind: 'submitted', level: upTo })
  }),

  decide: os.decide.handler(({ context: { db }, input: { isApproved, ...step } }) => {
    const activity = requireActivity(db, step.activityId)
    const { waitsFor, settledOn, cancelledOn } = activity
    if (waitsFor === null || settledOn !== null || cancelledOn !== null) throw failure('STEP_NOT_ALLOWED')
    if (!isApproved && (step.opinion ?? '') === '') throw failure('REASON_MISSING')
    return writeStep(db, activity, { ...step, kind: isApproved ? 'approved' : 'sentBack', level: waitsFor })
  }),
})
