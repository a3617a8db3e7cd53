import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/**
 * The tree of the branch: 分会 and the 小组 below them. A member belongs to the unit that `member.department` and
 * `member.union_group` name, as every sheet writes it; renaming or moving a unit writes those fields, so that the
 * record and what goes upward say the same.
 */
export const unit = sqliteTable(
  'unit',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => unit.id),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** JSON string[]: other spellings of the name that rosters use. */
    aliases: text('aliases').notNull(),
    /** Order among its siblings. */
    position: integer('position').notNull(),
    foundedOn: text('founded_on'),
    closedOn: text('closed_on'),
  },
  (table) => [
    uniqueIndex('unit_by_name').on(table.parentId, table.name),
    // Two NULLs are different to an index.
    uniqueIndex('unit_at_top_by_name')
      .on(table.name)
      .where(sql`parent_id IS NULL`),
  ],
)

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
    heldFrom: text('held_from'),
    heldTo: text('held_to'),
    documentNumber: text('document_number'),
    note: text('note'),
  },
  (table) => [index('post_by_member').on(table.memberId), index('post_by_unit').on(table.unitId)],
)
