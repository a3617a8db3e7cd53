import type { Activity, Attendance, Participation } from '../../../shared/model/activity'
import type { ActivityId, MemberId, ParticipationId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

interface Window {
  readonly limit: number
  readonly offset: number
}

/** An activity with how many take part in what way. */
export type CountedActivity = Activity & { readonly [Count in Attendance]: number }

export interface ParticipantRow {
  readonly id: ParticipationId
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly attendance: Attendance
}

/** What a member signed up for. */
export type MemberActivity = Pick<Activity, 'title' | 'startsOn'> & Pick<Participation, 'activityId' | 'attendance'>

type ParticipantFilter = { readonly activityId: ActivityId; readonly attendance: Attendance | null }

const counted = (attendance: Attendance) =>
  `(SELECT count(*) FROM participation WHERE activity_id = activity.id AND attendance = '${attendance}')
    AS "${attendance}"`

const countedColumns = `id, title, type, starts_on AS startsOn, ends_on AS endsOn, place, cost, note,
  ${counted('signedUp')}, ${counted('present')}, ${counted('absent')}`

const matches = `(instr(lower(title), lower(@search)) > 0 OR instr(lower(coalesce(place, '')), lower(@search)) > 0)`

const wanted = 'activity_id = @activityId AND (@attendance IS NULL OR attendance = @attendance)'

/** Prepared statements of activities and who takes part in them. */
export const activityQueries = perDatabase(({ sqlite }) => ({
  /** Latest first; title or place contain the text. */
  list: sqlite.prepare<[Window & { readonly search: string }], CountedActivity>(
    `SELECT ${countedColumns} FROM activity WHERE ${matches} ORDER BY starts_on DESC, id DESC
    LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite
    .prepare<[{ readonly search: string }], number>(`SELECT count(*) FROM activity WHERE ${matches}`)
    .pluck(),
  get: sqlite.prepare<[ActivityId], CountedActivity>(`SELECT ${countedColumns} FROM activity WHERE id = ?`),

  insert: sqlite.prepare<[Activity]>(
    `INSERT INTO activity (id, title, type, starts_on, ends_on, place, cost, note)
    VALUES (@id, @title, @type, @startsOn, @endsOn, @place, @cost, @note)`,
  ),
  update: sqlite.prepare<[Activity]>(
    `UPDATE activity SET title = @title, type = @type, starts_on = @startsOn, ends_on = @endsOn, place = @place,
      cost = @cost, note = @note WHERE id = @id`,
  ),
  remove: sqlite.prepare<[ActivityId]>('DELETE FROM activity WHERE id = ?'),

  /** By name. */
  participants: sqlite.prepare<[Window & ParticipantFilter], ParticipantRow>(
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
  removeParticipations: sqlite.prepare<[ActivityId]>('DELETE FROM participation WHERE activity_id = ?'),

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
