import { getTableColumns } from 'drizzle-orm'
import type { BatchId, ChangeId, CustomFieldId, MemberId, MembershipEventId } from '../../shared/model/id'
import { memberFieldSchema, type Member, type MemberField, type MemberFields } from '../../shared/model/member'
import type { MembershipEvent, MembershipStatus } from '../../shared/model/membership'
import { RESTATING_ACTOR, syncedTableSchema, type Change } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { rowInserter } from '../insert-rows'
import { member } from '../schema'
import { columnNames } from '../triggers/change-log'

const memberColumns = getTableColumns(member)
const columns = Object.entries(memberColumns).map(([field, { name }]) => ({ field, name }))
const others = columns.filter(({ field }) => field !== 'id')

/** Synced tables whose rows are part of what is recorded of a member. */
export const tablesOfMember = syncedTableSchema.options.filter((table) => columnNames(table).includes('member_id'))

/** A line of a member's history as the change log has it; `before` and `after` are JSON. */
export interface HistoryLine {
  readonly id: ChangeId
  readonly at: Change['at']
  readonly actor: string
  readonly table: Change['table']
  readonly rowId: string
  readonly operation: Change['operation']
  readonly before: string
  readonly after: string
  readonly batchId: BatchId | null
  readonly batchKind: string | null
  readonly batchTitle: string | null
}

/** An entry of a member's own row with what it set, and which import it belongs to. */
export type SourceLine = Pick<HistoryLine, 'at' | 'actor' | 'after' | 'batchId' | 'batchKind' | 'batchTitle'> & {
  readonly importId: string | null
}

/** A member to be added; what is not named is empty. */
export interface NewMemberRow {
  readonly id: MemberId
  readonly values: { readonly [Field in MemberField]?: MemberFields[Field] | undefined }
}

/** What adds many members, or many of their events, at a time. */
export const memberInserters = perDatabase(({ sqlite }) => {
  const used = new Set<MemberField>()
  let fields: readonly MemberField[] = []
  let members = rowInserter(sqlite, 'member', ['id'])
  /** Names no column that nobody has a value in: most rosters have a dozen of them. */
  function useFieldsOf(rows: readonly NewMemberRow[]): void {
    for (const { values } of rows) {
      for (const field of memberFieldSchema.options) if (values[field] != null) used.add(field)
    }
    if (used.size === fields.length) return
    fields = [...used]
    members = rowInserter(sqlite, 'member', ['id', ...fields.map((field) => memberColumns[field].name)])
  }
  const events = rowInserter(sqlite, 'membership_event', [
    ...['id', 'member_id', 'type', 'date', 'reason', 'document_number', 'recorded_at'],
  ])
  return {
    insertMembers(rows: readonly NewMemberRow[]) {
      useFieldsOf(rows)
      members(rows.map(({ id, values }) => [id, ...fields.map((field) => values[field] ?? null)]))
    },
    /** What a roster says of events: neither when they were decided nor another union. */
    insertEvents: (rows: readonly Omit<MembershipEvent, 'decidedOn' | 'otherUnion'>[]) =>
      events(
        rows.map((row) => [row.id, row.memberId, row.type, row.date, row.reason, row.documentNumber, row.recordedAt]),
      ),
  }
})

/** Prepared statements of members, their events and their history. */
export const memberQueries = perDatabase(({ sqlite }) => ({
  get: sqlite.prepare<[MemberId], Member>(
    `SELECT ${columns.map(({ field, name }) => `member.${name} AS ${field}`).join(', ')}, status
      FROM member JOIN member_standing ON member_id = member.id WHERE member.id = ?`,
  ),
  /** Members of a JSON array of ids, in its order. */
  byIds: sqlite.prepare<[string], Member>(
    `SELECT ${columns.map(({ field, name }) => `member.${name} AS ${field}`).join(', ')}, status
      FROM json_each(?) AS wanted CROSS JOIN member ON member.id = wanted.value
      JOIN member_standing ON member_id = member.id ORDER BY wanted.key`,
  ),
  /** Also of a record that was merged into another. */
  nameOf: sqlite.prepare<[MemberId], string>('SELECT name FROM member WHERE id = ?').pluck(),
  statuses: sqlite.prepare<[], { value: MembershipStatus; count: number }>(
    'SELECT status AS value, count(*) AS count FROM member_standing GROUP BY status ORDER BY count DESC',
  ),
  /** Counted along the index; the few records merged into others are taken off. */
  departments: sqlite.prepare<[], { value: string; count: number }>(
    `WITH named AS (SELECT department AS value, count(*) AS count FROM member
       WHERE department IS NOT NULL GROUP BY department),
     merged AS MATERIALIZED (SELECT department AS value, count(*) AS count FROM member_merge
       JOIN member ON member.id = member_id GROUP BY department)
     SELECT named.value, named.count - coalesce(merged.count, 0) AS count FROM named LEFT JOIN merged USING (value)
     WHERE named.count > coalesce(merged.count, 0) ORDER BY 2 DESC, 1`,
  ),
  findByIdNumber: sqlite.prepare<
    [{ readonly idNumber: string; readonly exceptId: MemberId | null }],
    { id: MemberId; name: string }
  >(`SELECT id, name FROM member WHERE id_number = @idNumber AND id IS NOT @exceptId
      AND id NOT IN (SELECT member_id FROM member_merge) LIMIT 1`),
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
        OR EXISTS (SELECT 1 FROM participation WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM request WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM legal_case WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM mutual_aid WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM checkup WHERE member_id = @id)
        OR EXISTS (SELECT 1 FROM member_merge WHERE member_id = @id OR into_id = @id)`,
    )
    .pluck(),

  /** In the order of recording. */
  events: sqlite.prepare<[MemberId], MembershipEvent>(
    `SELECT id, member_id AS memberId, type, date, decided_on AS decidedOn, reason,
        document_number AS documentNumber, other_union AS otherUnion, recorded_at AS recordedAt
      FROM membership_event WHERE member_id = ? ORDER BY rowid`,
  ),
  insertEvent: sqlite.prepare<[MembershipEvent]>(
    `INSERT INTO membership_event
        (id, member_id, type, date, decided_on, reason, document_number, other_union, recorded_at)
      VALUES (@id, @memberId, @type, @date, @decidedOn, @reason, @documentNumber, @otherUnion, @recordedAt)`,
  ),
  removeEvent: sqlite.prepare<[MembershipEventId]>('DELETE FROM membership_event WHERE id = ?'),
  removeEvents: sqlite.prepare<[MemberId]>('DELETE FROM membership_event WHERE member_id = ?'),

  /** The last change entry of the record. */
  version: sqlite
    .prepare<[MemberId], ChangeId>('SELECT id FROM change WHERE row_id = ? ORDER BY position DESC LIMIT 1')
    .pluck(),
  /** JSON of the columns that each later entry of the record set; of every entry where the version is unknown. */
  setSince: sqlite
    .prepare<[{ readonly id: MemberId; readonly version: ChangeId }], string>(
      `SELECT "after" FROM change WHERE row_id = @id
        AND position > coalesce((SELECT position FROM change WHERE id = @version AND row_id = @id), 0)
        AND actor <> '${RESTATING_ACTOR}'`,
    )
    .pluck(),
  customValues: sqlite.prepare<[MemberId], { id: string; fieldId: CustomFieldId }>(
    'SELECT id, field_id AS fieldId FROM custom_value WHERE member_id = ?',
  ),
  /** Oldest first: what was written into a row of the record. */
  sources: sqlite.prepare<[{ readonly id: string }], SourceLine>(
    `SELECT change.at, actor, "after", change.batch_id AS batchId, batch.kind AS batchKind, batch.title AS batchTitle,
       import_id AS importId
     FROM change LEFT JOIN batch ON batch.id = change.batch_id
     LEFT JOIN roster_import_commit AS done ON done.batch_id = change.batch_id
     WHERE row_id = @id AND operation <> 'delete' AND actor <> '${RESTATING_ACTOR}' ORDER BY change.position`,
  ),
  /** Newest first: the record and all that belongs to it, also what was taken back since. */
  history: sqlite.prepare<[{ readonly id: MemberId }], HistoryLine>(
    `SELECT change.id, change.at, actor, "table", row_id AS rowId, operation, "before", "after", batch_id AS batchId,
      batch.kind AS batchKind, batch.title AS batchTitle
    FROM (
      SELECT @id AS id ${tablesOfMember.map((table) => `UNION SELECT id FROM ${table} WHERE member_id = @id`).join(' ')}
      UNION SELECT member_id FROM member_merge WHERE into_id = @id
      UNION SELECT row_id FROM change WHERE operation = 'delete' AND ("before" ->> 'member_id') = @id
    ) AS touched
    JOIN change ON change.row_id = touched.id LEFT JOIN batch ON batch.id = batch_id
    WHERE actor <> '${RESTATING_ACTOR}'
    ORDER BY change.position DESC`,
  ),
}))
