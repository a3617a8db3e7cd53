import { committeeQueries } from '../../../../db/queries/officers/committees'
import { dayOf } from '../../../../shared/rules/date'
import { structureHints } from '../../../../shared/rules/officers/rules'
import { withBranch } from '../../context'
import { officersOn } from '../../organisation/tree'
import { addCandidates, finishElection, removeCandidate, removeStep, saveStep, saveVotes } from './election'
import { letterOf, saveLetter } from './letters'
import { committeesOf, detailOf, requireCommittee } from './summaries'
import { addCommittee, adoptPosts, removeCommittee, seat, updateCommittee } from './write'

const os = withBranch.officers.committees
const today = () => dayOf(new Date())

/** Committees 委员会 and their elections 换届. */
export const committees = os.router({
  list: os.list.handler(({ context }) => committeesOf(context.db, today())),
  get: os.get.handler(({ context, input }) => detailOf(context.db, input.id, today())),
  add: os.add.handler(({ context, input }) => addCommittee(context.db, input)),
  update: os.update.handler(({ context, input }) => updateCommittee(context.db, input.id, input.committee)),
  remove: os.remove.handler(({ context, input }) => removeCommittee(context.db, input.id)),
  seat: os.seat.handler(({ context, input }) => seat(context.db, input.id, input)),
  freePosts: os.freePosts.handler(({ context: { db }, input }) => {
    const { unitId } = requireCommittee(db, input.id)
    return officersOn(db, today(), today()).filter((post) => post.committeeId === null && post.unitId === unitId)
  }),
  adopt: os.adopt.handler(({ context, input }) => adoptPosts(context.db, input.id, input.postIds)),
  hints: os.hints.handler(({ context }) => {
    const numbers = committeeQueries(context.db).numbers.get() ?? { members: 0, women: 0, staff: null }
    return [...structureHints(numbers, today())]
  }),

  saveStep: os.saveStep.handler(({ context, input }) => saveStep(context.db, input.id, input.step)),
  removeStep: os.removeStep.handler(({ context, input }) => removeStep(context.db, input.id)),
  addCandidates: os.addCandidates.handler(({ context, input }) =>
    addCandidates(context.db, input.id, input.memberIds, input.title),
  ),
  removeCandidate: os.removeCandidate.handler(({ context, input }) => removeCandidate(context.db, input.id)),
  saveVotes: os.saveVotes.handler(({ context, input }) => saveVotes(context.db, input.id, input.votes)),
  finish: os.finish.handler(({ context, input: { id, ...outcome } }) => finishElection(context.db, id, outcome)),

  letter: os.letter.handler(({ context, input }) => letterOf(context.db, input.id, input.letter, today())),
  saveLetter: os.saveLetter.handler(({ context: { db, host }, input }) =>
    saveLetter(db, host, input.id, input.letter, today()),
  ),
})
