import type { Organisation, OrganisationInput } from '../../shared/model/branch'
import type { CustomField } from '../../shared/model/custom-field'
import type { Moment } from '../../shared/model/date'
import type { AccessEventId, ActivityId, MemberId } from '../../shared/model/id'
import type { MembershipEvent } from '../../shared/model/membership'
import type { PaperRelative } from '../../shared/rules/reports/papers'
import { perDatabase } from '../branch-database'

/** A profile as it is kept; `definition` is JSON. */
export interface StoredProfile {
  readonly id: string
  readonly definition: string
}

export interface RecentReport {
  readonly id: AccessEventId
  readonly at: Moment
  readonly kind: 'report' | 'paper'
  readonly subject: string | null
  readonly count: number | null
  readonly reason: string | null
}

/** Prepared statements of reports to receivers and of the union's organisation record. */
export const reportQueries = perDatabase(({ sqlite }) => ({
  profiles: sqlite.prepare<[], StoredProfile>('SELECT id, definition FROM receiver_profile ORDER BY id'),
  profile: sqlite.prepare<[string], StoredProfile>('SELECT id, definition FROM receiver_profile WHERE id = ?'),
  saveProfile: sqlite.prepare<[StoredProfile & { readonly updatedAt: Moment }]>(
    `INSERT INTO receiver_profile (id, definition, updated_at) VALUES (@id, @definition, @updatedAt)
    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at`,
  ),
  removeProfile: sqlite.prepare<[string]>('DELETE FROM receiver_profile WHERE id = ?'),

  lastEvent: sqlite.prepare<[MemberId], MembershipEvent>(
    `SELECT id, member_id AS memberId, type, date, decided_on AS decidedOn, reason, document_number AS documentNumber,
      other_union AS otherUnion, recorded_at AS recordedAt
    FROM membership_event WHERE member_id = ? ORDER BY rowid DESC LIMIT 1`,
  ),
  /** By name. */
  participants: sqlite
    .prepare<[{ readonly activityId: ActivityId; readonly attendance: 'present' | null }], MemberId>(
      `SELECT participation.member_id FROM participation
      JOIN member_standing ON member_standing.member_id = participation.member_id
      WHERE activity_id = @activityId AND waiting_since IS NULL AND attendance = coalesce(@attendance, attendance)
      ORDER BY pinyin, participation.member_id`,
    )
    .pluck(),

  relatives: sqlite.prepare<[MemberId], PaperRelative>(
    'SELECT relation, name, employer, phone FROM relative WHERE member_id = ? ORDER BY rowid',
  ),
  documents: sqlite.prepare<[MemberId], { type: string; number: string }>(
    'SELECT type, number FROM identity_document WHERE member_id = ? ORDER BY rowid',
  ),
  /** Posts, honours and the branch's own fields, which have a kind. */
  others: sqlite.prepare<
    [{ readonly id: MemberId }],
    { name: string; text: string; kind: CustomField['kind'] | null; isMasked: 0 | 1 }
  >(
    `SELECT '工会职务' AS name, concat_ws(' ', title, held_from, held_to) AS text, NULL AS kind, 0 AS isMasked
      FROM post WHERE member_id = @id
    UNION ALL SELECT '荣誉', concat_ws(' ', title, level, awarded_on, awarded_by), NULL, 0 FROM honour
      WHERE member_id = @id
    UNION ALL SELECT name, value, kind, is_masked FROM custom_value JOIN custom_field ON custom_field.id = field_id
      WHERE member_id = @id`,
  ),
  /** JPEG. */
  photo: sqlite.prepare<[MemberId], Buffer>('SELECT content FROM member_photo WHERE member_id = ?').pluck(),

  organisation: sqlite.prepare<[], Organisation>(
    `SELECT union_name AS unionName, credit_code AS creditCode, parent_union AS parentUnion,
      employer_name AS employerName, employer_credit_code AS employerCreditCode, employer_address AS employerAddress,
      region, employer_nature AS employerNature, economic_type AS economicType, industry, staff_count AS staffCount,
      founded_on AS foundedOn, union_type AS unionType, chair_name AS chairName, phone FROM branch`,
  ),
  saveOrganisation: sqlite.prepare<[OrganisationInput]>(
    `UPDATE branch SET employer_name = @employerName, employer_credit_code = @employerCreditCode,
      employer_address = @employerAddress, region = @region, employer_nature = @employerNature,
      economic_type = @economicType, industry = @industry, staff_count = @staffCount, founded_on = @foundedOn,
      union_type = @unionType, chair_name = @chairName, phone = @phone`,
  ),
  /** Active and kept members. */
  memberCount: sqlite
    .prepare<[], number>("SELECT count(*) FROM member_standing WHERE status IN ('active', 'kept')")
    .pluck(),

  /** Newest first. */
  recent: sqlite.prepare<[number], RecentReport>(
    `SELECT id, at, kind, subject, count, reason FROM access_event WHERE kind IN ('report', 'paper')
    ORDER BY at DESC, id DESC LIMIT ?`,
  ),
}))
