import type { Activity, Attendance, Participation } from '../../../shared/model/activity'
import type { ActivityId, MemberId, ParticipationId } from '../../../shared/model/id'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'

export interface ParticipantRow {
  readonly id: ParticipationId
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly attendance: Attendance
}

/** What a member signed up for. */
export type MemberActivity = Pick<Activity, 'title' | 'startsOn'> & Pick<Participation, 'activityId' | 'attendance'>

interface ParticipantFilter {
  readonly activityId: ActivityId
  readonly attendance: Attendance | null
}

const wanted = 'activity_id = @activityId AND (@attendance IS NULL OR attendance = @attendance)'

/** Prepared statements of who takes part in activities. */
export const participationQueries = perDatabase(({ sqlite }) => ({
  /** By name. */
  participants: sqlite.prepare<[Page & ParticipantFilter], ParticipantRow>(
    `SELECT participation.id AS id, participation.member_id AS memberId, name, department, attendance FROM participation
    JOIN member ON member.id = participation.member_id
    JOIN member_standing ON member_standing.member_id = participation.member_id
    WHERE ${wanted} ORDER BY pinyin, participation.member_id LIMIT @limit OFFSET @offset`,
  ),
  participantCount: sqlite
    .prepare<[ParticipantFilter], number>(`SELECT count(*) FROM participation WHERE ${wanted}`)
    .pluck(),
  /** What a member signed up for, latest first. */
  ofMember: sqlite.prepare<[MemberId], MemberActivity>(
    `SELECT activity_id AS activityId, title, starts_on AS startsOn, attendance FROM participation
    JOIN activity ON activity.id = participation.activity_id
    WHERE member_id = ? ORDER BY starts_on DESC, activity_id DESC`,
  ),
  isMember: sqlite
    .prepare<[MemberId], number>('SELECT EXISTS (SELECT 1 FROM member_standing WHERE member_id = ?)')
    .pluck(),
  takesPart: sqlite
    .prepare<[ActivityId, MemberId], number>(
      'SELECT EXISTS (SELECT 1 FROM participation WHERE activity_id = ? AND member_id = ?)',
    )
    .pluck(),
  insertParticipation: sqlite.prepare<[Participation]>(
    `INSERT INTO participation (id, activity_id, member_id, attendance)
    VALUES (@id, @activityId, @memberId, @attendance)`,
  ),
  removeParticipation: sqlite.prepare<[{ readonly id: ParticipationId; readonly activityId: ActivityId }]>(
    'DELETE FROM participation WHERE id = @id AND activity_id = @activityId',
  ),
  mark: sqlite.prepare<
    [{ readonly id: ParticipationId; readonly activityId: ActivityId; readonly attendance: Attendance }]
  >('UPDATE participation SET attendance = @attendance WHERE id = @id AND activity_id = @activityId'),
  markAll: sqlite.prepare<[{ readonly activityId: ActivityId; readonly attendance: Attendance }]>(
    'UPDATE participation SET attendance = @attendance WHERE activity_id = @activityId AND attendance <> @attendance',
  ),
}))
