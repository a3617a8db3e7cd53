import { activityQueries } from '../../../db/queries/activities/plan'
import { withBranch } from '../context'
import { addParticipants, markAttendance, removeParticipants } from './participants'
import { plan } from './plan'
import { requireActivity } from './plan/activity'

const os = withBranch.activities

/** Activities 活动. */
export const activities = os.router({
  plan,

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
