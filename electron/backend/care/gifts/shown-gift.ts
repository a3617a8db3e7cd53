import type { GiftRow } from '../../../../db/queries/care/gifts'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'

/** A line of the register as it may leave the backend. */
export function shownGift({ isBooked, ...row }: GiftRow): GiftLine {
  const isHidden = isSensitiveKind(row.kind)
  return {
    ...row,
    isBooked: isBooked === 1,
    isHidden,
    ...(isHidden && { occasion: null, note: null }),
  }
}
