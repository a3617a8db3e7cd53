import { participationQueries } from '../../../../db/queries/activities/people'
import { withBranch } from '../../context'
import { requireActivity } from '../plan/activity'
import { addParticipants, markAttendance, removeParticipants } from './participants'

const os = withBranch.activities.people

/** Who takes part in activities. */
export const people = os.router({
  list: os.list.handler(({ context, input: { id, attendance, offset, limit } }) => {
    const { participants, participantCount } = participationQueries(context.db)
    requireActivity(context.db, id)
    const filter = { activityId: id, attendance }
    return { total: participantCount.get(filter) ?? 0, rows: participants.all({ ...filter, offset, limit }) }
  }),

  ofMember: os.ofMember.handler(({ context, input }) => participationQueries(context.db).ofMember.all(input.memberId)),

  signUp: os.signUp.handler(({ context: { db }, input }) =>
    addParticipants(db, requireActivity(db, input.id), input.memberIds),
  ),

  remove: os.remove.handler(({ context: { db }, input }) =>
    removeParticipants(db, requireActivity(db, input.id), input.participationIds),
  ),

  mark: os.mark.handler(({ context: { db }, input }) => {
    requireActivity(db, input.id)
    markAttendance(db, input.id, input.participationIds, input.attendance)
    return requireActivity(db, input.id)
  }),
})
