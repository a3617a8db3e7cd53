import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import type { PaymentMethod } from '../../../../shared/model/dues'
import type { BatchId, MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { newEntry, requireMoneyDay } from './entry'
import { requirePayer } from './plan'

interface Refund {
  readonly memberId: MemberId
  readonly amount: Fen
  readonly paidOn: Day
  readonly method: PaymentMethod
  readonly note: string
}

/** Gives credit back as a batch, see the contract. */
export function refundCredit(db: BranchDatabase, refund: Refund): { batchId: BatchId } {
  const { memberId, amount, paidOn } = refund
  requireMoneyDay(db, paidOn, dayOf(new Date()))
  requirePayer(db, memberId)
  const { ledger, insertEntry } = duesEntryQueries(db)
  if (amount > allocate(ledger(memberId)).credit) throw failure('MORE_THAN_CREDIT')
  const { batchId } = db.writeBatch({ kind: 'refund', title: paidOn }, (id) => {
    insertEntry(newEntry({ ...refund, kind: 'refund', batchId: id }))
    return { count: 1, result: null }
  })
  return { batchId }
}
