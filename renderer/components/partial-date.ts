import type { PartialDate, ValidUntil } from '../../shared/model/date'
import { readDate } from '../../shared/rules/roster/dates'
import { readValidUntil } from '../../shared/rules/roster/valid-until'

/** Reads a date as a person types it, e.g. `1990.5.17`, `19900517`, `1990年5月`; null when it is none. */
export function parsePartialDate(text: string): PartialDate | null {
  if (text.trim() === '') return null
  const reading = readDate(text, { typed: true, trustsTenths: true })
  return reading.kind === 'date' ? reading.date : null
}

/** Reads the end of a document's validity as a person types it: a date, or 长期; null when it is neither. */
export function parseValidUntil(text: string): ValidUntil | null {
  return text.trim() === '' ? null : readValidUntil(text, { typed: true, trustsTenths: true })
}
