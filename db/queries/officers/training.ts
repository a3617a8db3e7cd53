import type { Training, TrainedOfficer } from '../../../shared/contract/officers/training'
import type { Day } from '../../../shared/model/date'
import type { ActivityId, MemberId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'

interface Span {
  readonly from: Day
  readonly until: Day
}

const counted = (attendance: string) =>
  `(SELECT count(*) FROM participation WHERE activity_id = activity.id AND attendance = '${attendance}')`

/** What teaches something, as it was held. */
const isTraining = "activity.type IN ('training', 'lecture') AND cancelled_on IS NULL"

/** Prepared statements of training held and attended. */
export const trainingQueries = perDatabase(({ sqlite }) => ({
  /** Latest first. */
  list: sqlite.prepare<[Span], Training>(
    `SELECT activity.id AS activityId, title, activity.type, starts_on AS startsOn, ends_on AS endsOn, hours, lecturer,
      provider_id AS providerId, provider.name AS providerName, ${counted('signedUp')} AS signedUp,
      ${counted('present')} AS present
    FROM activity LEFT JOIN provider ON provider.id = provider_id
    WHERE ${isTraining} AND starts_on BETWEEN @from AND @until ORDER BY starts_on DESC, activity.id DESC`,
  ),
  /** Those named in JSON, by name, with the training that they attended between two days. */
  attendedBy: sqlite.prepare<[Span & { readonly members: string }], Omit<TrainedOfficer, 'posts' | 'roles'>>(
    `SELECT member.id AS memberId, name, department, count(activity.id) AS trainings,
      coalesce(sum(activity.hours), 0) AS hours
    FROM json_each(@members) JOIN member ON member.id = json_each.value
    JOIN member_standing ON member_standing.member_id = member.id
    LEFT JOIN participation ON participation.member_id = member.id AND attendance = 'present'
    LEFT JOIN activity ON activity.id = activity_id AND ${isTraining} AND starts_on BETWEEN @from AND @until
    GROUP BY member.id ORDER BY pinyin, member.id`,
  ),
  /** What a member attended, the latest first; types as JSON. */
  attended: sqlite.prepare<
    [Span & { readonly memberId: MemberId; readonly types: string }],
    { readonly activityId: ActivityId; readonly title: string; readonly startsOn: Day; readonly hours: number | null }
  >(
    `SELECT activity.id AS activityId, title, starts_on AS startsOn, hours FROM participation
    JOIN activity ON activity.id = activity_id
    WHERE member_id = @memberId AND attendance = 'present' AND cancelled_on IS NULL
      AND type IN (SELECT value FROM json_each(@types)) AND starts_on BETWEEN @from AND @until
    ORDER BY starts_on DESC, activity.id DESC`,
  ),
}))
