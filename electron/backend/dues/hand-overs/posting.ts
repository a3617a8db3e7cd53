import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { handOverQueries } from '../../../../db/queries/dues/hand-overs'
import type { HandOverSheet } from '../../../../shared/contract/dues/hand-overs'
import type { PaymentCheck } from '../../../../shared/contract/dues/payments'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import { handOverIdSchema, newId, type BatchId, type HandOverId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { writeRows } from '../../write-rows'
import { newEntry } from '../payments/entry'
import { checkPayments, planPayments } from '../payments/plan'
import { issueReceipt } from '../receipts/issuing'

/** What posting a sheet would do, see the contract. */
export function checkHandOver(db: BranchDatabase, sheet: HandOverSheet): PaymentCheck {
  requireAgreement(sheet)
  return checkPayments(db, requestOf(sheet), dayOf(new Date()))
}

/** Posts a sheet as one batch, see the contract. */
export async function postHandOver(
  db: BranchDatabase,
  draftId: HandOverId,
  sheet: HandOverSheet,
  today: Day = dayOf(new Date()),
): Promise<{ id: HandOverId; batchId: BatchId }> {
  requireAgreement(sheet)
  const payments = planPayments(db, requestOf(sheet), today)
  const { collector, declaredCount, declaredTotal, note, receipts, receivedOn } = sheet
  const { insert, removeDraft } = handOverQueries(db)
  const { insertEntry } = duesEntryQueries(db)
  const id = newId(handOverIdSchema)
  let isWritten = false
  const batchId = await writeRows(
    db,
    { kind: 'handOver', title: `${collector} ${receivedOn}` },
    payments,
    ({ memberId, amount }, batch) => {
      if (!isWritten) insert.run({ id, collector, declaredCount, declaredTotal, receivedOn, note })
      isWritten = true
      const entry = newEntry({
        memberId,
        kind: 'payment',
        amount: opposite(amount),
        method: 'cash',
        paidOn: receivedOn,
        handOverId: id,
        note,
        batchId: batch,
      })
      insertEntry(entry)
      if (receipts !== null) issueReceipt(db, entry, { issuedOn: today, issuer: receipts.issuer })
    },
    () => removeDraft.run(draftId),
  )
  return { id, batchId }
}

/** Throws DECLARED_DIFFERS. */
function requireAgreement({ declaredCount, declaredTotal, rows }: HandOverSheet): void {
  const total = sumOf(rows)
  if (rows.length === declaredCount && total === declaredTotal) return
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  throw failure('DECLARED_DIFFERS', {
    declaredCount,
    count: rows.length,
    declaredTotal: yuan(declaredTotal),
    total: yuan(total),
  })
}

function requestOf({ note, receivedOn, rows }: HandOverSheet) {
  return {
    payers: rows.map((row) => ({ ...row, chosenMonths: null })),
    paidOn: receivedOn,
    method: 'cash' as const,
    note,
  }
}
