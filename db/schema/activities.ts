import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { member } from './members'

export const activity = sqliteTable(
  'activity',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    type: text('type').notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    place: text('place'),
    /** Fen. */
    cost: integer('cost'),
    note: text('note'),
  },
  (table) => [
    index('activity_by_start').on(table.startsOn),
    check('activity_ends_after_start', sql`ends_on >= starts_on`),
  ],
)

export const participation = sqliteTable(
  'participation',
  {
    id: text('id').primaryKey(),
    activityId: text('activity_id')
      .notNull()
      .references(() => activity.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    attendance: text('attendance').notNull(),
  },
  (table) => [
    uniqueIndex('participation_once').on(table.activityId, table.memberId),
    index('participation_by_attendance').on(table.activityId, table.attendance),
    index('participation_by_member').on(table.memberId),
  ],
)
