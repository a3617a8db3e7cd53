import type { PartialDate } from '../../model/date'
import type { DateForm } from '../../model/receiver-profile'

/** A date as a receiver writes it; null where the form asks for more than is known of the date. */
export function formatDate(form: DateForm, date: PartialDate): string | null {
  const [year = '', month, day] = date.split('-')
  if (month === undefined || (day === undefined && form.includes('d'))) return null
  return form
    .replace('yyyy', year)
    .replace('MM', month)
    .replace('M', String(Number(month)))
    .replace('dd', day ?? '')
    .replace('d', String(Number(day ?? 0)))
}
