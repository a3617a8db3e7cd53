import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from './members'
import { unit } from './organisation'

/** 信息员, 通讯员, 网评员, 志愿者 ...: a role that a member has over a time; both ends included. */
export const teamRole = sqliteTable(
  'team_role',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    unitId: text('unit_id').references(() => unit.id),
    from: text('from').notNull(),
    until: text('until'),
    skill: text('skill'),
    note: text('note'),
  },
  (table) => [index('team_role_by_kind').on(table.kind), index('team_role_by_member').on(table.memberId)],
)

/** 外部服务单位. */
export const provider = sqliteTable('provider', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  creditCode: text('credit_code'),
  contact: text('contact'),
  phone: text('phone'),
  address: text('address'),
  isRetired: integer('is_retired').notNull(),
  note: text('note'),
})

export const providerContract = sqliteTable(
  'provider_contract',
  {
    id: text('id').primaryKey(),
    providerId: text('provider_id')
      .notNull()
      .references(() => provider.id),
    title: text('title').notNull(),
    number: text('number'),
    signedOn: text('signed_on'),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until').notNull(),
    /** Fen. */
    amount: integer('amount'),
    note: text('note'),
  },
  (table) => [
    index('provider_contract_by_provider').on(table.providerId),
    index('provider_contract_by_end').on(table.validUntil),
  ],
)

/** 投稿. */
export const article = sqliteTable(
  'article',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id').references(() => member.id),
    author: text('author'),
    title: text('title').notNull(),
    writtenOn: text('written_on').notNull(),
    channel: text('channel'),
    adoption: text('adoption'),
    adoptedOn: text('adopted_on'),
    approvedBy: text('approved_by'),
    note: text('note'),
  },
  (table) => [index('article_by_member').on(table.memberId), index('article_by_day').on(table.writtenOn)],
)
