import type { ActivityType, Attendance } from '../../../shared/model/activity'
import type { Day, PartialDate } from '../../../shared/model/date'
import type { ActivityId, MemberId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

/** Rows of whole tables come as arrays, which are read faster than objects. */
export type RecordedMemberLine = readonly [
  row: number,
  id: MemberId,
  pinyin: string,
  department: string | null,
  gender: string | null,
  birthDate: PartialDate | null,
  employmentStatus: string | null,
  since: string | null,
  until: string | null,
]

export type RecordedActivityLine = readonly [
  id: ActivityId,
  type: ActivityType,
  startsOn: Day,
  cost: number | null,
  isOpen: 0 | 1,
]

/** Prepared statements that read who was a member and who came to what, in portions. */
export const recordedQueries = perDatabase(({ sqlite }) => ({
  /** The next members after a row, in the order in which they lie. */
  membersAfter: sqlite
    .prepare<[{ readonly row: number; readonly limit: number }], RecordedMemberLine>(
      `SELECT member.rowid, member.id, pinyin, department, gender, birth_date, employment_status,
        coalesce(join_date, (SELECT date FROM membership_event WHERE member_id = member.id
          AND type IN ('admission', 'transferIn') ORDER BY rowid LIMIT 1)),
        CASE WHEN status IN ('active', 'kept') THEN NULL
          ELSE (SELECT coalesce(date, substr(recorded_at, 1, 10)) FROM membership_event WHERE member_id = member.id
            ORDER BY rowid DESC LIMIT 1) END
      FROM member CROSS JOIN member_standing ON member_standing.member_id = member.id
      WHERE member.rowid > @row ORDER BY member.rowid LIMIT @limit`,
    )
    .raw(),
  /** Those that were not called off, earliest first. */
  activities: sqlite
    .prepare<[], RecordedActivityLine>(
      `SELECT id, type, starts_on, cost, eligible IS NULL FROM activity WHERE cancelled_on IS NULL
      ORDER BY starts_on, id`,
    )
    .raw(),
  /** Answered from an index alone. */
  people: sqlite
    .prepare<[ActivityId, Attendance], MemberId>(
      'SELECT member_id FROM participation WHERE activity_id = ? AND attendance = ?',
    )
    .pluck(),
}))
