import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { failure } from '../../../../shared/contract/errors'
import { now } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type DuesEntryId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { dayInBooks, opposite } from '../../../../shared/rules/dues/ledger'
import { bookDayOf } from '../../funds/closing/require-open-month'

/** Takes a single line back as a batch of its own, see the contract. */
export function reverseEntry(db: BranchDatabase, entryId: DuesEntryId, note: string): { batchId: BatchId } {
  const { entry, isReversed } = duesEntryQueries(db)
  const line = entry(entryId)
  if (line === undefined) throw failure('NOT_FOUND')
  if (line.kind === 'reversal' || isReversed.get(entryId) === 1) throw failure('ALREADY_REVERSED')
  const { batchId } = db.writeBatch({ kind: 'reversal', title: line.month ?? line.paidOn ?? '' }, (id) => {
    writeReversal(db, line, id, note)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Writes the opposite of a line within the batch that is being written; today's where its month is closed. */
export function writeReversal(db: BranchDatabase, line: DuesEntry, batchId: BatchId, note: string | null): void {
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
