import { activityQueries } from '../../../../db/queries/activities/plan'
import { failure } from '../../../../shared/contract/errors'
import { isOverLimit, totalOf } from '../../../../shared/rules/activities/budget'
import { withBranch } from '../../context'
import { saveLedger } from '../../dues/save-ledger'
import { insertStep } from '../approval'
import { checksOf } from '../budget/budget'
import { replaceLines } from '../budget/lines'
import { requireActivity, storedOf } from '../plan/activity'
import { recordSheet } from './record-sheet'
import { actualHeads, settlementOf, spentOf } from './settlement'

const os = withBranch.activities.settlement

/** What activities really cost, see the contract. */
export const settlement = os.router({
  get: os.get.handler(({ context: { db }, input }) => settlementOf(db, requireActivity(db, input.activityId))),

  settle: os.settle.handler(({ context: { db }, input: { activityId, lines, on, by, summary, overLimitReason } }) => {
    const activity = requireActivity(db, activityId)
    if (activity.settledOn !== null || activity.cancelledOn !== null) throw failure('STEP_NOT_ALLOWED')
    const spent = spentOf(lines)
    const isOver = isOverLimit(checksOf(db, activity, spent, actualHeads(activity)))
    if (isOver && (overLimitReason ?? '') === '') throw failure('REASON_MISSING')
    const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
      replaceLines(db, activityId, lines)
      activityQueries(db).update.run(storedOf({ ...activity, cost: totalOf(spent), summary, settledOn: on }))
      const opinion = isOver ? overLimitReason : null
      insertStep(db, { activityId, kind: 'settled', level: 'chair', on, by, opinion })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  reopen: os.reopen.handler(({ context: { db }, input: { activityId, on, by, reason } }) => {
    const activity = requireActivity(db, activityId)
    if (activity.settledOn === null) throw failure('STEP_NOT_ALLOWED')
    const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
      activityQueries(db).update.run(storedOf({ ...activity, settledOn: null }))
      insertStep(db, { activityId, kind: 'reopened', level: 'chair', on, by, opinion: reason })
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  export: os.export.handler(({ context: { db, host }, input: { activityId, language }, signal }) => {
    const activity = requireActivity(db, activityId)
    const { name, sheet } = recordSheet(db, activity, language)
    return saveLedger(db, host, name, sheet, signal)
  }),
})
