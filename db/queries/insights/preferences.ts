import type { ActivityType } from '../../../shared/model/activity'
import type { Day, PartialDate } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

/** Prepared statements of what one member comes to. */
export const preferenceQueries = perDatabase(({ sqlite }) => ({
  since: sqlite
    .prepare<[MemberId], PartialDate | null>(
      `SELECT coalesce(join_date, (SELECT date FROM membership_event WHERE member_id = member.id
        AND type IN ('admission', 'transferIn') ORDER BY rowid LIMIT 1)) FROM member WHERE id = ?`,
    )
    .pluck(),
  /** By kind: the activities that a member could come to, and those that they came to. */
  types: sqlite.prepare<
    [{ readonly memberId: MemberId; readonly from: Day; readonly until: Day }],
    { readonly type: ActivityType; readonly held: number; readonly came: number }
  >(
    `SELECT type, count(*) AS held, count(CASE attendance WHEN 'present' THEN 1 END) AS came FROM activity
    LEFT JOIN participation ON activity_id = activity.id AND member_id = @memberId
    WHERE starts_on BETWEEN @from AND @until AND cancelled_on IS NULL
      AND (eligible IS NULL OR member_id IS NOT NULL)
    GROUP BY type ORDER BY came DESC, held DESC`,
  ),
}))
