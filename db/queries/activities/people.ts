import type { Activity, Attendance } from '../../../shared/model/activity'
import type { Day, Moment } from '../../../shared/model/date'
import type { ActivityId, MemberId, ParticipationId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import type { Page } from '../../../shared/model/page'
import type { Participation } from '../../../shared/model/participation'
import { perDatabase } from '../../branch-database'

export interface ParticipantRow extends Omit<Participation, 'activityId'> {
  readonly name: string
  readonly department: string | null
  readonly staffNumber: string | null
  readonly memberCardNumber: string | null
  readonly status: MembershipStatus
  /** Where in the waiting list; null for who has a place. */
  readonly waitingPlace: number | null
}

/** What a member signed up for. */
export type MemberActivity = Pick<Activity, 'title' | 'startsOn'> &
  Pick<Participation, 'activityId' | 'attendance' | 'waitingSince' | 'satisfaction'>

/** Somebody of the record, in few words. */
export interface ShortMember {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly staffNumber: string | null
  readonly status: MembershipStatus
}

interface ParticipantFilter {
  readonly activityId: ActivityId
  readonly show: Attendance | 'waiting' | null
  readonly search: string
}

interface OfActivity {
  readonly id: ParticipationId
  readonly activityId: ActivityId
}

export interface PlaceCounts extends Readonly<Record<Attendance, number>> {
  readonly quota: number | null
  readonly signUpUntil: Day | null
  /** JSON. */
  readonly eligible: string | null
  readonly taken: number
  readonly waiting: number
  /** Of those who said how they liked it. */
  readonly answers: number
  readonly satisfaction: number
}

interface SatisfactionOfDepartment {
  readonly department: string | null
  readonly answers: number
  readonly sum: number
}

const state = "CASE WHEN waiting_since IS NULL THEN attendance ELSE 'waiting' END"
const wanted = `activity_id = @activityId AND (@show IS NULL OR ${state} = @show)
  AND (@search = '' OR instr(name, @search) > 0 OR instr(replace(pinyin, ' ', ''), lower(@search)) > 0
    OR instr(coalesce(staff_number, ''), @search) > 0 OR instr(coalesce(department, ''), @search) > 0)`
const joined = `participation JOIN member ON member.id = participation.member_id
  JOIN member_standing ON member_standing.member_id = participation.member_id`
const queue = `WITH queue AS (SELECT id, row_number() OVER (ORDER BY waiting_since, id) AS place FROM participation
  WHERE activity_id = @activityId AND waiting_since IS NOT NULL)`
const shown = `participation.id AS id, participation.member_id AS memberId, name, department,
  staff_number AS staffNumber, member_card_number AS memberCardNumber, status, attendance,
  waiting_since AS waitingSince, queue.place AS waitingPlace, signed_up_at AS signedUpAt, attended_by AS attendedBy,
  attended_at AS attendedAt, satisfaction, participation.remark AS remark`
const short = `member.id AS memberId, name, department, staff_number AS staffNumber, status`
const ofActivity = 'WHERE id = @id AND activity_id = @activityId'

/** Prepared statements of who takes part in activities. */
export const participationQueries = perDatabase(({ sqlite }) => ({
  counts: sqlite.prepare<[ActivityId], PlaceCounts>(
    `SELECT quota, sign_up_until AS signUpUntil, eligible,
      count(participation.id) FILTER (WHERE waiting_since IS NULL) AS taken,
      count(waiting_since) AS waiting,
      count(*) FILTER (WHERE attendance = 'signedUp' AND waiting_since IS NULL) AS signedUp,
      count(*) FILTER (WHERE attendance = 'present') AS present,
      count(*) FILTER (WHERE attendance = 'absent') AS absent,
      count(satisfaction) AS answers, coalesce(sum(satisfaction), 0) AS satisfaction
    FROM activity LEFT JOIN participation ON activity_id = activity.id WHERE activity.id = ?
    GROUP BY activity.id`,
  ),
  /** By name; those who wait in their order. */
  participants: sqlite.prepare<[Page & ParticipantFilter], ParticipantRow>(
    `${queue} SELECT ${shown} FROM ${joined} LEFT JOIN queue ON queue.id = participation.id WHERE ${wanted}
    ORDER BY CASE WHEN @show = 'waiting' THEN queue.place END, pinyin, participation.member_id LIMIT @limit OFFSET @offset`,
  ),
  participantCount: sqlite
    .prepare<[ParticipantFilter], number>(`SELECT count(*) FROM ${joined} WHERE ${wanted}`)
    .pluck(),
  participant: sqlite.prepare<[OfActivity], ParticipantRow>(
    `${queue} SELECT ${shown} FROM ${joined} LEFT JOIN queue ON queue.id = participation.id
    WHERE participation.id = @id AND activity_id = @activityId`,
  ),
  /** What a member signed up for, latest first. */
  ofMember: sqlite.prepare<[MemberId], MemberActivity>(
    `SELECT activity_id AS activityId, title, starts_on AS startsOn, attendance, waiting_since AS waitingSince,
      satisfaction FROM participation
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
  find: sqlite.prepare<
    [ActivityId, MemberId],
    Pick<Participation, 'id' | 'attendance' | 'waitingSince' | 'satisfaction' | 'remark'>
  >(
    `SELECT id, attendance, waiting_since AS waitingSince, satisfaction, remark FROM participation
    WHERE activity_id = ? AND member_id = ?`,
  ),
  insertParticipation: sqlite.prepare<[Participation]>(
    `INSERT INTO participation (id, activity_id, member_id, attendance, waiting_since, signed_up_at, attended_by,
      attended_at, satisfaction, remark)
    VALUES (@id, @activityId, @memberId, @attendance, @waitingSince, @signedUpAt, @attendedBy, @attendedAt,
      @satisfaction, @remark)`,
  ),
  removeParticipation: sqlite.prepare<[OfActivity]>(`DELETE FROM participation ${ofActivity}`),

  /** Those who wait, the first one first. */
  waiting: sqlite.prepare<[ActivityId], { readonly id: ParticipationId; readonly name: string; waitingSince: Moment }>(
    `SELECT participation.id AS id, name, waiting_since AS waitingSince FROM participation
    JOIN member ON member.id = member_id
    WHERE activity_id = ? AND waiting_since IS NOT NULL ORDER BY waiting_since, participation.id`,
  ),
  /** Those with a place who are not said to have come, who signed up last first. */
  latest: sqlite.prepare<[ActivityId, number], { readonly id: ParticipationId; readonly name: string }>(
    `SELECT participation.id AS id, name FROM participation JOIN member ON member.id = member_id
    WHERE activity_id = ? AND waiting_since IS NULL AND attendance = 'signedUp'
    ORDER BY signed_up_at DESC, participation.id DESC LIMIT ?`,
  ),
  setWaiting: sqlite.prepare<[OfActivity & { readonly waitingSince: Moment | null }]>(
    `UPDATE participation SET waiting_since = @waitingSince ${ofActivity} AND attendance = 'signedUp'`,
  ),
  /** Whoever waits and comes has a place. */
  mark: sqlite.prepare<[OfActivity & Pick<Participation, 'attendance' | 'attendedBy' | 'attendedAt' | 'remark'>]>(
    `UPDATE participation SET attendance = @attendance, attended_by = @attendedBy, attended_at = @attendedAt,
      remark = coalesce(@remark, remark),
      waiting_since = CASE @attendance WHEN 'signedUp' THEN waiting_since END ${ofActivity}`,
  ),
  /** Those with a place of whom nothing is said. */
  unmarked: sqlite
    .prepare<[ActivityId], ParticipationId>(
      "SELECT id FROM participation WHERE activity_id = ? AND attendance = 'signedUp' AND waiting_since IS NULL",
    )
    .pluck(),
  rate: sqlite.prepare<[OfActivity & Pick<Participation, 'satisfaction' | 'remark'>]>(
    `UPDATE participation SET satisfaction = @satisfaction, remark = @remark ${ofActivity}`,
  ),

  /** Members of the ids, a JSON list. */
  members: sqlite.prepare<[string], ShortMember>(
    `SELECT ${short} FROM member JOIN member_standing ON member_id = member.id
    WHERE member.id IN (SELECT value FROM json_each(?))`,
  ),
  /** Everybody who has one of the mobile numbers, a JSON list. */
  byPhone: sqlite.prepare<[string], { readonly phone: string; readonly memberId: MemberId }>(
    `SELECT phone, id AS memberId FROM member WHERE phone IN (SELECT value FROM json_each(?))
    AND id NOT IN (SELECT member_id FROM member_merge)`,
  ),
  /** Everybody's name as it sounds. */
  spelled: sqlite.prepare<[], { readonly memberId: MemberId; readonly name: string; readonly pinyin: string }>(
    'SELECT member_id AS memberId, name, pinyin FROM member_standing JOIN member ON member.id = member_id',
  ),
  pinyin: sqlite.prepare<[string], string>('SELECT name_pinyin(?)').pluck(),
  names: sqlite
    .prepare<[], string>('SELECT DISTINCT name FROM member WHERE id NOT IN (SELECT member_id FROM member_merge)')
    .pluck(),

  /** Whose code, number or name it is, among those who take part. */
  byCode: sqlite.prepare<
    [{ readonly activityId: ActivityId; readonly text: string; readonly tail: string | null }],
    ParticipantRow
  >(
    `${queue} SELECT ${shown} FROM ${joined} LEFT JOIN queue ON queue.id = participation.id
    WHERE activity_id = @activityId AND (name = @text OR staff_number = @text COLLATE NOCASE
      OR member_card_number = @text COLLATE NOCASE OR substr(participation.member_id, -8) = @tail) ORDER BY pinyin LIMIT 20`,
  ),
  /** The same among everybody. */
  memberByCode: sqlite.prepare<[{ readonly text: string; readonly tail: string | null }], ShortMember>(
    `SELECT ${short} FROM member JOIN member_standing ON member_id = member.id
    WHERE name = @text OR staff_number = @text COLLATE NOCASE OR member_card_number = @text COLLATE NOCASE
      OR substr(member.id, -8) = @tail ORDER BY pinyin LIMIT 20`,
  ),
  activityByTail: sqlite.prepare<[string], Pick<Activity, 'id' | 'title'>>(
    'SELECT id, title FROM activity WHERE substr(id, -8) = ?',
  ),

  /** How many gave each number of points. */
  points: sqlite.prepare<[ActivityId], { readonly points: number; readonly answers: number }>(
    `SELECT satisfaction AS points, count(*) AS answers FROM participation
    WHERE activity_id = ? AND satisfaction IS NOT NULL GROUP BY satisfaction`,
  ),
  satisfactionByDepartment: sqlite.prepare<[ActivityId], SatisfactionOfDepartment>(
    `SELECT department, count(*) AS answers, sum(satisfaction) AS sum FROM participation
    JOIN member ON member.id = member_id WHERE activity_id = ? AND satisfaction IS NOT NULL
    GROUP BY department ORDER BY department IS NULL, department`,
  ),
  /** Remarks, the least satisfied first. */
  remarks: sqlite.prepare<
    [Page & { readonly activityId: ActivityId }],
    Pick<ParticipantRow, 'id' | 'memberId' | 'name' | 'department' | 'satisfaction'> & { readonly remark: string }
  >(
    `SELECT participation.id AS id, participation.member_id AS memberId, name, department, satisfaction,
      participation.remark AS remark FROM ${joined}
    WHERE activity_id = @activityId AND participation.remark IS NOT NULL
    ORDER BY satisfaction IS NULL, satisfaction, pinyin LIMIT @limit OFFSET @offset`,
  ),
  remarkCount: sqlite
    .prepare<[ActivityId], number>('SELECT count(remark) FROM participation WHERE activity_id = ?')
    .pluck(),
}))
