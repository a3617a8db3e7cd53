import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries } from '../../../../db/queries/care/gifts'
import type { GiftBooking } from '../../../../shared/contract/care/gifts'
import { failure } from '../../../../shared/contract/errors'
import type { FundEntryInput } from '../../../../shared/contract/funds/book'
import type { CareGift } from '../../../../shared/model/care-gift'
import type { Day } from '../../../../shared/model/date'
import type { BatchId, CareGiftId, FundEntryId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { fenSchema } from '../../../../shared/model/money'
import { requirePlaceInBook, requireWholeEntry, writeEntry } from '../../funds/book/post'
import { requireGifts, requireUnbooked } from './require-gifts'

export interface Booked {
  readonly entryId: FundEntryId
  readonly voucherNumber: number
}

type EntryOfGifts = Omit<FundEntryInput, 'attachments'>

const only = <Value>(values: readonly Value[]): Value | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null

/** What each member receives of the gifts by kind, a member's of one kind together. */
function sharesOf(gifts: readonly CareGift[]): EntryOfGifts['shares'] {
  const shares = new Map<string, EntryOfGifts['shares'][number]>()
  for (const { memberId, kind, amount } of gifts) {
    if (amount === 0) continue
    const key = `${memberId} ${kind}`
    const sum = fenSchema.parse((shares.get(key)?.amount ?? 0) + amount)
    shares.set(key, { memberId, item: kind, amount: sum })
  }
  return [...shares.values()]
}

/**
 * The spending that pays gifts, before anything is written. Throws GIFT_PAID_BY_OTHERS, FUND_ENTRY_INVALID, NOT_FOUND,
 * MONTH_CLOSED, FUND_BEFORE_OPENING.
 */
export function requireBookable(
  db: BranchDatabase,
  gifts: readonly CareGift[],
  booking: GiftBooking,
  today: Day,
): EntryOfGifts {
  if (gifts.some(({ paidBy }) => paidBy !== null)) throw failure('GIFT_PAID_BY_OTHERS')
  const reasons = [...new Set(gifts.flatMap(({ overLimitReason }) => overLimitReason ?? []))]
  const entry: EntryOfGifts = {
    ...booking,
    direction: 'spending',
    amount: sumOf(gifts),
    activityId: null,
    form: only(gifts.map(({ form }) => form)),
    decision: only(gifts.map(({ decision }) => decision)),
    signOff: null,
    overLimitReason: reasons.length === 0 ? null : reasons.join('；').slice(0, 200),
    note: null,
    shares: sharesOf(gifts),
  }
  requireWholeEntry(db, entry, today)
  requirePlaceInBook(db, entry)
  return entry
}

/** Writes the spending within the batch that is being written, and notes on the gifts that it paid them. */
export function writeBooking(
  db: BranchDatabase,
  gifts: readonly CareGift[],
  entry: EntryOfGifts,
  batchId: BatchId,
): Booked {
  const { id: entryId, voucherNumber } = writeEntry(db, entry, batchId)
  for (const { id } of gifts) giftQueries(db).setEntry.run({ id, fundEntryId: entryId })
  return { entryId, voucherNumber }
}

/** Books gifts, see the contract. */
export function bookGifts(
  db: BranchDatabase,
  { ids, booking }: { readonly ids: readonly CareGiftId[]; readonly booking: GiftBooking },
  today: Day = dayOf(new Date()),
): { batchId: BatchId; booked: Booked } {
  const gifts = requireGifts(db, ids)
  requireUnbooked(gifts)
  const entry = requireBookable(db, gifts, booking, today)
  const { batchId, result } = db.writeBatch({ kind: 'gift', title: booking.summary }, (batch) => ({
    count: gifts.length,
    result: writeBooking(db, gifts, entry, batch),
  }))
  return { batchId, booked: result }
}
