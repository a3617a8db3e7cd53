import type { ActivityType } from '../../../shared/model/activity'
import type { CareKind } from '../../../shared/model/care-gift'
import type { Day, Month } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

interface Days {
  readonly from: Day
  readonly until: Day
}

interface Months {
  readonly from: Month
  readonly until: Month
}

/** Whom something comes due for, and when. */
export interface DuePerson {
  readonly memberId: MemberId
  readonly on: string
}

const byName = 'ORDER BY (SELECT pinyin FROM member_standing WHERE member_id = found.memberId), memberId'
const stands = "(SELECT status FROM member_standing WHERE member_id = member.id) IN ('active', 'kept')"

/** When the file of a family is to be looked at again: a year after it was assessed last, or opened. */
export const nextReview = `date(coalesce((SELECT max("on") FROM hardship_assessment WHERE file_id = hardship_file.id),
  opened_on), '+1 year')`

/** Prepared statements of the people behind the figures of insights. */
export const insightPeopleQueries = perDatabase(({ sqlite }) => ({
  person: sqlite.prepare<
    [MemberId],
    { readonly name: string; readonly department: string | null; readonly unionGroup: string | null }
  >('SELECT name, department, union_group AS unionGroup FROM member WHERE id = ?'),
  lastCame: sqlite.prepare<[MemberId], { readonly title: string; readonly on: Day }>(
    `SELECT title, starts_on AS "on" FROM participation JOIN activity ON activity.id = activity_id
    WHERE member_id = ? AND attendance = 'present' ORDER BY starts_on DESC, activity.id DESC LIMIT 1`,
  ),
  /** What a member signed up for without having come, the latest first. */
  invited: sqlite
    .prepare<[{ readonly memberId: MemberId; readonly type: ActivityType | null } & Days], string>(
      `SELECT title FROM participation JOIN activity ON activity.id = activity_id
      WHERE member_id = @memberId AND attendance <> 'present' AND starts_on BETWEEN @from AND @until
        AND cancelled_on IS NULL AND (@type IS NULL OR type = @type)
      ORDER BY starts_on DESC, activity.id DESC LIMIT 3`,
    )
    .pluck(),

  gifts: sqlite.prepare<
    [{ readonly kind: CareKind | null } & Days],
    { readonly memberId: MemberId; readonly gifts: number; readonly amount: Fen }
  >(
    `SELECT memberId, gifts, amount FROM (
      SELECT member_id AS memberId, count(*) AS gifts, sum(amount) AS amount FROM care_gift
      WHERE "on" BETWEEN @from AND @until AND (@kind IS NULL OR kind = @kind) GROUP BY member_id) AS found ${byName}`,
  ),
  givenOnBirthday: sqlite
    .prepare<[Days], MemberId>(
      `SELECT DISTINCT member_id FROM care_gift WHERE kind = 'birthday' AND "on" BETWEEN @from AND @until`,
    )
    .pluck(),

  covers: sqlite.prepare<[Days], DuePerson>(
    `SELECT memberId, "on" FROM (SELECT member_id AS memberId, min(valid_until) AS "on" FROM mutual_aid
      WHERE valid_until BETWEEN @from AND @until GROUP BY member_id) AS found ${byName}`,
  ),
  reviews: sqlite.prepare<[Days], DuePerson>(
    `SELECT memberId, "on" FROM (SELECT member_id AS memberId, ${nextReview} AS "on" FROM hardship_file
      WHERE closed_on IS NULL) AS found WHERE "on" BETWEEN @from AND @until ${byName}`,
  ),
  exemptions: sqlite.prepare<[Months], DuePerson>(
    `SELECT memberId, "on" FROM (SELECT member_id AS memberId, min("until") AS "on" FROM dues_exemption
      WHERE "until" BETWEEN @from AND @until GROUP BY member_id) AS found ${byName}`,
  ),
  idDocuments: sqlite.prepare<[Days], DuePerson>(
    `SELECT memberId, "on" FROM (SELECT id AS memberId, id_valid_until AS "on" FROM member
      WHERE id_valid_until BETWEEN @from AND @until AND length(id_valid_until) = 10 AND ${stands}) AS found ${byName}`,
  ),
}))
