import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { duplicateQueries } from '../../../../db/queries/duplicates'
import { now } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { dayInBooks } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { writeReversal } from './reversal'

/**
 * Carries the open lines of a member's ledger over to another member within the batch that is being written: each is
 * reversed there and written anew here. A month for which both were charged stays charged once.
 */
export function carryLedger(db: BranchDatabase, from: MemberId, into: MemberId, batchId: BatchId): void {
  const { ledger, isReversed } = duesEntryQueries(db)
  const charged = new Set<string>(duplicateQueries(db).monthsCharged.all(into))
  for (const line of ledger(from)) {
    if (line.kind === 'reversal' || isReversed.get(line.id) === 1) continue
    writeReversal(db, line, batchId, null)
    if (line.month === null || !charged.has(line.month)) writeAnew(db, line, into, batchId)
  }
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

function writeAnew(db: BranchDatabase, line: DuesEntry, memberId: MemberId, batchId: BatchId): void {
  duesEntryQueries(db).insertEntry({
    ...line,
    id: newId(duesEntryIdSchema),
    memberId,
    bookedOn: bookDayOf(db, dayInBooks(line), dayOf(new Date())) ?? line.bookedOn,
    batchId,
    recordedAt: now(),
  })
}
