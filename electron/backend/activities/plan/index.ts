import { activityQueries } from '../../../../db/queries/activities/plan'
import { failure } from '../../../../shared/contract/errors'
import { activityIdSchema, newId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { withBranch } from '../../context'
import { requireActivity, requireUnsettled, stateOf, storedOf } from './activity'
import { eligibleMembers } from './eligible'
import { removeActivity } from './removal'
import { cancelActivity, copyActivity, followingOf, repeatActivity, updateActivity } from './series'

const os = withBranch.activities.plan

/** Activities as planned. */
export const plan = os.router({
  list: os.list.handler(({ context: { db }, input: { state, offset, limit, ...filter } }) => {
    const today = dayOf(new Date())
    const found = activityQueries(db)
      .states.all(filter)
      .filter((row) => state === null || stateOf(row, today) === state)
    return {
      total: found.length,
      rows: found.slice(offset, offset + limit).map(({ id }) => requireActivity(db, id)),
    }
  }),

  calendar: os.calendar.handler(({ context: { db }, input }) => {
    const today = dayOf(new Date())
    return activityQueries(db)
      .calendar.all(input)
      .map((row) => ({ ...row, state: stateOf(row, today) }))
  }),

  years: os.years.handler(({ context }) => activityQueries(context.db).years.all()),

  get: os.get.handler(({ context, input }) => requireActivity(context.db, input.id)),

  add: os.add.handler(({ context: { db }, input }) => {
    const id = newId(activityIdSchema)
    const fresh = {
      ...{ notice: null, overLimitReason: null, seriesId: null, summary: null },
      ...{ settledOn: null, cancelledOn: null, cancelReason: null },
    }
    db.write(() => activityQueries(db).insert.run(storedOf({ ...input, ...fresh, id })))
    return { id }
  }),

  update: os.update.handler(({ context, input: { id, activity, scope } }) =>
    updateActivity(context.db, id, activity, scope),
  ),

  copy: os.copy.handler(({ context, input: { id, startsOn } }) => copyActivity(context.db, id, startsOn)),

  repeat: os.repeat.handler(({ context, input: { id, repetition } }) => repeatActivity(context.db, id, repetition)),

  following: os.following.handler(({ context: { db }, input: { id } }) => ({
    count: followingOf(db, requireActivity(db, id)).length,
  })),

  cancel: os.cancel.handler(({ context, input: { id, reason, scope } }) =>
    cancelActivity(context.db, id, reason, scope),
  ),

  restore: os.restore.handler(({ context: { db }, input: { id } }) => {
    const activity = requireActivity(db, id)
    const { batchId } = db.writeBatch({ kind: 'plan', title: activity.title }, () => {
      activityQueries(db).update.run(storedOf({ ...activity, cancelledOn: null, cancelReason: null }))
      return { count: 1, result: null }
    })
    return { batchId }
  }),

  saveNotice: os.saveNotice.handler(({ context: { db }, input: { id, notice } }) => {
    const activity = requireUnsettled(db, id)
    db.write(() => activityQueries(db).update.run(storedOf({ ...activity, notice })))
    return requireActivity(db, id)
  }),

  eligible: os.eligible.handler(({ context, input }) => ({
    count: eligibleMembers(context.db, input.eligible).length,
  })),

  providers: os.providers.handler(({ context }) => activityQueries(context.db).providers.all()),

  remove: os.remove.handler(({ context: { db, host }, input: { id } }) => {
    const activity = requireActivity(db, id)
    if (activity.settledOn !== null) throw failure('ACTIVITY_SETTLED')
    return removeActivity(db, host, activity)
  }),
})
