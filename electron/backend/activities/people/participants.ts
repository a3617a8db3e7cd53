import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries } from '../../../../db/queries/activities/people'
import { failure } from '../../../../shared/contract/errors'
import type { Activity, Attendance } from '../../../../shared/model/activity'
import {
  newId,
  participationIdSchema,
  type ActivityId,
  type BatchId,
  type MemberId,
  type ParticipationId,
} from '../../../../shared/model/id'
import { writeRows } from '../../write-rows'

/** Signs members up, see the contract. Error NOT_FOUND when one of them is no member. */
export async function addParticipants(
  db: BranchDatabase,
  { id: activityId, title }: Activity,
  memberIds: readonly MemberId[],
): Promise<{ batchId: BatchId; added: number }> {
  const { insertParticipation, isMember, takesPart } = participationQueries(db)
  const fresh = [...new Set(memberIds)].filter((memberId) => takesPart.get(activityId, memberId) === 0)
  if (fresh.some((memberId) => isMember.get(memberId) === 0)) throw failure('NOT_FOUND')
  const batchId = await writeRows(db, { kind: 'participants', title }, fresh, (memberId) =>
    insertParticipation.run({ id: newId(participationIdSchema), activityId, memberId, attendance: 'signedUp' }),
  )
  return { batchId, added: fresh.length }
}

/** Takes participants off an activity. Error NOT_FOUND when one of them does not take part in it. */
export async function removeParticipants(
  db: BranchDatabase,
  { id: activityId, title }: Activity,
  participationIds: readonly ParticipationId[],
): Promise<{ batchId: BatchId }> {
  const { removeParticipation } = participationQueries(db)
  const batchId = await writeRows(db, { kind: 'removal', title }, [...new Set(participationIds)], (id) => {
    if (removeParticipation.run({ id, activityId }).changes === 0) throw failure('NOT_FOUND')
  })
  return { batchId }
}

/** Says of participants, or with null of all of an activity, whether they came. Error NOT_FOUND for a stranger. */
export function markAttendance(
  db: BranchDatabase,
  activityId: ActivityId,
  participationIds: readonly ParticipationId[] | null,
  attendance: Attendance,
): void {
  const { mark, markAll } = participationQueries(db)
  db.write(() => {
    if (participationIds === null) markAll.run({ activityId, attendance })
    else
      for (const id of participationIds) {
        if (mark.run({ id, activityId, attendance }).changes === 0) throw failure('NOT_FOUND')
      }
  })
}
