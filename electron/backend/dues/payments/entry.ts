import type { BranchDatabase } from '../../../../db/branch-database'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import { duesEntryIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { requireOpenMonth } from '../../funds/closing/require-open-month'

type Given = Partial<DuesEntry> & {
  readonly memberId: MemberId
  readonly kind: DuesEntry['kind']
  readonly amount: Fen
  readonly batchId: BatchId
}

/** A line of the ledger as it is recorded now; what is not given is empty. */
export function newEntry(given: Given): DuesEntry {
  return {
    id: newId(duesEntryIdSchema),
    month: null,
    ruleId: null,
    method: null,
    paidOn: null,
    chosenMonths: null,
    bookedOn: null,
    payrollListId: null,
    handOverId: null,
    reversesId: null,
    note: null,
    recordedAt: now(),
    ...given,
  }
}

/** Throws DAY_IN_FUTURE, MONTH_CLOSED for a day on which no money can be recorded. */
export function requireMoneyDay(db: BranchDatabase, paidOn: Day, today: Day): void {
  if (paidOn > today) throw failure('DAY_IN_FUTURE')
  requireOpenMonth(db, paidOn)
}
