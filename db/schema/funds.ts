import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { activity } from './activities'
import { batch } from './batches'
import { member } from './members'

/** Append-only book of income and spending; amounts in fen, negative only in reversals and opening balances. */
export const fundEntry = sqliteTable(
  'fund_entry',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    direction: text('direction').notNull(),
    on: text('on').notNull(),
    amount: integer('amount').notNull(),
    chart: text('chart'),
    category: text('category'),
    subcategory: text('subcategory'),
    voucherNumber: integer('voucher_number').notNull(),
    summary: text('summary').notNull(),
    counterpart: text('counterpart'),
    activityId: text('activity_id').references(() => activity.id),
    form: text('form'),
    decision: text('decision'),
    invoice: text('invoice'),
    signOff: text('sign_off'),
    overLimitReason: text('over_limit_reason'),
    reversesId: text('reverses_id').references((): AnySQLiteColumn => fundEntry.id),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    note: text('note'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('fund_entry_by_day').on(table.account, table.on),
    index('fund_entry_by_category').on(table.account, table.category, table.on),
    index('fund_entry_by_activity')
      .on(table.activityId)
      .where(sql`activity_id IS NOT NULL`),
    uniqueIndex('fund_entry_by_reversed')
      .on(table.reversesId)
      .where(sql`reverses_id IS NOT NULL`),
    check(
      'fund_entry_sign',
      sql`CASE direction WHEN 'opening' THEN 1 WHEN 'income' THEN amount > 0 OR reverses_id IS NOT NULL
        WHEN 'spending' THEN amount > 0 OR reverses_id IS NOT NULL ELSE 0 END`,
    ),
  ],
)

/** Append-only: what one member received of a spending; a reversed spending's shares are taken back by their opposites. */
export const fundShare = sqliteTable(
  'fund_share',
  {
    id: text('id').primaryKey(),
    fundEntryId: text('fund_entry_id')
      .notNull()
      .references(() => fundEntry.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    item: text('item'),
    amount: integer('amount').notNull(),
  },
  (table) => [
    index('fund_share_by_entry').on(table.fundEntryId),
    index('fund_share_by_member').on(table.memberId, table.item),
  ],
)

export const fundBudget = sqliteTable(
  'fund_budget',
  {
    id: text('id').primaryKey(),
    year: text('year').notNull(),
    account: text('account').notNull(),
    direction: text('direction').notNull(),
    chart: text('chart').notNull(),
    category: text('category').notNull(),
    subcategory: text('subcategory'),
    amount: integer('amount').notNull(),
    note: text('note'),
  },
  (table) => [index('fund_budget_by_year').on(table.year, table.account)],
)

/** Shares of the 2 % of wages, dated. */
export const fundSplitRule = sqliteTable('fund_split_rule', {
  id: text('id').primaryKey(),
  region: text('region'),
  validFrom: text('valid_from').notNull(),
  validUntil: text('valid_until'),
  /** JSON of `shared/model/fund` fundSplitRuleSchema.shares. */
  shares: text('shares').notNull(),
  ownLevel: text('own_level').notNull(),
  source: text('source'),
})

/** Limits of spending on one member that this branch goes by. */
export const spendingLimit = sqliteTable(
  'spending_limit',
  {
    id: text('id').primaryKey(),
    region: text('region').notNull(),
    item: text('item').notNull(),
    amount: integer('amount').notNull(),
    per: text('per').notNull(),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until'),
    source: text('source'),
    note: text('note'),
  },
  (table) => [index('spending_limit_by_item').on(table.item, table.validFrom)],
)

/** Append-only: closings and reopenings of months; the latest of a month decides. */
export const monthClosing = sqliteTable(
  'month_closing',
  {
    id: text('id').primaryKey(),
    month: text('month').notNull(),
    act: text('act').notNull(),
    duesBalance: integer('dues_balance').notNull(),
    fundsBalance: integer('funds_balance').notNull(),
    reason: text('reason'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [index('month_closing_by_month').on(table.month)],
)
