import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import { failure } from '../../../../shared/contract/errors'
import type { ElectionStepInput } from '../../../../shared/contract/officers/committees'
import type { Candidate } from '../../../../shared/model/committee'
import { partialDateSchema, type Day, type PartialDate } from '../../../../shared/model/date'
import {
  candidateIdSchema,
  electionStepIdSchema,
  newId,
  type BatchId,
  type CandidateId,
  type CommitteeId,
  type ElectionStepId,
  type MemberId,
} from '../../../../shared/model/id'
import { addDays, compareDates } from '../../../../shared/rules/date'
import { insertSeat, titleOf } from './write'
import { predecessorOf, requireCommittee } from './summaries'

/** Records a step, or changes it where it is there. Throws NOT_FOUND. */
export function saveStep(db: BranchDatabase, committeeId: CommitteeId, step: ElectionStepInput): { batchId: BatchId } {
  const committee = requireCommittee(db, committeeId)
  const { steps, insertStep, updateStep } = committeeQueries(db)
  const known = steps.all(committeeId).find(({ kind }) => kind === step.kind)
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    if (known === undefined) insertStep.run({ ...step, committeeId, id: newId(electionStepIdSchema) })
    else updateStep.run({ ...known, ...step })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Throws NOT_FOUND. */
export function removeStep(db: BranchDatabase, id: ElectionStepId): { batchId: BatchId } {
  const { step, removeStep: remove } = committeeQueries(db)
  const found = step.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  const title = titleOf(db, requireCommittee(db, found.committeeId))
  const { batchId } = db.writeBatch({ kind: 'removal', title }, () => {
    remove.run(id)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Puts members up for a title; who stands for it already is left out. Throws NOT_FOUND. */
export function addCandidates(
  db: BranchDatabase,
  committeeId: CommitteeId,
  memberIds: readonly MemberId[],
  title: string,
): { batchId: BatchId } {
  const committee = requireCommittee(db, committeeId)
  const { candidates, insertCandidate } = committeeQueries(db)
  const standing = new Set(
    candidates(committeeId)
      .filter((candidate) => candidate.title === title)
      .map(({ memberId }) => memberId),
  )
  const fresh = [...new Set(memberIds)].filter((memberId) => !standing.has(memberId))
  if (fresh.some((memberId) => memberQueries(db).get.get(memberId) === undefined)) throw failure('NOT_FOUND')
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    for (const memberId of fresh) {
      insertCandidate.run({ id: newId(candidateIdSchema), committeeId, memberId, title, votes: null, isElected: 0 })
    }
    return { count: fresh.length, result: null }
  })
  return { batchId }
}

/** Throws NOT_FOUND. */
export function removeCandidate(db: BranchDatabase, id: CandidateId): { batchId: BatchId } {
  const { candidate, removeCandidate: remove } = committeeQueries(db)
  const found = candidate(id)
  if (found === null) throw failure('NOT_FOUND')
  const title = titleOf(db, requireCommittee(db, found.committeeId))
  const { batchId } = db.writeBatch({ kind: 'removal', title }, () => {
    remove.run(id)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Throws NOT_FOUND, VOTES_TOO_MANY. */
export function saveVotes(
  db: BranchDatabase,
  committeeId: CommitteeId,
  votes: readonly Pick<Candidate, 'id' | 'votes' | 'isElected'>[],
): { batchId: BatchId } {
  const committee = requireCommittee(db, committeeId)
  const { steps, setVotes } = committeeQueries(db)
  const valid = steps.all(committeeId).find(({ kind }) => kind === 'congress')?.valid ?? null
  if (valid !== null && votes.some((candidate) => (candidate.votes ?? 0) > valid)) {
    throw failure('VOTES_TOO_MANY', { valid })
  }
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    for (const { id, votes: count, isElected } of votes) {
      const { changes } = setVotes.run({ id, committeeId, votes: count, isElected: isElected ? 1 : 0 })
      if (changes === 0) throw failure('NOT_FOUND')
    }
    return { count: votes.length, result: null }
  })
  return { batchId }
}

interface Outcome {
  readonly electedOn: Day
  readonly approvedOn: Day | null
  readonly approvalDocument: string | null
}

/** A post ends on the day before its successor begins, but not before it began itself. */
function lastDay(heldFrom: PartialDate | null, end: Day): PartialDate {
  return heldFrom !== null && compareDates(heldFrom, end) === 'after' ? heldFrom : partialDateSchema.parse(end)
}

/**
 * Ends an election as one batch, see the contract. Throws NOT_FOUND, NOBODY_ELECTED, ELECTION_TOO_EARLY and, for one
 * that was ended already, COMMITTEE_STANDING.
 */
export function finishElection(db: BranchDatabase, id: CommitteeId, outcome: Outcome): { batchId: BatchId } {
  const preparing = requireCommittee(db, id)
  if (preparing.electedOn !== null) throw failure('COMMITTEE_STANDING')
  const { candidates, posts, endPost, endDelegates, update } = committeeQueries(db)
  const elected = candidates(id).filter(({ isElected }) => isElected)
  if (elected.length === 0) throw failure('NOBODY_ELECTED')
  const old = predecessorOf(db, preparing)
  if (old !== null && old.electedOn !== null && old.electedOn >= outcome.electedOn) {
    throw failure('ELECTION_TOO_EARLY', { day: old.electedOn })
  }
  const committee = { ...preparing, ...outcome }
  const eve = addDays(outcome.electedOn, -1)
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    const ending = old === null ? [] : posts.all(old.id).filter(({ heldTo }) => heldTo === null)
    if (old !== null) {
      for (const post of ending) endPost.run({ id: post.id, heldTo: lastDay(post.heldFrom, eve) })
      endDelegates.run({ committeeId: old.id, endedOn: eve })
      update.run({ ...old, endedOn: outcome.electedOn })
    }
    update.run(committee)
    for (const { memberId, title } of elected) insertSeat(db, committee, memberId, title, null, outcome.electedOn)
    return { count: ending.length + elected.length, result: null }
  })
  return { batchId }
}
