import type { GiftRow } from '../../../../db/queries/care/gifts'
import type { GiftLine } from '../../../../shared/contract/care/gifts'
import { isSensitiveKind } from '../../../../shared/rules/care/sensitive-kinds'

/** A line of the register as it may leave the backend in a list: what says something of health is held back. */
export function shownGift(row: GiftRow): GiftLine {
  const isHidden = isSensitiveKind(row.kind)
  return { ...row, isHidden, ...(isHidden && { occasion: null, note: null }) }
}
