import type { Moment, PartialDate } from '../../shared/model/date'
import type { MemberId } from '../../shared/model/id'
import type { MemberFields } from '../../shared/model/member'
import type { MembershipEventType } from '../../shared/model/membership'
import { RESTATING_ACTOR } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'

/** Rows of whole tables come as arrays, which are read faster than objects. */
export type EventLine = readonly [
  memberId: MemberId,
  type: MembershipEventType,
  /** When it took effect. */
  date: PartialDate | null,
  recordedAt: Moment,
]

export type PersonLine = readonly [id: MemberId, department: MemberFields['department'], gender: MemberFields['gender']]

/** What a column of a member was before a change; null where the change did not touch it, else JSON of its value. */
export interface EarlierLine {
  readonly id: MemberId
  readonly operation: 'update' | 'delete'
  readonly department: string | null
  readonly gender: string | null
}

/** Prepared statements of the record as of a past moment; the change log is read backwards from now. */
export const asOfQueries = perDatabase(({ sqlite }) => ({
  // Whole tables are read in the order in which they lie, not row by row along an index.
  /** In the order of recording. */
  events: sqlite
    .prepare<[], EventLine>(
      'SELECT member_id, type, date, recorded_at FROM membership_event NOT INDEXED ORDER BY rowid',
    )
    .raw(),
  /** Everybody but who was merged into another record. */
  persons: sqlite
    .prepare<[], PersonLine>(
      `SELECT id, department, gender FROM member NOT INDEXED
      WHERE NOT EXISTS (SELECT 1 FROM member_merge WHERE member_merge.member_id = member.id)`,
    )
    .raw(),
  byName: sqlite.prepare<[], MemberId>('SELECT member_id FROM member_standing ORDER BY pinyin, member_id').pluck(),
  /** Newest first. */
  changedAfter: sqlite.prepare<[Moment], EarlierLine>(
    `SELECT row_id AS id, operation, "before" -> '$.department' AS department, "before" -> '$.gender' AS gender
    FROM change WHERE "table" = 'member' AND operation <> 'insert' AND at > ? ORDER BY position DESC`,
  ),
  /** What each later change of a record found before it, newest first; `before` is JSON. */
  foundAfter: sqlite.prepare<
    [{ readonly id: MemberId; readonly moment: Moment }],
    { readonly operation: 'insert' | 'update' | 'delete'; readonly before: string }
  >(`SELECT operation, "before" FROM change WHERE row_id = @id AND at > @moment
      AND actor <> '${RESTATING_ACTOR}' ORDER BY position DESC`),
  recordedFirst: sqlite
    .prepare<[MemberId], Moment>('SELECT at FROM change WHERE row_id = ? ORDER BY position LIMIT 1')
    .pluck(),
}))
