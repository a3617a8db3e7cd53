import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import type { ChosenMonth } from '../../../../shared/model/dues'
import type { BatchId, MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { dayInBooks, opposite } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { newEntry } from './entry'
import { requireOpen, requirePayer } from './plan'

interface Waiver {
  readonly memberId: MemberId
  readonly months: readonly ChosenMonth[]
  /** The decision. */
  readonly note: string
}

/** Waives what is open of months as a batch, see the contract. A month of closed books is waived in today's. */
export function waiveMonths(db: BranchDatabase, { memberId, months, note }: Waiver): { batchId: BatchId } {
  const today = dayOf(new Date())
  const { name } = requirePayer(db, memberId)
  requireOpen(db, memberId, months)
  const { insertEntry } = duesEntryQueries(db)
  const { batchId } = db.writeBatch({ kind: 'waiver', title: name }, (id) => {
    for (const { month, amount } of months) {
      const bookedOn = bookDayOf(db, dayInBooks({ bookedOn: null, paidOn: null, month }), today)
      insertEntry(newEntry({ memberId, kind: 'waiver', amount: opposite(amount), month, bookedOn, note, batchId: id }))
    }
    return { count: months.length, result: null }
  })
  return { batchId }
}
