import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const member = sqliteTable(
  'member',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    gender: text('gender'),
    birthDate: text('birth_date'),
    ethnicity: text('ethnicity'),
    idType: text('id_type'),
    idNumber: text('id_number'),
    idValidUntil: text('id_valid_until'),
    phone: text('phone'),
    education: text('education'),
    degree: text('degree'),
    politicalStatus: text('political_status'),
    householdType: text('household_type'),
    householdPlace: text('household_place'),
    nativePlace: text('native_place'),
    birthPlace: text('birth_place'),
    employmentStatus: text('employment_status'),
    employmentForm: text('employment_form'),
    skillLevel: text('skill_level'),
    jobTitle: text('job_title'),
    position: text('position'),
    unionPosition: text('union_position'),
    department: text('department'),
    unionGroup: text('union_group'),
    employer: text('employer'),
    staffNumber: text('staff_number'),
    memberCardNumber: text('member_card_number'),
    joinDate: text('join_date'),
    workStartDate: text('work_start_date'),
    isMigrantWorker: text('is_migrant_worker'),
    isNewEmployment: text('is_new_employment'),
    newEmploymentType: text('new_employment_type'),
    maritalStatus: text('marital_status'),
    address: text('address'),
    email: text('email'),
    /** Fen a month. */
    wage: integer('wage'),
    specialty: text('specialty'),
    remark: text('remark'),
  },
  (table) => [
    index('member_by_id_number').on(table.idNumber),
    index('member_by_department').on(table.department),
    index('member_incomplete')
      .on(table.id)
      .where(sql`id_number IS NULL OR phone IS NULL`),
  ],
)

/** Append-only: what happened to a membership; its latest line decides the standing. */
export const membershipEvent = sqliteTable(
  'membership_event',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    type: text('type').notNull(),
    date: text('date'),
    reason: text('reason'),
    documentNumber: text('document_number'),
    /** When it was decided; `date` is when it took effect. */
    decidedOn: text('decided_on'),
    /** The union on the other side of a transfer. */
    otherUnion: text('other_union'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('membership_event_by_member').on(table.memberId),
    index('membership_event_by_date').on(table.date, table.memberId),
  ],
)

/**
 * Derived by triggers from `member` and `membership_event`, never written by hand and never synced: what lists sort
 * and filter by.
 */
export const memberStanding = sqliteTable(
  'member_standing',
  {
    /** The row of `member_search` that belongs to the member. */
    searchId: integer('search_id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .unique()
      .references(() => member.id, { onDelete: 'cascade' }),
    status: text('status').notNull(),
    /** Pinyin of the name, lower case, syllables apart; sorts names as a dictionary does. */
    pinyin: text('pinyin').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('member_standing_by_pinyin').on(table.pinyin, table.memberId),
    index('member_standing_by_status').on(table.status, table.pinyin),
    index('member_standing_by_updated').on(table.updatedAt),
  ],
)
