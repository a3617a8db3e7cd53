import { daySchema, type Day } from '../../model/date'
import { addDays, daysBetween } from '../date'

interface Cover {
  readonly validFrom: Day
  readonly validUntil: Day
}

/** The days of the cover after another: as many whole years, or where it was not of whole years as many days. */
export function nextCover({ validFrom, validUntil }: Cover): Cover {
  const next = addDays(validUntil, 1)
  const years = Number(next.slice(0, 4)) - Number(validFrom.slice(0, 4))
  const anniversary = daySchema.safeParse(`${Number(next.slice(0, 4)) + years}${next.slice(4)}`)
  const isWhole = years > 0 && next.slice(4) === validFrom.slice(4) && anniversary.success
  return {
    validFrom: next,
    validUntil: isWhole ? addDays(anniversary.data, -1) : addDays(next, daysBetween(validFrom, validUntil)),
  }
}
