import { index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { member } from './members'

/** A posted deduction list of the finance office; the payments refer to it. Amounts in fen. */
export const payrollList = sqliteTable('payroll_list', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  /** First and last month. */
  from: text('from').notNull(),
  until: text('until').notNull(),
  deductedOn: text('deducted_on').notNull(),
  expected: integer('expected').notNull(),
  deducted: integer('deducted').notNull(),
  stated: integer('stated'),
})

/** Append-only: what the employer paid over of a list. */
export const remittance = sqliteTable(
  'remittance',
  {
    id: text('id').primaryKey(),
    payrollListId: text('payroll_list_id')
      .notNull()
      .references(() => payrollList.id),
    amount: integer('amount').notNull(),
    receivedOn: text('received_on').notNull(),
    reversesId: text('reverses_id').references((): AnySQLiteColumn => remittance.id),
    note: text('note'),
  },
  (table) => [
    index('remittance_by_list').on(table.payrollListId),
    index('remittance_by_day').on(table.receivedOn, table.amount),
  ],
)

export const duesDispute = sqliteTable(
  'dues_dispute',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    month: text('month').notNull(),
    payrollListId: text('payroll_list_id').references(() => payrollList.id),
    reason: text('reason').notNull(),
    openedOn: text('opened_on').notNull(),
    closedOn: text('closed_on'),
    outcome: text('outcome'),
  },
  (table) => [index('dues_dispute_by_member').on(table.memberId, table.month)],
)

/** A deduction list that was read and is being matched, or was posted under the same id; never synced. */
export const payrollImport = sqliteTable('payroll_import', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  fileHash: text('file_hash').notNull(),
  from: text('from').notNull(),
  until: text('until').notNull(),
  deductedOn: text('deducted_on').notNull(),
  stated: integer('stated'),
  /** JSON of `shared/model/payroll` payrollSheetSchema: how the file was read. */
  sheets: text('sheets').notNull().default('[]'),
  createdAt: text('created_at').notNull(),
  postedAt: text('posted_at'),
})

/** A line of a deduction list, as the file has it, and what a person decided. */
export const payrollLine = sqliteTable(
  'payroll_line',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => payrollImport.id, { onDelete: 'cascade' }),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
    name: text('name'),
    staffNumber: text('staff_number'),
    idNumber: text('id_number'),
    department: text('department'),
    amount: integer('amount').notNull(),
    /** What stands in the place of an amount that cannot be read; its `amount` is 0 until a person says it. */
    amountText: text('amount_text'),
    remark: text('remark'),
    /** Whom it is of: as it was posted, or chosen before; null while only the rule says it, or nobody. */
    memberId: text('member_id').references(() => member.id, { onDelete: 'set null' }),
    /** How it was matched: staffNumber, idNumber, department, chosen. */
    matchedBy: text('matched_by'),
    /** post, leaveOut or null while undecided. */
    decision: text('decision'),
  },
  (table) => [
    index('payroll_line_by_import').on(table.importId, table.row),
    index('payroll_line_by_member').on(table.memberId),
  ],
)
