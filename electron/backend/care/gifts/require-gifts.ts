import type { BranchDatabase } from '../../../../db/branch-database'
import { giftQueries, type GiftRow } from '../../../../db/queries/care/gifts'
import { failure } from '../../../../shared/contract/errors'
import type { CareGiftId } from '../../../../shared/model/id'

/** Throws NOT_FOUND. */
export function requireGift(db: BranchDatabase, id: CareGiftId): GiftRow {
  const gift = giftQueries(db).get.get(id)
  if (gift === undefined) throw failure('NOT_FOUND')
  return gift
}

/** The gifts of some ids, each once. Throws NOT_FOUND. */
export function requireGifts(db: BranchDatabase, ids: readonly CareGiftId[]): GiftRow[] {
  return [...new Set(ids)].map((id) => requireGift(db, id))
}

/** Throws GIFT_BOOKED where one of the gifts is paid by a spending that stands. */
export function requireUnbooked(gifts: readonly GiftRow[]): void {
  const booked = gifts.filter(({ voucherNumber }) => voucherNumber !== null)
  if (booked.length > 0) throw failure('GIFT_BOOKED', { gifts: booked.length })
}
