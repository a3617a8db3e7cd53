import type { Moment, PartialDate } from '../../../shared/model/date'
import type { MemberId, MembershipEventId } from '../../../shared/model/id'
import type { MemberFields } from '../../../shared/model/member'
import type { MembershipEventType } from '../../../shared/model/membership'
import { perDatabase } from '../../branch-database'

/** Rows of whole tables come as arrays, which are read faster than objects. */
type EventLine = readonly [
  id: MembershipEventId,
  memberId: MemberId,
  type: MembershipEventType,
  date: PartialDate | null,
  decidedOn: PartialDate | null,
  recordedAt: Moment,
]

/** The columns of a member that statistics look at. */
export const countedColumns = {
  gender: 'gender',
  birthDate: 'birth_date',
  education: 'education',
  politicalStatus: 'political_status',
  skillLevel: 'skill_level',
  employmentForm: 'employment_form',
  isMigrantWorker: 'is_migrant_worker',
  isNewEmployment: 'is_new_employment',
  newEmploymentType: 'new_employment_type',
  department: 'department',
  unionGroup: 'union_group',
} as const satisfies Partial<Record<keyof MemberFields, string>>
export type CountedField = keyof typeof countedColumns

type PersonLine = readonly [
  id: MemberId,
  gender: MemberFields['gender'],
  birthDate: MemberFields['birthDate'],
  education: MemberFields['education'],
  politicalStatus: MemberFields['politicalStatus'],
  skillLevel: MemberFields['skillLevel'],
  employmentForm: MemberFields['employmentForm'],
  isMigrantWorker: MemberFields['isMigrantWorker'],
  isNewEmployment: MemberFields['isNewEmployment'],
  newEmploymentType: MemberFields['newEmploymentType'],
  department: string | null,
  unionGroup: string | null,
]

const columns = Object.values(countedColumns)

/** Prepared statements of whom statistics count and what happened to their membership. */
export const statisticsMembershipQueries = perDatabase(({ sqlite }) => ({
  // Whole tables are read in the order in which they lie, not row by row along an index.
  /** In the order of recording. */
  events: sqlite
    .prepare<[], EventLine>(
      'SELECT id, member_id, type, date, decided_on, recorded_at FROM membership_event NOT INDEXED ORDER BY rowid',
    )
    .raw(),
  /** Everybody but who was merged into another record. */
  persons: sqlite
    .prepare<[], PersonLine>(
      `SELECT id, ${columns.join(', ')} FROM member NOT INDEXED
      WHERE NOT EXISTS (SELECT 1 FROM member_merge WHERE member_merge.member_id = member.id)`,
    )
    .raw(),
  byName: sqlite.prepare<[], MemberId>('SELECT member_id FROM member_standing ORDER BY pinyin, member_id').pluck(),
  names: sqlite.prepare<[string], { readonly id: MemberId; readonly name: string }>(
    'SELECT id, name FROM member WHERE id IN (SELECT value FROM json_each(?))',
  ),
  /** What changed of a record after a moment, newest first; `before` is JSON of what it was. */
  changedAfter: sqlite.prepare<[Moment], { readonly id: MemberId; readonly before: string }>(
    `SELECT row_id AS id, "before" FROM change
    WHERE "table" = 'member' AND operation = 'update' AND at > ? AND (
      ${columns.map((column) => `"before" -> '$.${column}' IS NOT NULL`).join(' OR ')}) ORDER BY position DESC`,
  ),
}))
