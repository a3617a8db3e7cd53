import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { handOverQueries } from '../../../../db/queries/dues/hand-overs'
import { homeQueries } from '../../../../db/queries/home'
import type { PostedHandOver } from '../../../../shared/contract/dues/hand-overs'
import { failure } from '../../../../shared/contract/errors'
import type { HandOverId } from '../../../../shared/model/id'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'

/** A posted hand-over with its payments and what each paid. Throws NOT_FOUND. */
export function postedOf(db: BranchDatabase, id: HandOverId): PostedHandOver {
  const { get, payments } = handOverQueries(db)
  const handOver = get(id)
  if (handOver === undefined) throw failure('NOT_FOUND')
  return {
    unionName: homeQueries(db).unionName.get() ?? '',
    handOver,
    rows: payments.all(id).map(({ entryId, series, number, isReversed, ...row }) => {
      const allocation = allocate(duesEntryQueries(db).ledger(row.memberId))
      const { covers = [] } = allocation.payments.find((payment) => payment.entryId === entryId) ?? {}
      return {
        ...row,
        months: [...covers],
        receipt: series === null || number === null ? null : receiptNumber({ series, number }),
        isReversed: isReversed === 1,
      }
    }),
  }
}
