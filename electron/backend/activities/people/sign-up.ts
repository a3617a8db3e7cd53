import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries, type PlaceCounts, type ShortMember } from '../../../../db/queries/activities/people'
import { failure } from '../../../../shared/contract/errors'
import { eligibleSchema } from '../../../../shared/model/activity'
import { now, type Day, type Moment } from '../../../../shared/model/date'
import {
  newId,
  participationIdSchema,
  type ActivityId,
  type BatchId,
  type MemberId,
  type ParticipationId,
} from '../../../../shared/model/id'
import type { Participation } from '../../../../shared/model/participation'
import {
  inOrderOfSignUp,
  placesForNew,
  placesForWaiting,
  WaitingMoments,
} from '../../../../shared/rules/activities/places'
import { dayOf } from '../../../../shared/rules/date'
import { writeRows } from '../../write-rows'
import { mayCome } from '../plan/eligible'

export interface NamedActivity {
  readonly id: ActivityId
  readonly title: string
}

/** The places of an activity. Throws NOT_FOUND. */
export function requireCounts(db: BranchDatabase, id: ActivityId): PlaceCounts {
  const counts = participationQueries(db).counts.get(id)
  if (counts === undefined) throw failure('NOT_FOUND')
  return counts
}

/** Nothing said yet of somebody who takes part. */
const nothingSaid = {
  attendance: 'signedUp',
  waitingSince: null,
  signedUpAt: null,
  attendedBy: null,
  attendedAt: null,
  satisfaction: null,
  remark: null,
} satisfies Partial<Participation>

/** Enters somebody new, within a write. Throws NOT_FOUND for who is no member. */
export function enter(
  db: BranchDatabase,
  said: Pick<Participation, 'activityId' | 'memberId'> & Partial<Participation>,
): ParticipationId {
  const { isMember, insertParticipation } = participationQueries(db)
  if (isMember.get(said.memberId) === 0) throw failure('NOT_FOUND')
  const id = newId(participationIdSchema)
  insertParticipation.run({ ...nothingSaid, ...said, id })
  return id
}

interface SignUp {
  readonly memberIds: readonly MemberId[]
  readonly beyondQuota?: boolean
  readonly said?: readonly {
    readonly memberId: MemberId
    readonly signedUpAt: Moment | null
    readonly remark: string | null
  }[]
}

/** Signs members up, see the contract. Throws NOT_FOUND when one of them is no member. */
export async function signUp(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  { memberIds, beyondQuota = false, said = [] }: SignUp,
): Promise<{ batchId: BatchId; added: number; waiting: number }> {
  const { isMember, takesPart, waiting } = participationQueries(db)
  const sayings = new Map(said.map((saying) => [saying.memberId, saying]))
  const fresh = [...new Set(memberIds)].filter((memberId) => takesPart.get(activityId, memberId) === 0)
  if (fresh.some((memberId) => isMember.get(memberId) === 0)) throw failure('NOT_FOUND')
  const moment = now()
  const entries = inOrderOfSignUp(
    fresh.map((memberId) => sayings.get(memberId) ?? { memberId, signedUpAt: null, remark: null }),
    moment,
  )
  const moments = new WaitingMoments(waiting.all(activityId).map(({ waitingSince }) => waitingSince))
  const free = beyondQuota ? null : placesForNew(requireCounts(db, activityId))
  const placed = free === null ? entries.length : Math.min(free, entries.length)
  const rows = entries.map((entry, index) => ({ ...entry, waits: index >= placed }))
  const batchId = await writeRows(
    db,
    { kind: 'participants', title },
    rows,
    ({ memberId, signedUpAt, remark, waits }) =>
      enter(db, {
        activityId,
        memberId,
        signedUpAt: signedUpAt ?? moment,
        waitingSince: waits ? moments.next(signedUpAt ?? moment) : null,
        remark,
      }),
  )
  return { batchId, added: rows.length, waiting: rows.length - placed }
}

/** What speaks against members signing up, see the contract. */
export function checkSignUp(
  db: BranchDatabase,
  id: ActivityId,
  memberIds: readonly MemberId[],
  today: Day = dayOf(new Date()),
) {
  const { members } = participationQueries(db)
  const counts = requireCounts(db, id)
  const asked: readonly ShortMember[] = members.all(JSON.stringify([...new Set(memberIds)]))
  const eligible = counts.eligible === null ? null : eligibleSchema.parse(JSON.parse(counts.eligible))
  const may = eligible === null || asked.length === 0 ? null : mayCome(db, { eligible })
  const { signUpUntil } = counts
  const isGone = ({ status }: ShortMember) => status !== 'active' && status !== 'kept'
  return {
    late: signUpUntil !== null && signUpUntil < today ? signUpUntil : null,
    eligible: eligible?.name ?? null,
    notEligible: may === null ? [] : asked.filter((member) => !isGone(member) && !may(member.memberId)),
    gone: asked.filter(isGone),
    free: placesForNew(counts),
  }
}

/** Takes participants off an activity. Throws NOT_FOUND when one of them does not take part in it. */
export async function removeParticipants(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  participationIds: readonly ParticipationId[],
): Promise<{ batchId: BatchId }> {
  const { removeParticipation } = participationQueries(db)
  const batchId = await writeRows(db, { kind: 'removal', title }, [...new Set(participationIds)], (id) => {
    if (removeParticipation.run({ id, activityId }).changes === 0) throw failure('NOT_FOUND')
  })
  return { batchId }
}

/** Gives places to those who wait, see the contract. */
export async function moveUp(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  participationIds: readonly ParticipationId[] | null,
): Promise<{ batchId: BatchId; moved: number }> {
  const { waiting, setWaiting } = participationQueries(db)
  const all = waiting.all(activityId).map(({ id }) => id)
  const ids =
    participationIds === null
      ? all.slice(0, placesForWaiting(requireCounts(db, activityId)))
      : [...new Set(participationIds)]
  if (ids.some((id) => !all.includes(id))) throw failure('NOT_FOUND')
  const batchId = await writeRows(db, { kind: 'participants', title }, ids, (id) => {
    setWaiting.run({ id, activityId, waitingSince: null })
  })
  return { batchId, moved: ids.length }
}

/** Puts people at the end of the waiting list, see the contract. */
export async function moveBack(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  participationIds: readonly ParticipationId[],
): Promise<{ batchId: BatchId; moved: number }> {
  const { waiting, setWaiting, unmarked } = participationQueries(db)
  const placed = new Set(unmarked.all(activityId))
  const ids = [...new Set(participationIds)].filter((id) => placed.has(id))
  const queue = waiting.all(activityId).map(({ waitingSince }) => waitingSince)
  const moments = new WaitingMoments(queue)
  // The clock may have been put back meanwhile: the end of the list is behind everybody there.
  const end = [now(), ...queue].toSorted().at(-1) ?? now()
  const batchId = await writeRows(db, { kind: 'participants', title }, ids, (id) => {
    setWaiting.run({ id, activityId, waitingSince: moments.next(end) })
  })
  return { batchId, moved: ids.length }
}
