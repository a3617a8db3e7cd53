import { currentSearchQuery } from '../../../../db/search'
import type { BranchDatabase } from '../../../../db/branch-database'
import { paymentQueries, type StoredFilter } from '../../../../db/queries/dues/payments'
import type { PaymentFilter, PaymentRow } from '../../../../shared/contract/dues/payments'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'

interface Sum {
  readonly payments: number
  readonly amount: Fen
}

export interface PaymentPage {
  readonly total: number
  readonly rows: PaymentRow[]
  readonly received: Sum
  readonly refunded: Sum
}

/** A page of the payments and refunds of some days, see the contract. */
export function paymentPage(db: BranchDatabase, input: PaymentFilter & Page): PaymentPage {
  const filter = storedFilter(db, input)
  const sums = paymentQueries(db).sums(filter)
  const none = fenSchema.parse(0)
  return {
    total: sums?.lines ?? 0,
    rows: paymentQueries(db).list({ ...filter, offset: input.offset, limit: input.limit }),
    received: { payments: sums?.payments ?? 0, amount: sums?.received ?? none },
    refunded: { payments: sums?.refunds ?? 0, amount: sums?.refunded ?? none },
  }
}

export function storedFilter(
  db: BranchDatabase,
  { from, until, method, collector, search }: PaymentFilter,
): StoredFilter {
  const query = currentSearchQuery(db, search)
  return { from, until, method, collector, query }
}
