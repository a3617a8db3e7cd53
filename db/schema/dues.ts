import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { batch } from './batches'
import { member } from './members'

export const duesRule = sqliteTable('dues_rule', {
  id: text('id').primaryKey(),
  /** JSON of `shared/model/dues` duesFormulaSchema. */
  formula: text('formula').notNull(),
  validFrom: text('valid_from').notNull(),
  decision: text('decision'),
})

/** Append-only ledger of dues; amounts in fen, a charge positive, a payment negative. */
export const duesEntry = sqliteTable(
  'dues_entry',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    amount: integer('amount').notNull(),
    month: text('month'),
    ruleId: text('rule_id').references(() => duesRule.id),
    method: text('method'),
    paidOn: text('paid_on'),
    reversesId: text('reverses_id').references((): AnySQLiteColumn => duesEntry.id),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    note: text('note'),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('dues_entry_by_member').on(table.memberId, table.month, table.amount),
    index('dues_entry_by_month').on(table.month, table.memberId, table.amount),
    index('dues_entry_by_payment')
      .on(table.paidOn, table.kind, table.amount)
      .where(sql`paid_on IS NOT NULL`),
    index('dues_entry_by_reversed')
      .on(table.reversesId)
      .where(sql`reverses_id IS NOT NULL`),
    check(
      'dues_entry_sign',
      sql`CASE kind WHEN 'charge' THEN amount >= 0 WHEN 'payment' THEN amount <= 0
        WHEN 'reversal' THEN reverses_id IS NOT NULL ELSE 0 END`,
    ),
  ],
)

/** Derived by triggers from `dues_entry`, never written by hand and never synced: the sum of each member's lines. */
export const duesStanding = sqliteTable(
  'dues_standing',
  {
    memberId: text('member_id')
      .primaryKey()
      .references(() => member.id, { onDelete: 'cascade' }),
    /** Fen; positive: owes, negative: has paid ahead. */
    balance: integer('balance').notNull(),
  },
  (table) => [
    index('dues_standing_by_debt')
      .on(table.balance, table.memberId)
      .where(sql`balance > 0`),
  ],
)
