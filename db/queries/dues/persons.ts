import type { RecordedPerson } from '../../../shared/rules/dues/match-person'
import { perDatabase } from '../../branch-database'

/** What matches the sheets of a finance office with the record. */
export const personQueries = perDatabase(({ sqlite }) => ({
  /** Members, so many after a place. */
  persons: sqlite.prepare<[number, number], RecordedPerson & { readonly place: number }>(
    `SELECT rowid AS place, id, name, staff_number AS staffNumber, id_number AS idNumber, department FROM member
    WHERE rowid > ? AND id NOT IN (SELECT member_id FROM member_merge) ORDER BY rowid LIMIT ?`,
  ),
  /** Further names and numbers of members: of records merged into theirs, and of their other documents. */
  otherwise: sqlite.prepare<[], RecordedPerson>(
    `SELECT into_id AS id, name, staff_number AS staffNumber, id_number AS idNumber, department
    FROM member_merge JOIN member ON member.id = member_id
    UNION ALL
    SELECT member.id, name, staff_number, identity_document.number, department
    FROM identity_document JOIN member ON member.id = member_id
    WHERE member.id NOT IN (SELECT member_id FROM member_merge)`,
  ),
  /** `aliases` is JSON. */
  departments: sqlite.prepare<[], { readonly name: string; readonly aliases: string }>(
    "SELECT name, aliases FROM unit WHERE kind = 'branch'",
  ),
}))
