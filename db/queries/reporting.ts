import type { AttentionEntry } from '../../shared/contract/federation'
import type { Moment } from '../../shared/model/date'
import type { ChangeId, MemberId } from '../../shared/model/id'
import type { EntryState, Reporting } from '../../shared/model/reporting'
import type { Change, SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { tablesOfMember } from './members'

/** Results of receipts that somebody has to see to; those of conflicts are cases of the inbox. */
export const refusedResults = "('held', 'rejected')"
const openResults = "('conflict', 'held', 'rejected')"

/** SQL: up to where the hub has the log; nothing of it while the branch is not enrolled. */
const acknowledged = 'coalesce((SELECT acknowledged_position FROM enrolment), 0)'

/** SQL: up to where the log is on its way in files that nobody has answered yet. */
const carried = `coalesce((SELECT max(position) FROM exchange_file WHERE answered_at IS NULL), 0)`

/** SQL: the member an entry is part of; null where it is part of none. */
const memberOf = `CASE WHEN change."table" = 'member' THEN change.row_id
  WHEN change."table" IN (${tablesOfMember.map((table) => `'${table}'`).join(', ')})
  THEN coalesce(change."after" ->> 'member_id', change."before" ->> 'member_id',
    (SELECT first."after" ->> 'member_id' FROM change AS first WHERE first.row_id = change.row_id
     ORDER BY first.position LIMIT 1)) END`

const refused = `SELECT ${memberOf} AS id FROM receipt JOIN change ON change.id = change_id WHERE result IN ${openResults}`
const unsent = `SELECT row_id AS id FROM change WHERE position > ${acknowledged} AND "table" = 'member' AND operation = 'insert'`
const waiting = `SELECT ${memberOf} AS id FROM change WHERE position > ${acknowledged}`

/** SQL: how the member of an id stands at the union above, reckoned once for a whole list. */
export function reportingOf(memberId: string): string {
  // A null among the members would make every IN unknown.
  const among = (query: string) => `${memberId} IN (SELECT id FROM (${query}) WHERE id IS NOT NULL)`
  return `CASE WHEN ${among(refused)} THEN 'refused' WHEN ${among(unsent)} THEN 'unsent'
    WHEN ${among(waiting)} THEN 'waiting' ELSE 'stored' END`
}

/** SQL of how an entry stands, over `change` joined with its `receipt`. */
const stateOf = `CASE WHEN change.position > ${acknowledged} THEN
    iif(change.position > ${carried}, 'waiting', 'carried')
  WHEN result IN ('withheld', 'held', 'rejected', 'conflict', 'corrected') THEN result ELSE 'stored' END`

const rowsOfMember = `SELECT wanted.id AS member_id, wanted.id AS row_id FROM wanted
  ${tablesOfMember.map((table) => `UNION ALL SELECT member_id, "${table}".id FROM wanted JOIN "${table}" ON member_id = wanted.id`).join('\n  ')}`

/** An entry of the log with what became of it; `before` and `after` are JSON. */
export interface ReportedEntry {
  readonly id: ChangeId
  readonly at: Moment
  readonly table: SyncedTable
  readonly rowId: string
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
  readonly state: EntryState
  readonly reason: AttentionEntry['reason']
  readonly field: string | null
}

/** An entry of a row as far as refusals are concerned. */
export interface RefusalEntry {
  readonly id: ChangeId
  readonly operation: Change['operation']
  readonly after: string
  readonly state: EntryState
  readonly field: string | null
}

const reported = `change.id, change.at, change."table", change.row_id AS rowId, change.operation, change."before",
  change."after", ${stateOf} AS state, reason, field`

/** Prepared statements of what became of members and entries at the union above. */
export const reportingQueries = perDatabase(({ sqlite }) => ({
  isEnrolled: sqlite.prepare<[], 0 | 1>('SELECT EXISTS (SELECT 1 FROM enrolment)').pluck(),
  /** Members of a JSON array of ids. */
  ofMembers: sqlite.prepare<[{ readonly ids: string }], { readonly id: MemberId; readonly reporting: Reporting }>(
    `WITH wanted (id) AS MATERIALIZED (SELECT value FROM json_each(@ids)), touched AS (${rowsOfMember}),
      standing AS (
        SELECT member_id, max((SELECT max(position) FROM change WHERE change.row_id = touched.row_id)) AS last,
          max(EXISTS (SELECT 1 FROM change JOIN receipt ON change_id = change.id
            WHERE change.row_id = touched.row_id AND result IN ${openResults})) AS is_refused
        FROM touched GROUP BY member_id)
    SELECT member_id AS id, CASE WHEN is_refused THEN 'refused'
      WHEN (SELECT max(position) FROM change WHERE row_id = member_id AND operation = 'insert') > ${acknowledged} THEN 'unsent'
      WHEN last > ${acknowledged} THEN 'waiting' ELSE 'stored' END AS reporting
    FROM standing`,
  ),
  /** Newest first: what was recorded of a member, entry by entry. */
  entriesOfMember: sqlite.prepare<
    [{ readonly id: MemberId; readonly limit: number; readonly offset: number }],
    ReportedEntry
  >(
    `WITH wanted (id) AS (SELECT @id), touched AS (${rowsOfMember}
      UNION SELECT @id, row_id FROM change WHERE operation = 'delete' AND ("before" ->> 'member_id') = @id)
    SELECT ${reported} FROM touched CROSS JOIN change ON change.row_id = touched.row_id
    LEFT JOIN receipt ON change_id = change.id ORDER BY change.position DESC LIMIT @limit OFFSET @offset`,
  ),
  countOfMember: sqlite
    .prepare<[{ readonly id: MemberId }], number>(
      `WITH wanted (id) AS (SELECT @id), touched AS (${rowsOfMember}
        UNION SELECT @id, row_id FROM change WHERE operation = 'delete' AND ("before" ->> 'member_id') = @id)
      SELECT count(*) FROM touched JOIN change ON change.row_id = touched.row_id`,
    )
    .pluck(),
  /** Newest first: what the hub refused or holds. */
  attention: sqlite.prepare<
    [{ readonly limit: number; readonly offset: number }],
    ReportedEntry & { readonly memberId: MemberId | null; readonly answeredAt: Moment }
  >(
    `SELECT ${reported}, ${memberOf} AS memberId, receipt.at AS answeredAt
    FROM receipt CROSS JOIN change ON change.id = change_id
    WHERE result IN ${refusedResults} ORDER BY change.position DESC LIMIT @limit OFFSET @offset`,
  ),

  /** Of a JSON array of row ids, those of which the hub refused something. */
  refusedRows: sqlite.prepare<[string], { readonly table: SyncedTable; readonly rowId: string }>(
    `SELECT DISTINCT "table", row_id AS rowId FROM json_each(?) AS sent CROSS JOIN change ON row_id = sent.value
    JOIN receipt ON change_id = change.id WHERE result = 'rejected'`,
  ),
  /** Oldest first. */
  entriesOfRow: sqlite.prepare<[string], RefusalEntry>(
    `SELECT change.id, change.operation, change."after", ${stateOf} AS state, field
    FROM change LEFT JOIN receipt ON change_id = change.id WHERE change.row_id = ? ORDER BY change.position`,
  ),
  markCorrected: sqlite.prepare<[ChangeId]>("UPDATE receipt SET result = 'corrected' WHERE change_id = ?"),
}))
