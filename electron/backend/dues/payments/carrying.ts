import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { receiptQueries } from '../../../../db/queries/dues/receipts'
import { duplicateQueries } from '../../../../db/queries/duplicates'
import { now } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { dayInBooks, opposite } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { writeReversal } from './reversal'

/**
 * Carries the open lines of a member's ledger over to another member within the batch that is being written: each is
 * reversed there and written anew here. A month for which both were charged stays charged once, and is waived as far as
 * it is still open.
 */
export function carryLedger(db: BranchDatabase, from: MemberId, into: MemberId, batchId: BatchId): void {
  const { ledger, isReversed } = duesEntryQueries(db)
  const charged = new Set<string>(duplicateQueries(db).monthsCharged.all(into))
  for (const line of ledger(from)) {
    if (line.kind === 'reversal' || isReversed.get(line.id) === 1) continue
    const amount = line.month === null || !charged.has(line.month) ? line.amount : waivable(db, line, into)
    // First, so that the receipt of a payment goes along with it and is not voided.
    if (amount !== null) writeAnew(db, { ...line, amount }, into, batchId)
    writeReversal(db, line, batchId, null)
  }
}

/** What of a line is carried for a month that is charged already: nothing of a charge, and of a waiver what is open. */
function waivable(db: BranchDatabase, { kind, month, amount }: DuesEntry, into: MemberId): Fen | null {
  if (kind !== 'waiver') return null
  const { months } = allocate(duesEntryQueries(db).ledger(into))
  const open = months.find((one) => one.month === month)?.open ?? fenSchema.parse(0)
  if (open === 0) return null
  return opposite(amount) <= open ? amount : opposite(open)
}

/** Carries back what `carryLedger` carried over in a batch. Lines reversed one by one since stay reversed. */
export function carryLedgerBack(db: BranchDatabase, carriedBy: BatchId, batchId: BatchId): void {
  const { entry, isReversed } = duesEntryQueries(db)
  for (const { id, kind, reversesId } of duplicateQueries(db).carried.all({ batchId: carriedBy })) {
    const line = entry(kind === 'reversal' && reversesId !== null ? reversesId : id)
    if (line === undefined) continue
    if (kind === 'reversal') writeAnew(db, line, line.memberId, batchId)
    else if (isReversed.get(id) === 0) writeReversal(db, line, batchId, null)
  }
}

/** Writes a line anew, with its receipts; today's where its month is closed. */
export function writeAnew(db: BranchDatabase, line: DuesEntry, memberId: MemberId, batchId: BatchId): void {
  const id = newId(duesEntryIdSchema)
  duesEntryQueries(db).insertEntry({
    ...line,
    id,
    memberId,
    bookedOn: bookDayOf(db, dayInBooks(line), dayOf(new Date())) ?? line.bookedOn,
    batchId,
    recordedAt: now(),
  })
  receiptQueries(db).carry.run({ from: line.id, to: id, memberId })
}
