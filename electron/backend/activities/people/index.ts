import { participationQueries } from '../../../../db/queries/activities/people'
import { placesForWaiting, placesOver } from '../../../../shared/rules/activities/places'
import { averageOf } from '../../../../shared/rules/activities/satisfaction'
import { withBranch } from '../../context'
import { requireActivity } from '../plan/activity'
import { makeUp, mark, markFound, scan, walkIn } from './attendance'
import { findInFile, findNames } from './find'
import { rate, satisfactionOf } from './satisfaction'
import { saveParticipants } from './save-list'
import { checkSignUp, moveBack, moveUp, removeParticipants, requireCounts, signUp } from './sign-up'

const os = withBranch.activities.people

/** Who takes part in activities. */
export const people = os.router({
  overview: os.overview.handler(({ context: { db }, input: { id } }) => {
    const { waiting, latest } = participationQueries(db)
    const { quota, taken, answers, satisfaction, ...counts } = requireCounts(db, id)
    const places = { quota, taken, waiting: counts.waiting }
    const average = averageOf({ answers, sum: satisfaction })
    return {
      ...places,
      signedUp: counts.signedUp,
      present: counts.present,
      absent: counts.absent,
      satisfaction: average === null ? null : { average, answers },
      next: waiting
        .all(id)
        .slice(0, placesForWaiting(places))
        .map((one) => ({ id: one.id, name: one.name })),
      beyond: latest.all(id, placesOver(places)),
    }
  }),

  list: os.list.handler(({ context, input: { id, show, search, offset, limit } }) => {
    const { participants, participantCount } = participationQueries(context.db)
    requireCounts(context.db, id)
    const filter = { activityId: id, show, search }
    return { total: participantCount.get(filter) ?? 0, rows: participants.all({ ...filter, offset, limit }) }
  }),

  ofMember: os.ofMember.handler(({ context, input }) => participationQueries(context.db).ofMember.all(input.memberId)),

  findNames: os.findNames.handler(({ context: { db }, input }) => {
    requireCounts(db, input.id)
    return findNames(db, input.id, input.text)
  }),
  findInFile: os.findInFile.handler(({ context: { db }, input, signal }) => {
    requireCounts(db, input.id)
    return findInFile(db, input.id, input.file, signal)
  }),

  check: os.check.handler(({ context, input }) => checkSignUp(context.db, input.id, input.memberIds)),
  signUp: os.signUp.handler(({ context: { db }, input }) => signUp(db, requireActivity(db, input.id), input)),
  remove: os.remove.handler(({ context: { db }, input }) =>
    removeParticipants(db, requireActivity(db, input.id), input.participationIds),
  ),
  moveUp: os.moveUp.handler(({ context: { db }, input }) =>
    moveUp(db, requireActivity(db, input.id), input.participationIds),
  ),
  moveBack: os.moveBack.handler(({ context: { db }, input }) =>
    moveBack(db, requireActivity(db, input.id), input.participationIds),
  ),

  mark: os.mark.handler(({ context: { db }, input }) =>
    mark(db, requireActivity(db, input.id), input.participationIds, input.attendance),
  ),
  makeUp: os.makeUp.handler(({ context: { db }, input }) =>
    makeUp(db, requireActivity(db, input.id), input.participationIds, input.remark),
  ),
  markFound: os.markFound.handler(({ context: { db }, input }) =>
    markFound(db, requireActivity(db, input.id), input.people),
  ),
  scan: os.scan.handler(({ context, input }) => scan(context.db, input.id, input.code)),
  walkIn: os.walkIn.handler(({ context, input }) => walkIn(context.db, input.id, input.memberId)),

  rate: os.rate.handler(({ context: { db }, input }) => rate(db, requireActivity(db, input.id), input.answers)),
  satisfaction: os.satisfaction.handler(({ context, input }) => satisfactionOf(context.db, input.id)),
  remarks: os.remarks.handler(({ context: { db }, input: { id, offset, limit } }) => {
    const { remarks, remarkCount } = participationQueries(db)
    requireCounts(db, id)
    return { total: remarkCount.get(id) ?? 0, rows: remarks.all({ activityId: id, offset, limit }) }
  }),

  saveList: os.saveList.handler(({ context: { db, host }, input, signal }) =>
    saveParticipants(db, host, requireActivity(db, input.id), input, signal),
  ),
})
