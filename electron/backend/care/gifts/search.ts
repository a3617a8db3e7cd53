import type { GiftSearch } from '../../../../db/queries/care/gifts'
import type { GiftFilter } from '../../../../shared/contract/care/gifts'

/** A filter as statements take it. */
export function searchOf({ isUnsigned, isUnbooked, ...filter }: GiftFilter): GiftSearch {
  return { ...filter, isUnsigned: isUnsigned ? 1 : 0, isUnbooked: isUnbooked ? 1 : 0 }
}
