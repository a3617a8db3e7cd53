import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/** A further document of a member: a passport beside the residence permit, an old number. */
export const identityDocument = sqliteTable(
  'identity_document',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    type: text('type').notNull(),
    number: text('number').notNull(),
    validFrom: text('valid_from'),
    /** 长期 for a document without an end. */
    validTo: text('valid_to'),
    note: text('note'),
  },
  (table) => [
    index('identity_document_by_member').on(table.memberId),
    index('identity_document_by_number').on(table.number),
  ],
)

/** Somebody of a member's family 家庭成员, or whom to call 紧急联系人. */
export const relative = sqliteTable(
  'relative',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    relation: text('relation').notNull(),
    name: text('name').notNull(),
    birthDate: text('birth_date'),
    idNumber: text('id_number'),
    phone: text('phone'),
    employer: text('employer'),
    politicalStatus: text('political_status'),
    isEmergencyContact: integer('is_emergency_contact').notNull(),
    note: text('note'),
  },
  (table) => [index('relative_by_member').on(table.memberId)],
)

/** An honour 荣誉, a model worker's title among them. */
export const honour = sqliteTable(
  'honour',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    title: text('title').notNull(),
    level: text('level').notNull(),
    awardedOn: text('awarded_on'),
    awardedBy: text('awarded_by'),
    documentNumber: text('document_number'),
    note: text('note'),
  },
  (table) => [index('honour_by_member').on(table.memberId)],
)

/** A field that this branch keeps beside those of the record 自定义字段. */
export const customField = sqliteTable('custom_field', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  kind: text('kind').notNull(),
  /** JSON string[]; empty unless the kind is a choice. */
  choices: text('choices').notNull(),
  position: integer('position').notNull(),
  /** Whether its values are masked like a phone number. */
  isMasked: integer('is_masked').notNull(),
  /** Not offered any more; what was recorded stays. */
  isRetired: integer('is_retired').notNull(),
})

export const customValue = sqliteTable(
  'custom_value',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    fieldId: text('field_id')
      .notNull()
      .references(() => customField.id),
    value: text('value').notNull(),
  },
  (table) => [
    uniqueIndex('custom_value_once').on(table.memberId, table.fieldId),
    index('custom_value_by_field').on(table.fieldId, table.value),
  ],
)

/**
 * A member's photo as JPEG; stays on this PC. It refers to no row, so that it is still there when the removal of its
 * member is undone.
 */
export const memberPhoto = sqliteTable('member_photo', {
  memberId: text('member_id').primaryKey(),
  content: blob('content', { mode: 'buffer' }).notNull(),
  addedAt: text('added_at').notNull(),
})
