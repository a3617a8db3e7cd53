import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { duesEntry } from './dues'
import { member } from './members'

/** Receipts of dues; never deleted, only voided. Amounts in fen. */
export const duesReceipt = sqliteTable(
  'dues_receipt',
  {
    id: text('id').primaryKey(),
    series: text('series').notNull(),
    number: integer('number').notNull(),
    entryId: text('entry_id')
      .notNull()
      .references(() => duesEntry.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    payer: text('payer').notNull(),
    amount: integer('amount').notNull(),
    method: text('method').notNull(),
    paidOn: text('paid_on').notNull(),
    /** JSON of `shared/model/receipt` duesReceiptSchema.months. */
    months: text('months').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuer: text('issuer'),
    voidedOn: text('voided_on'),
    voidReason: text('void_reason'),
  },
  (table) => [
    uniqueIndex('dues_receipt_by_number').on(table.series, table.number),
    index('dues_receipt_by_entry').on(table.entryId),
    index('dues_receipt_by_member').on(table.memberId),
  ],
)
