import type { BranchDatabase } from '../../../../db/branch-database'
import { committeeQueries } from '../../../../db/queries/officers/committees'
import { memberQueries } from '../../../../db/queries/members'
import { organisationQueries } from '../../../../db/queries/organisation'
import { failure } from '../../../../shared/contract/errors'
import type { Committee, CommitteeInput } from '../../../../shared/model/committee'
import { partialDateSchema, type Day } from '../../../../shared/model/date'
import {
  committeeIdSchema,
  newId,
  postIdSchema,
  type BatchId,
  type CommitteeId,
  type MemberId,
  type PostId,
} from '../../../../shared/model/id'
import type { PostInput } from '../../../../shared/model/post'
import { committeeName, termName } from '../../../../shared/rules/officers/names'
import { requireUnit, unitsOf } from '../../organisation/units'
import { isOfSame, requireCommittee } from './summaries'

/** What a batch about a committee is called. */
export function titleOf(
  db: BranchDatabase,
  { kind, unitId, term }: Pick<Committee, 'kind' | 'unitId' | 'term'>,
): string {
  const unit = unitsOf(db).find(({ id }) => id === unitId)
  return `${unit?.name ?? ''}${termName(term)}${committeeName(kind)}`
}

/** Only one committee of a kind and place stands at a time, and one election of it is prepared. */
function requirePlace(db: BranchDatabase, committee: CommitteeInput, id: CommitteeId | null): void {
  if (committee.unitId !== null) requireUnit(unitsOf(db), committee.unitId)
  if (committee.endedOn !== null) return
  const isTaken = committeeQueries(db)
    .list.all()
    .some(
      (other) =>
        other.id !== id &&
        other.endedOn === null &&
        (other.electedOn === null) === (committee.electedOn === null) &&
        isOfSame(other, committee),
    )
  if (isTaken) throw failure('COMMITTEE_STANDING')
}

/** Throws NOT_FOUND, COMMITTEE_STANDING. */
export function addCommittee(
  db: BranchDatabase,
  input: CommitteeInput,
): { readonly id: CommitteeId; readonly batchId: BatchId } {
  requirePlace(db, input, null)
  const id = newId(committeeIdSchema)
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, input) }, () => {
    committeeQueries(db).insert.run({ ...input, id })
    return { count: 1, result: null }
  })
  return { id, batchId }
}

/** Throws NOT_FOUND, COMMITTEE_STANDING. */
export function updateCommittee(db: BranchDatabase, id: CommitteeId, input: CommitteeInput): { batchId: BatchId } {
  requireCommittee(db, id)
  requirePlace(db, input, id)
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, input) }, () => {
    committeeQueries(db).update.run({ ...input, id })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Removes a committee with all of its election; its posts stay. Throws NOT_FOUND. */
export function removeCommittee(db: BranchDatabase, id: CommitteeId): { batchId: BatchId } {
  const committee = requireCommittee(db, id)
  const { releasePosts, removeSteps, removeCandidates, removeDelegates, remove } = committeeQueries(db)
  const { batchId } = db.writeBatch({ kind: 'removal', title: titleOf(db, committee) }, () => {
    const count = [releasePosts, removeSteps, removeCandidates, removeDelegates].reduce(
      (sum, statement) => sum + statement.run(id).changes,
      1,
    )
    remove.run(id)
    return { count, result: null }
  })
  return { batchId }
}

interface Seats {
  readonly memberIds: readonly MemberId[]
  readonly title: string
  readonly engagement: PostInput['engagement']
  readonly heldFrom: Day
}

/** Gives members seats of a committee. Throws NOT_FOUND. */
export function seat(
  db: BranchDatabase,
  id: CommitteeId,
  { memberIds, title, engagement, heldFrom }: Seats,
): { batchId: BatchId } {
  const committee = requireCommittee(db, id)
  const fresh = [...new Set(memberIds)]
  if (fresh.some((memberId) => memberQueries(db).get.get(memberId) === undefined)) throw failure('NOT_FOUND')
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    for (const memberId of fresh) insertSeat(db, committee, memberId, title, engagement, heldFrom)
    return { count: fresh.length, result: null }
  })
  return { batchId }
}

/** Writes a seat within the batch that is going on. */
export function insertSeat(
  db: BranchDatabase,
  { id: committeeId, unitId, term, approvalDocument }: Committee,
  memberId: MemberId,
  title: string,
  engagement: PostInput['engagement'],
  heldFrom: Day,
): void {
  organisationQueries(db).insertPost.run({
    id: newId(postIdSchema),
    memberId,
    committeeId,
    unitId,
    title,
    engagement,
    term: termName(term),
    heldFrom: partialDateSchema.parse(heldFrom),
    heldTo: null,
    // A post keeps a shorter number than a committee does.
    documentNumber: approvalDocument?.slice(0, 60) ?? null,
    note: null,
  })
}

/** Makes posts that are there already seats of a committee. Throws NOT_FOUND. */
export function adoptPosts(db: BranchDatabase, id: CommitteeId, postIds: readonly PostId[]): { batchId: BatchId } {
  const committee = requireCommittee(db, id)
  const { batchId } = db.writeBatch({ kind: 'committee', title: titleOf(db, committee) }, () => {
    for (const postId of new Set(postIds)) {
      const { changes } = committeeQueries(db).adopt.run({
        id: postId,
        committeeId: id,
        term: termName(committee.term),
      })
      if (changes === 0) throw failure('NOT_FOUND')
    }
    return { count: postIds.length, result: null }
  })
  return { batchId }
}
