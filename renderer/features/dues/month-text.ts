import { monthSchema, type Month } from '../../../shared/model/date'
import { parsePartialDate } from '../../components/partial-date'

/** A month as one types it, e.g. `2026.3` or `2026年3月`; null when it is none. */
export function readMonth(text: string): Month | null {
  return monthSchema.safeParse(parsePartialDate(text)).data ?? null
}
