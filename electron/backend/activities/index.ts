import type { BranchDatabase } from '../../../db/branch-database'
import { activityQueries, type CountedActivity } from '../../../db/queries/activities'
import type { ActivitySummary } from '../../../shared/contract/activities'
import { failure } from '../../../shared/contract/errors'
import { activityIdSchema, newId, type ActivityId } from '../../../shared/model/id'
import { costPerHead } from '../../../shared/rules/activity'
import { withBranch } from '../context'
import { addParticipants, markAttendance, removeParticipants } from './participants'
import { removeActivity } from './removal'

const os = withBranch.activities

/** Activities 活动. */
export const activities = os.router({
  list: os.list.handler(({ context, input }) => {
    const { list, count } = activityQueries(context.db)
    return { total: count.get(input) ?? 0, rows: list.all(input).map(summaryOf) }
  }),

  get: os.get.handler(({ context, input }) => requireActivity(context.db, input.id)),

  add: os.add.handler(({ context: { db }, input }) => {
    const id = newId(activityIdSchema)
    db.write(() => activityQueries(db).insert.run({ ...input, id }))
    return { id }
  }),

  update: os.update.handler(({ context: { db }, input }) => {
    requireActivity(db, input.id)
    db.write(() => activityQueries(db).update.run({ ...input.activity, id: input.id }))
    return requireActivity(db, input.id)
  }),

  remove: os.remove.handler(({ context, input }) =>
    removeActivity(context.db, context.host, requireActivity(context.db, input.id)),
  ),

  participants: os.participants.handler(({ context, input: { id, attendance, offset, limit } }) => {
    const { participants, participantCount } = activityQueries(context.db)
    requireActivity(context.db, id)
    const filter = { activityId: id, attendance }
    return { total: participantCount.get(filter) ?? 0, rows: participants.all({ ...filter, offset, limit }) }
  }),

  ofMember: os.ofMember.handler(({ context, input }) => activityQueries(context.db).ofMember.all(input.memberId)),

  addParticipants: os.addParticipants.handler(({ context: { db }, input }) =>
    addParticipants(db, requireActivity(db, input.id), input.memberIds),
  ),

  removeParticipants: os.removeParticipants.handler(({ context: { db }, input }) =>
    removeParticipants(db, requireActivity(db, input.id), input.participationIds),
  ),

  markAttendance: os.markAttendance.handler(({ context: { db }, input }) => {
    requireActivity(db, input.id)
    markAttendance(db, input.id, input.participationIds, input.attendance)
    return requireActivity(db, input.id)
  }),
})

function requireActivity(db: BranchDatabase, id: ActivityId): ActivitySummary {
  const activity = activityQueries(db).get.get(id)
  if (activity === undefined) throw failure('NOT_FOUND')
  return summaryOf(activity)
}

function summaryOf(activity: CountedActivity): ActivitySummary {
  return { ...activity, costPerHead: costPerHead(activity.cost, activity.present) }
}
