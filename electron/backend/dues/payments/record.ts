import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import type { PaymentRequest } from '../../../../shared/contract/dues/payments'
import type { Day } from '../../../../shared/model/date'
import type { BatchId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { writeRows } from '../../write-rows'
import { issueReceipt } from '../receipts/issuing'
import { newEntry } from './entry'
import { planPayments } from './plan'

/** Records payments, see the contract. */
export async function recordPayments(
  db: BranchDatabase,
  request: PaymentRequest,
  today: Day = dayOf(new Date()),
): Promise<{ batchId: BatchId; members: number; amount: Fen }> {
  const { paidOn, method, note, receipts } = request
  const payments = planPayments(db, request, today)
  const { insertEntry } = duesEntryQueries(db)
  const batchId = await writeRows(
    db,
    { kind: 'payment', title: paidOn },
    payments,
    ({ memberId, amount, chosenMonths }, id) => {
      const entry = newEntry({
        memberId,
        kind: 'payment',
        amount: opposite(amount),
        method,
        paidOn,
        chosenMonths,
        note,
        batchId: id,
      })
      insertEntry(entry)
      if (receipts !== undefined) issueReceipt(db, entry, { issuedOn: today, issuer: receipts.issuer })
    },
  )
  return { batchId, members: payments.length, amount: sumOf(payments) }
}
