import type { BranchDatabase } from '../../../../db/branch-database'
import { participationQueries, type ParticipantRow, type ShortMember } from '../../../../db/queries/activities/people'
import { failure } from '../../../../shared/contract/errors'
import type { Attendance } from '../../../../shared/model/activity'
import { now, type Moment } from '../../../../shared/model/date'
import type { ActivityId, BatchId, MemberId, ParticipationId } from '../../../../shared/model/id'
import { REMARK_MAX, type AttendedBy } from '../../../../shared/model/participation'
import { readCode } from '../../../../shared/rules/activities/sign-in-code'
import { writeRows } from '../../write-rows'
import { enter, requireCounts, type NamedActivity } from './sign-up'

interface Said {
  readonly id: ParticipationId
  readonly attendance: Attendance
  readonly by: AttendedBy
  readonly at?: Moment | null
  /** Stands in place of the remark there was. */
  readonly remark?: string | null
}

/** Says within a write whether somebody came. Throws NOT_FOUND for who does not take part. */
function say(db: BranchDatabase, activityId: ActivityId, { id, attendance, by, at, remark = null }: Said): void {
  const isSaid = attendance !== 'signedUp'
  const changes = participationQueries(db).mark.run({
    id,
    activityId,
    attendance,
    attendedBy: isSaid ? by : null,
    attendedAt: isSaid ? (at ?? now()) : null,
    remark,
  }).changes
  if (changes === 0) throw failure('NOT_FOUND')
}

/** Says of participants by hand whether they came, see the contract. */
export async function mark(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  participationIds: readonly ParticipationId[] | null,
  attendance: Attendance,
): Promise<{ batchId: BatchId | null; marked: number }> {
  const ids =
    participationIds === null ? participationQueries(db).unmarked.all(activityId) : [...new Set(participationIds)]
  const [only] = ids
  if (participationIds !== null && ids.length === 1 && only !== undefined) {
    db.write(() => say(db, activityId, { id: only, attendance, by: 'hand' }))
    return { batchId: null, marked: 1 }
  }
  const batchId = await writeRows(db, { kind: 'attendance', title }, ids, (id) =>
    say(db, activityId, { id, attendance, by: 'hand' }),
  )
  return { batchId, marked: ids.length }
}

/** Enters afterwards that people came, see the contract. */
export async function makeUp(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  participationIds: readonly ParticipationId[],
  remark: string,
): Promise<{ batchId: BatchId; marked: number }> {
  const ids = [...new Set(participationIds)]
  const batchId = await writeRows(db, { kind: 'attendance', title }, ids, (id) => {
    const before = participationQueries(db).participant.get({ id, activityId })?.remark ?? null
    const whole = [before, remark].filter((part) => part !== null).join('；')
    say(db, activityId, { id, attendance: 'present', by: 'later', remark: whole.slice(0, REMARK_MAX) })
  })
  return { batchId, marked: ids.length }
}

/** Writes the attendance out of a sheet, see the contract. */
export async function markFound(
  db: BranchDatabase,
  { id: activityId, title }: NamedActivity,
  people: readonly {
    readonly memberId: MemberId
    readonly attendance: 'present' | 'absent'
    readonly attendedAt: Moment | null
  }[],
): Promise<{ batchId: BatchId; marked: number; added: number }> {
  const { find } = participationQueries(db)
  const rows = [...new Map(people.map((person) => [person.memberId, person])).values()].flatMap((person) => {
    const participation = find.get(activityId, person.memberId)
    // Who did not sign up and did not come has nothing to do with it.
    return participation === undefined && person.attendance === 'absent' ? [] : [{ ...person, participation }]
  })
  const batchId = await writeRows(db, { kind: 'attendance', title }, rows, ({ memberId, participation, ...said }) => {
    const id = participation?.id ?? enter(db, { activityId, memberId })
    say(db, activityId, { id, attendance: said.attendance, by: 'file', at: said.attendedAt })
  })
  return { batchId, marked: rows.length, added: rows.filter((row) => row.participation === undefined).length }
}

type Scanned =
  | { readonly kind: 'present' | 'already' | 'waiting'; readonly participant: ParticipantRow }
  | { readonly kind: 'notSignedUp'; readonly member: ShortMember }
  | { readonly kind: 'several'; readonly members: ShortMember[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'activity'; readonly activityId: ActivityId; readonly title: string }

/** Signs in whose code it is, see the contract. */
export function scan(db: BranchDatabase, activityId: ActivityId, scanned: string): Scanned {
  const { byCode, memberByCode, activityByTail } = participationQueries(db)
  requireCounts(db, activityId)
  const code = readCode(scanned)
  if (code.kind === 'activity') {
    const activity = activityByTail.get(code.tail)
    return activity === undefined
      ? { kind: 'unknown' }
      : { kind: 'activity', activityId: activity.id, title: activity.title }
  }
  const [participant, ...others] = byCode.all({ activityId, ...code })
  if (participant !== undefined && others.length > 0) return { kind: 'several', members: [participant, ...others] }
  if (participant !== undefined) {
    if (participant.attendance === 'present') return { kind: 'already', participant }
    if (participant.waitingSince !== null) return { kind: 'waiting', participant }
    db.write(() => say(db, activityId, { id: participant.id, attendance: 'present', by: 'scan' }))
    return { kind: 'present', participant: requireParticipant(db, activityId, participant.id) }
  }
  const [member, ...more] = memberByCode.all(code)
  if (member === undefined) return { kind: 'unknown' }
  return more.length === 0 ? { kind: 'notSignedUp', member } : { kind: 'several', members: [member, ...more] }
}

/** Signs in a member, whether signed up or not, see the contract. */
export function walkIn(db: BranchDatabase, activityId: ActivityId, memberId: MemberId): ParticipantRow {
  requireCounts(db, activityId)
  const known = participationQueries(db).find.get(activityId, memberId)
  if (known?.attendance === 'present') return requireParticipant(db, activityId, known.id)
  const id = db.write(() => {
    const entered = known?.id ?? enter(db, { activityId, memberId, signedUpAt: now() })
    say(db, activityId, { id: entered, attendance: 'present', by: 'scan' })
    return entered
  })
  return requireParticipant(db, activityId, id)
}

function requireParticipant(db: BranchDatabase, activityId: ActivityId, id: ParticipationId): ParticipantRow {
  const participant = participationQueries(db).participant.get({ id, activityId })
  if (participant === undefined) throw failure('NOT_FOUND')
  return participant
}
