import type { Day } from '../../shared/model/date'
import type { ActivityId } from '../../shared/model/id'
import type { MembershipStatus } from '../../shared/model/membership'
import { perDatabase } from '../branch-database'

/** Prepared statements of the home page; each answers at once at 100,000 members. */
export const homeQueries = perDatabase(({ sqlite }) => ({
  unionName: sqlite.prepare<[], string>('SELECT union_name FROM branch').pluck(),

  statuses: sqlite.prepare<[], { readonly status: MembershipStatus; readonly count: number }>(
    'SELECT status, count(*) AS count FROM member_standing GROUP BY status',
  ),

  upcomingActivities: sqlite.prepare<
    [{ readonly from: Day; readonly to: Day }],
    { readonly activityId: ActivityId; readonly title: string; readonly startsOn: Day }
  >(
    `SELECT id AS activityId, title, starts_on AS startsOn FROM activity
    WHERE starts_on BETWEEN @from AND @to AND cancelled_on IS NULL ORDER BY starts_on, id`,
  ),

  /** Activities to come that were handed in at least once; whose turn it is follows from their steps. */
  activitiesInApproval: sqlite.prepare<[{ readonly from: Day }], { readonly activityId: ActivityId }>(
    `SELECT id AS activityId FROM activity WHERE ends_on >= @from AND cancelled_on IS NULL AND settled_on IS NULL
    AND EXISTS (SELECT 1 FROM activity_step WHERE activity_id = activity.id) ORDER BY starts_on, id`,
  ),
  /** How many activities that were planned with a budget or handed in are over and not settled. */
  unsettledActivities: sqlite
    .prepare<[{ readonly before: Day }], number>(
      `SELECT count(*) FROM activity WHERE ends_on < @before AND cancelled_on IS NULL AND settled_on IS NULL
      AND (EXISTS (SELECT 1 FROM activity_step WHERE activity_id = activity.id)
        OR EXISTS (SELECT 1 FROM activity_budget WHERE activity_id = activity.id))`,
    )
    .pluck(),

  /** Activities that have ended with participants of whom nobody said whether they came. */
  unmarkedActivities: sqlite.prepare<
    [{ readonly before: Day }],
    { readonly activityId: ActivityId; readonly title: string; readonly signedUp: number }
  >(
    `SELECT activity.id AS activityId, title, count(*) AS signedUp FROM activity
    JOIN participation ON activity_id = activity.id AND attendance = 'signedUp'
    WHERE ends_on < @before AND cancelled_on IS NULL GROUP BY activity.id ORDER BY ends_on, activity.id`,
  ),

  /** Present members without an ID number or a phone number, which the real-name record 实名制 asks for. */
  incompleteMembers: sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM member JOIN member_standing ON member_id = member.id
      WHERE (id_number IS NULL OR phone IS NULL) AND status IN ('active', 'kept')`,
    )
    .pluck(),

  isEnrolled: sqlite.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM enrolment)').pluck(),
  syncAttention: sqlite
    .prepare<[], number>("SELECT count(*) FROM receipt WHERE result IN ('held', 'rejected')")
    .pluck(),
}))
