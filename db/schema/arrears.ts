import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from './members'

export const arrearsRule = sqliteTable('arrears_rule', {
  id: text('id').primaryKey(),
  validFrom: text('valid_from').notNull(),
  reminderMonths: integer('reminder_months').notNull(),
  noticeMonths: integer('notice_months').notNull(),
  listMonths: integer('list_months').notNull(),
  partialPayment: text('partial_payment').notNull(),
  decision: text('decision'),
})

/** A step of the course of arrears, as it was taken; amounts in fen. */
export const arrearsStep = sqliteTable(
  'arrears_step',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    on: text('on').notNull(),
    since: text('since').notNull(),
    months: integer('months').notNull(),
    owed: integer('owed').notNull(),
    enteredUntil: text('entered_until').notNull(),
    by: text('by'),
    reason: text('reason'),
    decision: text('decision'),
    document: text('document'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [index('arrears_step_by_member').on(table.memberId, table.on)],
)
