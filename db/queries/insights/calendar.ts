import type { Committee } from '../../../shared/model/committee'
import type { Day, Month } from '../../../shared/model/date'
import { perDatabase } from '../../branch-database'
import { isClosed } from './care'
import { nextReview } from './people'

interface Days {
  readonly from: Day
  readonly until: Day
}

/** Something of its own day. */
export interface DueLine {
  readonly id: string
  readonly title: string | null
  readonly on: Day
}

export type CommitteeLine = Pick<Committee, 'kind' | 'term' | 'electedOn' | 'years' | 'postponedTo' | 'endedOn'> & {
  readonly id: string
  readonly title: string | null
}

/** How many people a month is about. */
export interface DueCount {
  readonly month: Month
  readonly people: number
}

const asLines = 'ORDER BY "on", 1'
const overdueIn = (day: string) => `max(substr(${day}, 1, 7), substr(@from, 1, 7))`

/**
 * Prepared statements of what comes due from a day on, read from the tables of the parts that own it. What is overdue and
 * still to be done counts in the month of the first day.
 */
export const calendarQueries = perDatabase(({ sqlite }) => ({
  activities: sqlite.prepare<[Days], DueLine>(
    `SELECT id, title, starts_on AS "on" FROM activity
    WHERE starts_on BETWEEN @from AND @until AND cancelled_on IS NULL ${asLines}`,
  ),
  /** Of terms that go on, whenever their election is due. */
  committees: sqlite.prepare<[], CommitteeLine>(
    `SELECT committee.id, unit.name AS title, committee.kind, term, elected_on AS electedOn, years,
      postponed_to AS postponedTo, ended_on AS endedOn FROM committee LEFT JOIN unit ON unit.id = unit_id
    WHERE elected_on IS NOT NULL AND ended_on IS NULL`,
  ),
  contracts: sqlite.prepare<[Days], DueLine>(
    `SELECT provider_contract.id, provider.name || ' ' || title AS title, valid_until AS "on" FROM provider_contract
    JOIN provider ON provider.id = provider_id WHERE valid_until BETWEEN @from AND @until ${asLines}`,
  ),
  /** Of every day up to the last one that are not closed; a confidential one without its title. */
  requests: sqlite.prepare<[{ readonly until: Day }], DueLine>(
    `SELECT id, CASE is_confidential WHEN 0 THEN title END AS title, due_on AS "on" FROM request
    WHERE due_on <= @until AND NOT ${isClosed} ${asLines}`,
  ),
  covers: sqlite.prepare<[Days], DueCount>(
    `SELECT substr(valid_until, 1, 7) AS month, count(DISTINCT member_id) AS people FROM mutual_aid
    WHERE valid_until BETWEEN @from AND @until GROUP BY month`,
  ),
  reviews: sqlite.prepare<[Days], DueCount>(
    `SELECT ${overdueIn('review')} AS month, count(DISTINCT member_id) AS people
    FROM (SELECT member_id, ${nextReview} AS review FROM hardship_file WHERE closed_on IS NULL)
    WHERE review <= @until GROUP BY month`,
  ),
  exemptions: sqlite.prepare<[{ readonly from: Month; readonly until: Month }], DueCount>(
    `SELECT "until" AS month, count(DISTINCT member_id) AS people FROM dues_exemption
    WHERE "until" BETWEEN @from AND @until GROUP BY month`,
  ),
  idDocuments: sqlite.prepare<[Days], DueCount>(
    `SELECT substr(id_valid_until, 1, 7) AS month, count(*) AS people FROM member
    JOIN member_standing ON member_standing.member_id = member.id
    WHERE id_valid_until BETWEEN @from AND @until AND length(id_valid_until) = 10 AND status IN ('active', 'kept')
    GROUP BY month`,
  ),
  checkups: sqlite.prepare<[Days], DueCount>(
    `SELECT substr(follow_up_on, 1, 7) AS month, count(DISTINCT member_id) AS people FROM checkup
    WHERE follow_up_on BETWEEN @from AND @until GROUP BY month`,
  ),
  hasDuesRule: sqlite.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM dues_rule WHERE valid_until IS NULL)').pluck(),
}))
