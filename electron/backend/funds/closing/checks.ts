import type { BranchDatabase } from '../../../../db/branch-database'
import { closingQueries } from '../../../../db/queries/funds/closing'
import type { ClosingAccount, ClosingCheck, ClosingFound } from '../../../../shared/contract/funds/closing'
import type { Day, Month } from '../../../../shared/model/date'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { monthOf } from '../../../../shared/rules/date'
import { daysOfMonth } from '../../../../shared/rules/funds/year'

/** How many things were found, and what they come to. */
export interface Found {
  readonly count: number
  readonly amount?: Fen
}

/**
 * What stands against closing a month. What would make the books wrong is `blocking`: what was entered for the month and
 * is not booked yet, and another month to be closed before.
 * @param toCharge dues of the month that are not charged yet
 */
export function closingChecks(
  db: BranchDatabase,
  month: Month,
  next: Month | null,
  accounts: readonly ClosingAccount[],
  today: Day,
  toCharge: Found,
): ClosingFound[] {
  const queries = closingQueries(db)
  const days = daysOfMonth(month)
  const overdrawn = accounts.filter(({ balance }) => balance < 0)
  const finding = (check: ClosingCheck, grave: 'warning' | 'blocking', { count, amount }: Found): ClosingFound => ({
    check,
    state: count === 0 ? 'fine' : grave,
    count,
    amount: count === 0 ? null : (amount ?? null),
  })
  const nothing = { count: 0 }
  return [
    finding('order', 'blocking', { count: month === next ? 0 : 1 }),
    // On its last day the month can be closed, as the last money of it is usually in.
    finding('over', today < days.until ? 'blocking' : 'warning', { count: monthOf(today) <= month ? 1 : 0 }),
    finding('handOverDrafts', 'blocking', { count: queries.handOverDrafts.get(days) ?? 0 }),
    finding('payrollImports', 'blocking', { count: queries.payrollImports.get(days) ?? 0 }),
    finding('undatedDrafts', 'warning', { count: queries.undatedDrafts.get() ?? 0 }),
    finding('charged', 'warning', toCharge),
    finding('receipts', 'warning', { count: queries.receiptGaps.get(days) ?? 0 }),
    finding('attachments', 'warning', queries.withoutAttachment.get(days) ?? nothing),
    finding('remittances', 'warning', queries.notRemitted.get(days) ?? nothing),
    finding('handOvers', 'warning', queries.handOverDifferences.get(days) ?? nothing),
    finding('balances', 'warning', {
      count: overdrawn.length,
      amount: fenSchema.parse(overdrawn.reduce((sum, { balance }) => sum + balance, 0)),
    }),
  ]
}
