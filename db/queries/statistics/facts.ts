import type Database from 'better-sqlite3'
import type { Day } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { MemberFields } from '../../../shared/model/member'
import { careKindSchema } from '../../../shared/model/care-gift'
import { isSensitiveKind } from '../../../shared/rules/care/sensitive-kinds'
import type { FactSource } from '../../../shared/rules/statistics/indicators'
import { perDatabase } from '../../branch-database'
import { bookLines } from '../funds/book-lines'

/** The time that rows are counted in, both days included; for what stands at a day, `until` is the day. */
interface Days {
  readonly from: Day
  readonly until: Day
}

/** Which rows of a source are listed; null does not narrow. */
export interface FactFilter extends Days {
  /** JSON string[] of kinds that count. */
  readonly only: string | null
  /** JSON of the one kind, or of null. */
  readonly part: string | null
  readonly gender: string | null
}

/** Rows of a source that agree in all that figures are told apart by. */
export interface FactCount {
  readonly department: string | null
  readonly unionGroup: string | null
  readonly gender: MemberFields['gender']
  readonly part: string | null
  readonly rows: number
  readonly amount: number
  readonly latest: string | null
}

/** A row behind a figure. */
export interface FactRow {
  readonly id: string
  readonly memberId: MemberId | null
  readonly name: string | null
  readonly gender: MemberFields['gender']
  readonly department: string | null
  readonly on: string | null
  readonly part: string | null
  readonly what: string | null
  readonly amount: number | null
}

/** Whether a time that may be known by month or year only has begun by the day, and is not over before it. */
const holdsOn = (from: string, until: string) =>
  `(${from} IS NULL OR ${from} <= @until) AND (${until} IS NULL OR ${until} >= substr(@until, 1, length(${until})))`

/** What a gift was given for may tell of illness, death or hardship. */
const sensitiveKinds = careKindSchema.options
  .filter(isSensitiveKind)
  .map((kind) => `'${kind}'`)
  .join(', ')

/** Dues of months before the opening balance are part of it, so the book alone says what came in. */
const book = (direction: string) => `${bookLines}
  SELECT coalesce(id, 'dues ' || "on") AS id, NULL AS memberId, NULL AS unitId, "on", category AS part, summary AS what,
    amount
  FROM book_line WHERE direction = '${direction}' AND "on" BETWEEN @from AND @until`

/** The rows of each source, one for each person or thing that counts. */
const sources: Readonly<Record<FactSource, string>> = {
  units: `SELECT id, NULL AS memberId, id AS unitId, founded_on AS "on", kind AS part, name AS what, NULL AS amount FROM unit
    WHERE ${holdsOn('founded_on', 'closed_on')}`,
  committees: `SELECT id, NULL AS memberId, NULL AS unitId, elected_on AS "on", kind AS part, NULL AS what, NULL AS amount
    FROM committee WHERE unit_id IS NULL AND elected_on <= @until AND (ended_on IS NULL OR ended_on > @until)`,
  delegates: `SELECT min(delegate.id) AS id, member_id AS memberId, NULL AS unitId,
      max(coalesce(delegate.elected_on, committee.elected_on)) AS "on", NULL AS part, NULL AS what, NULL AS amount
    FROM delegate JOIN committee ON committee.id = committee_id
    WHERE committee.unit_id IS NULL AND coalesce(delegate.elected_on, committee.elected_on) <= @until
      AND (delegate.ended_on IS NULL OR delegate.ended_on > @until)
      AND (committee.ended_on IS NULL OR committee.ended_on > @until)
    GROUP BY member_id`,
  // Who holds several posts counts once, with the fuller engagement.
  officers: `SELECT min(id) AS id, member_id AS memberId, NULL AS unitId, min(held_from) AS "on",
      CASE WHEN sum(engagement = '专职') > 0 THEN '专职' WHEN sum(engagement = '兼职') > 0 THEN '兼职' END AS part,
      group_concat(title, '、') AS what, NULL AS amount
    FROM post WHERE title <> '会员代表' AND ${holdsOn('held_from', 'held_to')} GROUP BY member_id`,
  roles: `SELECT min(id) AS id, member_id AS memberId, NULL AS unitId, min("from") AS "on", kind AS part, NULL AS what,
      NULL AS amount
    FROM team_role WHERE "from" <= @until AND ("until" IS NULL OR "until" >= @until) GROUP BY member_id, kind`,
  activities: `SELECT id, NULL AS memberId, organiser_id AS unitId, starts_on AS "on", type AS part, title AS what, cost AS amount
    FROM activity WHERE starts_on BETWEEN @from AND @until AND cancelled_on IS NULL`,
  attendances: `SELECT participation.id, member_id AS memberId, NULL AS unitId, starts_on AS "on", type AS part,
      title AS what, NULL AS amount
    FROM activity JOIN participation ON activity_id = activity.id AND attendance = 'present'
    WHERE starts_on BETWEEN @from AND @until AND cancelled_on IS NULL`,
  gifts: `SELECT id, member_id AS memberId, NULL AS unitId, "on", kind AS part, coalesce(iif(kind IN (${sensitiveKinds}), NULL, occasion), goods) AS what,
      amount
    FROM care_gift WHERE "on" BETWEEN @from AND @until`,
  hardshipFiles: `SELECT file.id, member_id AS memberId, NULL AS unitId, opened_on AS "on",
      (SELECT class FROM hardship_assessment WHERE file_id = file.id AND "on" <= @until ORDER BY year DESC LIMIT 1) AS part,
      NULL AS what, NULL AS amount
    FROM hardship_file AS file WHERE opened_on <= @until AND (closed_on IS NULL OR closed_on > @until)`,
  mutualAid: `SELECT min(id) AS id, member_id AS memberId, NULL AS unitId, max(valid_from) AS "on", NULL AS part,
      group_concat(DISTINCT plan) AS what, NULL AS amount
    FROM mutual_aid WHERE valid_from <= @until AND valid_until >= @from GROUP BY member_id`,
  checkups: `SELECT min(id) AS id, member_id AS memberId, NULL AS unitId, max("on") AS "on", NULL AS part, NULL AS what,
      NULL AS amount
    FROM checkup WHERE "on" BETWEEN @from AND @until AND attendance = 'attended' GROUP BY member_id`,
  // Who told something in confidence is not named.
  requests: `SELECT id, CASE is_confidential WHEN 0 THEN member_id END AS memberId, unit_id AS unitId, received_on AS "on",
      kind AS part, CASE is_confidential WHEN 0 THEN title END AS what, NULL AS amount
    FROM request WHERE received_on BETWEEN @from AND @until`,
  closedRequests: `SELECT request.id, CASE is_confidential WHEN 0 THEN member_id END AS memberId, unit_id AS unitId,
      max(event."on") AS "on", request.kind AS part, CASE is_confidential WHEN 0 THEN title END AS what, NULL AS amount
    FROM request_event AS event JOIN request ON request.id = request_id
    WHERE event.kind = 'closed' AND event."on" BETWEEN @from AND @until AND NOT EXISTS (
      SELECT 1 FROM request_event AS later WHERE later.request_id = event.request_id AND later.kind = 'reopened'
        AND later."on" <= @until AND later.rowid > event.rowid)
    GROUP BY request.id`,
  legalCases: `SELECT id, member_id AS memberId, NULL AS unitId, opened_on AS "on", kind AS part, NULL AS what, NULL AS amount
    FROM legal_case WHERE opened_on BETWEEN @from AND @until`,
  articles: `SELECT id, member_id AS memberId, NULL AS unitId, written_on AS "on", adoption AS part, title AS what, NULL AS amount
    FROM article WHERE written_on BETWEEN @from AND @until`,
  income: book('income'),
  spending: book('spending'),
  // What the accounts held before, and every line that changed it.
  balance: `${bookLines}
    SELECT 'carried ' || account AS id, NULL AS memberId, NULL AS unitId, NULL AS "on", account AS part, NULL AS what,
      sum(effect) AS amount
    FROM book_line WHERE "on" < @from GROUP BY account
    UNION ALL
    SELECT coalesce(id, 'dues ' || "on"), NULL, NULL, "on", account, summary, effect
    FROM book_line WHERE "on" BETWEEN @from AND @until`,
}

const department = 'coalesce(member.department, parent.name, unit.name)'
const joined = (source: FactSource) => `FROM (${sources[source]}) AS fact
  LEFT JOIN member ON member.id = fact.memberId
  LEFT JOIN unit ON unit.id = fact.unitId LEFT JOIN unit AS parent ON parent.id = unit.parent_id`
const narrowed = `WHERE (@only IS NULL OR fact.part IN (SELECT value FROM json_each(@only)))
  AND (@part IS NULL OR fact.part IS (@part ->> '$')) AND (@gender IS NULL OR member.gender = @gender)`

interface SourceStatements {
  readonly counts: Database.Statement<[Days], FactCount>
  readonly list: Database.Statement<[FactFilter & { readonly limit: number; readonly offset: number }], FactRow>
  readonly total: Database.Statement<[FactFilter], number>
}

/** Prepared statements of the rows that figures are made of: counted in one pass, and listed. */
export const factQueries = perDatabase(({ sqlite }) => {
  const prepared = new Map<FactSource, SourceStatements>()
  return (source: FactSource): SourceStatements => {
    const known = prepared.get(source)
    if (known !== undefined) return known
    const statements = {
      counts: sqlite.prepare<[Days], FactCount>(
        `SELECT ${department} AS department, coalesce(member.union_group, iif(parent.id IS NULL, NULL, unit.name)) AS unionGroup,
          member.gender AS gender, fact.part AS part, count(*) AS rows, coalesce(sum(fact.amount), 0) AS amount,
          max(fact."on") AS latest
        ${joined(source)} GROUP BY 1, 2, 3, 4`,
      ),
      list: sqlite.prepare<[FactFilter & { readonly limit: number; readonly offset: number }], FactRow>(
        `SELECT fact.id AS id, fact.memberId AS memberId, member.name AS name, member.gender AS gender,
          ${department} AS department, fact."on" AS "on", fact.part AS part, fact.what AS what, fact.amount AS amount
        ${joined(source)} LEFT JOIN member_standing AS standing ON standing.member_id = fact.memberId
        ${narrowed} ORDER BY fact."on", standing.pinyin, fact.id LIMIT @limit OFFSET @offset`,
      ),
      total: sqlite.prepare<[FactFilter], number>(`SELECT count(*) ${joined(source)} ${narrowed}`).pluck(),
    }
    prepared.set(source, statements)
    return statements
  }
})
