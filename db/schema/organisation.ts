import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

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
