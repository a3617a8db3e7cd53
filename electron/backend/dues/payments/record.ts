import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day } from '../../../../shared/model/date'
import type { PaymentMethod } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { requireOpenMonth } from '../../funds/closing/require-open-month'
import { writeRows } from '../../write-rows'

export interface Payment {
  readonly memberIds: readonly MemberId[]
  /** Null pays all that each member owes. */
  readonly amount: Fen | null
  readonly paidOn: Day
  readonly method: PaymentMethod
  readonly note: string | null
}

/** Records payments, see the contract. */
export async function recordPayments(
  db: BranchDatabase,
  { memberIds, amount, paidOn, method, note }: Payment,
): Promise<{ batchId: BatchId; members: number; amount: Fen }> {
  requireOpenMonth(db, paidOn)
  const payments = [...new Set(memberIds)].flatMap((memberId) => {
    const balance = duesEntryQueries(db).balance.get(memberId)
    if (balance === undefined) throw failure('NOT_FOUND')
    const paid = amount ?? balance
    return paid > 0 ? [{ memberId, amount: paid }] : []
  })
  if (payments.length === 0) throw failure('NOTHING_OWED')
  const recordedAt = now()
  const { insertEntry } = duesEntryQueries(db)
  const batchId = await writeRows(db, { kind: 'payment', title: paidOn }, payments, (payment, id) =>
    insertEntry({
      id: newId(duesEntryIdSchema),
      memberId: payment.memberId,
      kind: 'payment',
      amount: opposite(payment.amount),
      month: null,
      ruleId: null,
      method,
      paidOn,
      chosenMonths: null,
      bookedOn: null,
      payrollListId: null,
      handOverId: null,
      reversesId: null,
      batchId: id,
      note,
      recordedAt,
    }),
  )
  return { batchId, members: payments.length, amount: sumOf(payments) }
}
