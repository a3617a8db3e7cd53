import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { paymentQueries } from '../../../../db/queries/dues/payments'
import type { MemberLedger } from '../../../../shared/contract/dues/payments'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { requirePayer } from './plan'

/** A member's ledger, see the contract. Throws NOT_FOUND. */
export function ledgerOf(db: BranchDatabase, memberId: MemberId): MemberLedger {
  const { name, balance } = requirePayer(db, memberId)
  let sum = 0
  const entries = duesEntryQueries(db)
    .ledger(memberId)
    .map((entry) => {
      sum += entry.amount
      return { ...entry, balance: fenSchema.parse(sum) }
    })
  return { name, balance, entries, receipts: paymentQueries(db).receipts(memberId) }
}
