import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { batch } from './batches'
import { handOver } from './hand-overs'
import { member } from './members'
import { payrollList } from './payroll'

export const duesRule = sqliteTable('dues_rule', {
  id: text('id').primaryKey(),
  /** JSON of `shared/model/dues-rule` duesFormulaSchema. */
  formula: text('formula').notNull(),
  validFrom: text('valid_from').notNull(),
  validUntil: text('valid_until'),
  decision: text('decision'),
  decidedOn: text('decided_on'),
})

/** Class and pay of a member, from a month until the next row of the member begins; amounts in fen. */
export const duesBasis = sqliteTable(
  'dues_basis',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    validFrom: text('valid_from').notNull(),
    memberClass: text('member_class').notNull(),
    grade: text('grade'),
    /** JSON of `shared/model/dues-rule` duesBasisSchema.pay. */
    pay: text('pay').notNull(),
    note: text('note'),
  },
  (table) => [uniqueIndex('dues_basis_by_member').on(table.memberId, table.validFrom)],
)

export const duesExemption = sqliteTable(
  'dues_exemption',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** First and last month. */
    from: text('from').notNull(),
    until: text('until'),
    reason: text('reason').notNull(),
    decision: text('decision'),
    decidedOn: text('decided_on'),
  },
  (table) => [
    index('dues_exemption_by_member').on(table.memberId, table.from),
    index('dues_exemption_by_end')
      .on(table.until)
      .where(sql`"until" IS NOT NULL`),
  ],
)

/** Append-only ledger of dues; amounts in fen, positive ones raise what the member owes. */
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
    /** JSON of `shared/model/dues` duesEntrySchema.chosenMonths. */
    chosenMonths: text('chosen_months'),
    bookedOn: text('booked_on'),
    payrollListId: text('payroll_list_id').references(() => payrollList.id),
    handOverId: text('hand_over_id').references(() => handOver.id),
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
    index('dues_entry_by_booking')
      .on(table.bookedOn)
      .where(sql`booked_on IS NOT NULL`),
    index('dues_entry_by_reversed')
      .on(table.reversesId)
      .where(sql`reverses_id IS NOT NULL`),
    index('dues_entry_by_payroll_list')
      .on(table.payrollListId, table.amount)
      .where(sql`payroll_list_id IS NOT NULL`),
    // What comes into the book of the dues account day by day, without a look at the lines themselves.
    index('dues_entry_by_book_day')
      .on(sql`coalesce(booked_on, paid_on)`, table.amount)
      .where(sql`paid_on IS NOT NULL AND payroll_list_id IS NULL`),
    index('dues_entry_by_hand_over')
      .on(table.handOverId)
      .where(sql`hand_over_id IS NOT NULL`),
    check(
      'dues_entry_sign',
      sql`CASE kind WHEN 'charge' THEN amount >= 0 WHEN 'refund' THEN amount >= 0 WHEN 'payment' THEN amount <= 0
        WHEN 'waiver' THEN amount <= 0 WHEN 'reversal' THEN reverses_id IS NOT NULL ELSE 0 END`,
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
