import type { PartialDate } from '../../model/date'
import { datesAgree } from '../date'
import { checkCharacter, isKnownProvince, parseIdNumber } from '../id-number'
import { squeezeText } from './text'

/** More than these help nobody to choose. */
const OFFERED = 6

/** What the row says of the holder beside the number. */
export interface Holder {
  readonly birthDate: PartialDate | null
  readonly gender: string | null
}

/**
 * Citizen ID numbers that were meant, perhaps: one digit or one exchange of two neighbours away from what is written,
 * right by their check character and of the person that the row describes. The likeliest first; none for numbers whose
 * last digits Excel has lost, as what is left says nothing about them.
 */
export function suggestIdNumbers(written: string, holder: Holder): readonly string[] {
  const text = squeezeText(written).toUpperCase()
  if (!/^\d{16,18}[\dX]$/.test(text) || /000$/.test(text)) return []
  const fitting = [...new Set(candidates(text))].filter((number) => {
    const parsed = parseIdNumber(number)
    if (!parsed.ok || !isKnownProvince(parsed.id.region)) return false
    if (holder.gender !== null && parsed.id.gender !== holder.gender) return false
    return holder.birthDate === null || datesAgree(parsed.id.birthDate, holder.birthDate)
  })
  return fitting.slice(0, OFFERED)
}

/** The check character alone, then neighbours exchanged, then any other single slip. */
function* candidates(text: string): Iterable<string> {
  const places = Array.from(text, (_, place) => place)
  if (/^\d{17}/.test(text)) yield text.slice(0, 17) + checkCharacter(text.slice(0, 17))
  if (text.length === 18) {
    for (const place of places.slice(1)) {
      yield text.slice(0, place - 1) + text.charAt(place) + text.charAt(place - 1) + text.slice(place + 1)
    }
    for (const place of places) for (const digit of DIGITS) yield text.slice(0, place) + digit + text.slice(place + 1)
  }
  if (text.length === 17) {
    for (const place of places) for (const digit of DIGITS) yield text.slice(0, place) + digit + text.slice(place)
  }
  if (text.length === 19) for (const place of places) yield text.slice(0, place) + text.slice(place + 1)
}

const DIGITS = '0123456789'
