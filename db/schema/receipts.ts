import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
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
      .references((): AnySQLiteColumn => duesEntry.id),
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

/** Cash that a collector handed over, as declared; the payments refer to it. */
export const handOver = sqliteTable('hand_over', {
  id: text('id').primaryKey(),
  collector: text('collector').notNull(),
  declaredCount: integer('declared_count').notNull(),
  declaredTotal: integer('declared_total').notNull(),
  receivedOn: text('received_on').notNull(),
  note: text('note'),
})

/** A hand-over that is being entered; never synced. */
export const handOverDraft = sqliteTable('hand_over_draft', {
  id: text('id').primaryKey(),
  /** JSON of `shared/contract/dues` handOverDraftSchema. */
  content: text('content').notNull(),
  updatedAt: text('updated_at').notNull(),
})
