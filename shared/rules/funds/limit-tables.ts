import type { Day } from '../../model/date'
import type { SpendingLimit, SpendingLimitInput } from '../../model/fund'
import type { LimitTable } from '../../model/limit'
import type { LimitItem } from '../../model/limit-item'
import { addDays } from '../date'

/** What taking over a table does to the limits that a branch goes by. */
export interface Adoption {
  readonly added: readonly SpendingLimitInput[]
  /** Limits of the same items that end the day before. */
  readonly ended: readonly { readonly limit: SpendingLimit; readonly validUntil: Day }[]
  /** Limits of the same items that would have begun later. */
  readonly removed: readonly SpendingLimit[]
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)

/** What taking over the chosen items of a table does, to be gone by from a day on. Rows without an amount stay words. */
export function adoptionOf(
  table: LimitTable,
  items: readonly LimitItem[],
  own: readonly SpendingLimit[],
  from: Day,
): Adoption {
  const added = table.rows.flatMap(({ amount, validFrom, validUntil, ...row }): SpendingLimitInput[] =>
    amount === null || !items.includes(row.item) || (validUntil !== null && validUntil < from)
      ? []
      : [
          {
            ...row,
            amount,
            region: table.region,
            validFrom: later(from, validFrom ?? from),
            validUntil,
            source: table.source,
          },
        ],
  )
  const begins = new Map<LimitItem, Day>()
  for (const { item, validFrom } of added) {
    const known = begins.get(item)
    begins.set(item, known !== undefined && known < validFrom ? known : validFrom)
  }
  const ended: { limit: SpendingLimit; validUntil: Day }[] = []
  const removed: SpendingLimit[] = []
  for (const limit of own) {
    const begin = begins.get(limit.item)
    if (begin === undefined || (limit.validUntil !== null && limit.validUntil < begin)) continue
    if (limit.validFrom < begin) ended.push({ limit, validUntil: addDays(begin, -1) })
    else removed.push(limit)
  }
  return { added, ended, removed }
}

/** A limit of the same item and period whose validity runs into that of another. */
export function overlapping(
  own: readonly SpendingLimit[],
  { item, per, validFrom, validUntil }: SpendingLimitInput,
): SpendingLimit | undefined {
  return own.find(
    (other) =>
      other.item === item &&
      other.per === per &&
      (validUntil === null || other.validFrom <= validUntil) &&
      (other.validUntil === null || other.validUntil >= validFrom),
  )
}
