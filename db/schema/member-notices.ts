import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/** What members were told of their data and on what basis it is passed on, see `shared/model/member-notice`. */
export const memberNotice = sqliteTable(
  'member_notice',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    version: text('version').notNull(),
    basis: text('basis').notNull(),
    givenOn: text('given_on').notNull(),
    withdrawnOn: text('withdrawn_on'),
  },
  (table) => [index('member_notice_by_member').on(table.memberId)],
)
