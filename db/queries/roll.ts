import type { MemberId } from '../../shared/model/id'
import type { MembershipStatus } from '../../shared/model/membership'
import type { Columns, SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { tablesOfMember } from './members'

interface Range {
  /** Null at the beginning and at the end. */
  readonly after: string | null
  readonly until: string | null
}

/** Prepared statements of the comparison of the roll with that of the union above. */
export const rollQueries = perDatabase(({ sqlite }) => ({
  count: sqlite.prepare<[], number>('SELECT count(*) FROM member_standing').pluck(),
  /** Members between two ids, the second included, by id; nobody who lives on in another record. */
  members: sqlite.prepare<[Range], Columns & { readonly status: MembershipStatus }>(
    `SELECT member.*, status FROM member JOIN member_standing ON member_id = member.id
    WHERE (@after IS NULL OR member.id > @after) AND (@until IS NULL OR member.id <= @until) ORDER BY member.id`,
  ),
  who: sqlite.prepare<[string], { readonly name: string; readonly department: string | null }>(
    'SELECT name, department FROM member WHERE id = ?',
  ),
  wasHere: sqlite.prepare<[string], 0 | 1>('SELECT EXISTS (SELECT 1 FROM change WHERE row_id = ?)').pluck(),
  /** Rows that belong to members of a JSON array of ids, the members first. */
  rowsOf: sqlite.prepare<[{ readonly ids: string }], { readonly table: SyncedTable; readonly rowId: string }>(
    `SELECT 'member' AS "table", id AS rowId FROM member WHERE id IN (SELECT value FROM json_each(@ids))
    ${tablesOfMember
      .map(
        (table) =>
          `UNION ALL SELECT '${table}', id FROM "${table}" WHERE member_id IN (SELECT value FROM json_each(@ids))`,
      )
      .join('\n    ')}`,
  ),
  eventsOf: sqlite
    .prepare<[MemberId], string>('SELECT id FROM membership_event WHERE member_id = ? ORDER BY rowid')
    .pluck(),
  /** What the branch itself counts of what the hub counts of it. */
  figures: sqlite.prepare<[], { readonly members: number; readonly duesReceived: number }>(
    `SELECT (SELECT count(*) FROM member_standing WHERE status = 'active') AS members,
      (SELECT coalesce(-sum(amount), 0) FROM dues_entry WHERE paid_on IS NOT NULL) AS duesReceived`,
  ),
}))
