import type Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ChangeId, MemberId } from '../../shared/model/id'
import type { Columns } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { honour, identityDocument, memberPhoto, relative } from '../schema'

/** Statements of a table whose rows belong to a member each, by the field names of its schema. */
function rowsOf(sqlite: Database.Database, table: SQLiteTable) {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({ field, name: column.name }))
  const list = columns.map((column) => `${column.name} AS ${column.field}`).join(', ')
  const others = columns.filter(({ field }) => field !== 'id' && field !== 'memberId')
  return {
    /** In the order of recording. */
    ofMember: sqlite.prepare<[MemberId], Columns>(`SELECT ${list} FROM ${name} WHERE member_id = ? ORDER BY rowid`),
    get: sqlite.prepare<[string], Columns>(`SELECT ${list} FROM ${name} WHERE id = ?`),
    insert: sqlite.prepare<[Columns]>(
      `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')})
        VALUES (${columns.map(({ field }) => `@${field}`).join(', ')})`,
    ),
    update: sqlite.prepare<[Columns]>(
      `UPDATE ${name} SET ${others.map((column) => `${column.name} = @${column.field}`).join(', ')} WHERE id = @id`,
    ),
    remove: sqlite.prepare<[string]>(`DELETE FROM ${name} WHERE id = ?`),
  }
}

/** Tables of which the rows of a member go with the member. */
const OWNED_TABLES = ['identity_document', 'relative', 'honour', 'custom_value', 'post', 'dues_basis', 'dues_exemption']

/** Prepared statements of what a member may have several of, and of the photo. */
export const memberDetailQueries = perDatabase(({ sqlite }) => {
  const removals = OWNED_TABLES.map((table) => sqlite.prepare<[MemberId]>(`DELETE FROM ${table} WHERE member_id = ?`))
  const removePairs = sqlite.prepare<[MemberId, MemberId]>(
    'DELETE FROM not_same_person WHERE member_id = ? OR other_id = ?',
  )
  return {
    identityDocument: rowsOf(sqlite, identityDocument),
    relative: rowsOf(sqlite, relative),
    honour: rowsOf(sqlite, honour),
    /** The last change entry of a row. */
    version: sqlite
      .prepare<[string], ChangeId>('SELECT id FROM change WHERE row_id = ? ORDER BY position DESC LIMIT 1')
      .pluck(),
    removeAllOf: (memberId: MemberId) => {
      for (const removal of removals) removal.run(memberId)
      removePairs.run(memberId, memberId)
    },

    photo: sqlite.prepare<[MemberId], { content: Buffer; addedAt: string }>(
      `SELECT content, added_at AS addedAt FROM ${getTableName(memberPhoto)} WHERE member_id = ?`,
    ),
    setPhoto: sqlite.prepare<[{ readonly memberId: MemberId; readonly content: Buffer; readonly addedAt: string }]>(
      `INSERT INTO member_photo (member_id, content, added_at) VALUES (@memberId, @content, @addedAt)
      ON CONFLICT (member_id) DO UPDATE SET content = excluded.content, added_at = excluded.added_at`,
    ),
    removePhoto: sqlite.prepare<[MemberId]>('DELETE FROM member_photo WHERE member_id = ?'),
  }
})
