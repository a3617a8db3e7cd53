import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { paymentQueries } from '../../../../db/queries/dues/payments'
import { failure } from '../../../../shared/contract/errors'
import { now } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type DuesEntryId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { dayInBooks, opposite } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { voidReceiptsOf } from '../receipts/voiding'

/** Takes a single line back as a batch of its own, see the contract. */
export function reverseEntry(db: BranchDatabase, entryId: DuesEntryId, note: string): { batchId: BatchId } {
  const { entry, isReversed } = duesEntryQueries(db)
  const line = entry(entryId)
  if (line === undefined) throw failure('NOT_FOUND')
  if (line.kind === 'reversal' || isReversed.get(entryId) === 1) throw failure('ALREADY_REVERSED')
  if (isRefunded(db, line)) throw failure('PAYMENT_REFUNDED')
  const { batchId } = db.writeBatch({ kind: 'reversal', title: line.month ?? line.paidOn ?? '' }, (id) => ({
    count: takeBack(db, line, id, note),
    result: null,
  }))
  return { batchId }
}

/**
 * Takes a line back within the batch that is being written, a charge together with its waivers. Answers how many lines
 * were taken back. Throws MONTH_CLOSED.
 */
export function takeBack(db: BranchDatabase, line: DuesEntry, batchId: BatchId, note: string | null): number {
  const lines = [...(line.kind === 'charge' ? waiversOf(db, line) : []), line]
  for (const one of lines) writeReversal(db, one, batchId, note)
  return lines.length
}

/**
 * Writes the opposite of a line within the batch that is being written; today's where its month is closed. The receipt
 * of a payment is voided with it.
 */
export function writeReversal(db: BranchDatabase, line: DuesEntry, batchId: BatchId, note: string | null): void {
  if (line.kind === 'payment') voidReceiptsOf(db, line.id, note)
  duesEntryQueries(db).insertEntry({
    ...line,
    id: newId(duesEntryIdSchema),
    kind: 'reversal',
    amount: opposite(line.amount),
    bookedOn: bookDayOf(db, dayInBooks(line), dayOf(new Date())) ?? line.bookedOn,
    reversesId: line.id,
    batchId,
    note,
    recordedAt: now(),
  })
}

/** What is waived of a charge, which would lower nothing without it. */
function waiversOf(db: BranchDatabase, { memberId, month }: DuesEntry): DuesEntry[] {
  if (month === null) return []
  const { entry } = duesEntryQueries(db)
  return paymentQueries(db)
    .waiversOf.all({ memberId, month })
    .flatMap((id) => entry(id) ?? [])
}

/** Whether the rest of a payment was given back and no other credit stands in for it. */
export function isRefunded(db: BranchDatabase, line: DuesEntry): boolean {
  if (line.kind !== 'payment' || paymentQueries(db).hasRefund.get(line.memberId) !== 1) return false
  const lines = duesEntryQueries(db).ledger(line.memberId)
  const reversal = {
    ...line,
    id: newId(duesEntryIdSchema),
    kind: 'reversal' as const,
    amount: opposite(line.amount),
    reversesId: line.id,
  }
  return allocate([...lines, reversal]).overRefunded > allocate(lines).overRefunded
}
