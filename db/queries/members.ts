import type Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import type { MemberFilter, MemberSort } from '../../shared/contract/members'
import type { ChangeId, MemberId } from '../../shared/model/id'
import type { Member, MemberFields } from '../../shared/model/member'
import type { MembershipEvent, MembershipStatus } from '../../shared/model/membership'
import type { Change } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { member } from '../schema'
import { searchQuery } from '../search'

const columns = Object.entries(getTableColumns(member)).map(([field, { name }]) => ({ field, name }))
const others = columns.filter(({ field }) => field !== 'id')

/** What a list is sorted by; the member's id decides between equals, so that pages never overlap. */
const sortColumns: Record<MemberSort['field'], readonly string[]> = {
  name: ['pinyin'],
  department: ['department', 'pinyin'],
  status: ['status', 'pinyin'],
  birthDate: ['birth_date', 'pinyin'],
  joinDate: ['join_date', 'pinyin'],
  staffNumber: ['staff_number', 'pinyin'],
  updatedAt: ['updated_at'],
}

interface Selection {
  readonly filter: MemberFilter
  readonly sort: MemberSort
}

interface Window {
  readonly limit: number
  readonly offset: number
}

interface SelectionParameters {
  readonly match: string | null
  readonly statuses: string
  readonly departments: string
}

function parametersOf({ search, statuses, departments }: MemberFilter): SelectionParameters {
  return {
    match: searchQuery(search),
    statuses: JSON.stringify(statuses),
    departments: JSON.stringify(departments),
  }
}

/** Names only what the filter asks for, so that an index serves the rest. */
function conditions(filter: MemberFilter, { match }: SelectionParameters): string {
  const wanted = [
    ...(match === null ? [] : ['search_id IN (SELECT rowid FROM member_search WHERE member_search MATCH @match)']),
    ...(filter.statuses.length === 0 ? [] : ['status IN (SELECT value FROM json_each(@statuses))']),
    ...(filter.departments.length === 0 ? [] : ['department IN (SELECT value FROM json_each(@departments))']),
  ]
  return wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`
}

function orderOf({ field, direction }: MemberSort): string {
  return [...sortColumns[field], 'member_id'].map((column) => `${column} ${direction}`).join(', ')
}

const memberColumnNames = new Set(['department', 'birth_date', 'join_date', 'staff_number'])

/** Members joined in only where a condition or the order needs one of their columns. */
function sourceOf(filter: MemberFilter, sortedBy: readonly string[]): string {
  const needsMember = filter.departments.length > 0 || sortedBy.some((name) => memberColumnNames.has(name))
  return needsMember ? 'member_standing JOIN member ON member.id = member_id' : 'member_standing'
}

/** A line of a member's history as the change log has it; `before` and `after` are JSON. */
export interface HistoryLine {
  readonly id: ChangeId
  readonly at: Change['at']
  readonly actor: string
  readonly table: Change['table']
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
  readonly batchId: string | null
  readonly batchKind: string | null
  readonly batchTitle: string | null
}

/** Prepared statements of members, their events and their history. */
export const memberQueries = perDatabase(({ sqlite }) => {
  /** A statement for each combination of conditions and order, made when first asked for. */
  function once<Parameters, Result>() {
    const prepared = new Map<string, Database.Statement<[Parameters], Result>>()
    return (sql: string) => {
      const statement = prepared.get(sql) ?? sqlite.prepare<[Parameters], Result>(sql).pluck()
      prepared.set(sql, statement)
      return statement
    }
  }
  const ids = once<SelectionParameters & Window, MemberId>()
  const counts = once<SelectionParameters, number>()

  return {
    /** Ids of a selection in its order. */
    ids({ filter, sort }: Selection, window: Window = { limit: -1, offset: 0 }): MemberId[] {
      const parameters = parametersOf(filter)
      const source = sourceOf(filter, sortColumns[sort.field])
      return ids(
        `SELECT member_id FROM ${source} ${conditions(filter, parameters)}
        ORDER BY ${orderOf(sort)} LIMIT @limit OFFSET @offset`,
      ).all({ ...parameters, ...window })
    },
    count(filter: MemberFilter): number {
      const parameters = parametersOf(filter)
      const sql = `SELECT count(*) FROM ${sourceOf(filter, [])} ${conditions(filter, parameters)}`
      return counts(sql).get(parameters) ?? 0
    },
    get: sqlite.prepare<[MemberId], Member>(
      `SELECT ${columns.map(({ field, name }) => `member.${name} AS ${field}`).join(', ')}, status
      FROM member JOIN member_standing ON member_id = member.id WHERE member.id = ?`,
    ),
    statuses: sqlite.prepare<[], { value: MembershipStatus; count: number }>(
      'SELECT status AS value, count(*) AS count FROM member_standing GROUP BY status ORDER BY count DESC',
    ),
    departments: sqlite.prepare<[], { value: string; count: number }>(
      `SELECT department AS value, count(*) AS count FROM member WHERE department IS NOT NULL
      GROUP BY department ORDER BY count DESC, department`,
    ),
    findByIdNumber: sqlite.prepare<
      [{ readonly idNumber: string; readonly exceptId: MemberId | null }],
      { id: MemberId; name: string }
    >('SELECT id, name FROM member WHERE id_number = @idNumber AND id IS NOT @exceptId LIMIT 1'),
    insert: sqlite.prepare<[MemberFields & { readonly id: MemberId }]>(
      `INSERT INTO member (${columns.map(({ name }) => name).join(', ')})
      VALUES (${columns.map(({ field }) => `@${field}`).join(', ')})`,
    ),
    update: sqlite.prepare<[MemberFields & { readonly id: MemberId }]>(
      `UPDATE member SET ${others.map(({ field, name }) => `${name} = @${field}`).join(', ')} WHERE id = @id`,
    ),
    remove: sqlite.prepare<[MemberId]>('DELETE FROM member WHERE id = ?'),
    isInUse: sqlite
      .prepare<[{ readonly id: MemberId }], number>(
        `SELECT EXISTS (SELECT 1 FROM dues_entry WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM participation WHERE member_id = @id)`,
      )
      .pluck(),

    /** In the order of recording. */
    events: sqlite.prepare<[MemberId], MembershipEvent>(
      `SELECT id, member_id AS memberId, type, date, reason, document_number AS documentNumber,
        recorded_at AS recordedAt FROM membership_event WHERE member_id = ? ORDER BY rowid`,
    ),
    insertEvent: sqlite.prepare<[MembershipEvent]>(
      `INSERT INTO membership_event (id, member_id, type, date, reason, document_number, recorded_at)
      VALUES (@id, @memberId, @type, @date, @reason, @documentNumber, @recordedAt)`,
    ),
    removeEvents: sqlite.prepare<[MemberId]>('DELETE FROM membership_event WHERE member_id = ?'),

    /** The last change entry of the record. */
    version: sqlite
      .prepare<[MemberId], ChangeId>('SELECT id FROM change WHERE row_id = ? ORDER BY position DESC LIMIT 1')
      .pluck(),
    /** JSON of the columns that each later entry of the record set. */
    setSince: sqlite
      .prepare<[{ readonly id: MemberId; readonly version: ChangeId }], string>(
        `SELECT "after" FROM change WHERE row_id = @id
        AND position > (SELECT position FROM change WHERE id = @version AND row_id = @id)`,
      )
      .pluck(),
    /** Newest first: the record, its events, its dues and its activities. */
    history: sqlite.prepare<[{ readonly id: MemberId }], HistoryLine>(
      `SELECT change.id, change.at, actor, "table", operation, "before", "after", batch_id AS batchId,
        batch.kind AS batchKind, batch.title AS batchTitle
      FROM (
        SELECT @id AS id UNION ALL SELECT id FROM membership_event WHERE member_id = @id
        UNION ALL SELECT id FROM dues_entry WHERE member_id = @id
        UNION ALL SELECT id FROM participation WHERE member_id = @id
      ) AS touched
      JOIN change ON change.row_id = touched.id LEFT JOIN batch ON batch.id = batch_id
      ORDER BY change.position DESC`,
    ),
    activityTitle: sqlite.prepare<[string], string>('SELECT title FROM activity WHERE id = ?').pluck(),
  }
})
