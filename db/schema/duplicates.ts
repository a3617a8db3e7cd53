import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/**
 * Two records that were found to be of one person: `member_id` lives on in `into_id`. The record merged away stays, out
 * of every list, so that nothing is lost and the merge can be undone.
 */
export const memberMerge = sqliteTable(
  'member_merge',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .unique()
      .references(() => member.id),
    intoId: text('into_id')
      .notNull()
      .references(() => member.id),
  },
  (table) => [index('member_merge_by_target').on(table.intoId)],
)

/** Two members whom a person found to be two; `member_id` is the smaller id. Survives later imports. */
export const notSamePerson = sqliteTable(
  'not_same_person',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    otherId: text('other_id')
      .notNull()
      .references(() => member.id),
  },
  (table) => [uniqueIndex('not_same_person_once').on(table.memberId, table.otherId)],
)
