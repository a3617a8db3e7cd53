import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { committee } from './committees'
import { member } from './members'
import { unit } from './organisation'

/** A union post 工会职务 held by a member over a time; both ends included. */
export const post = sqliteTable(
  'post',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** Where it is held; null at the branch itself. */
    unitId: text('unit_id').references(() => unit.id),
    title: text('title').notNull(),
    /** 专职 or 兼职. */
    engagement: text('engagement'),
    /** Which committee's term 届次, as people call it. */
    term: text('term'),
    /** The committee that it is a seat of. */
    committeeId: text('committee_id').references(() => committee.id),
    heldFrom: text('held_from'),
    heldTo: text('held_to'),
    documentNumber: text('document_number'),
    note: text('note'),
  },
  (table) => [
    index('post_by_member').on(table.memberId),
    index('post_by_unit').on(table.unitId),
    index('post_by_committee')
      .on(table.committeeId)
      .where(sql`committee_id IS NOT NULL`),
  ],
)
