import { z } from 'zod'
import terms from '../../codes/transfers/terms.json'
import { daySchema, type Day } from '../../model/date'
import { daysBetween } from '../date'

/** Within how many days a request is answered as a rule, latest first. */
const table = z
  .array(z.object({ validFrom: daySchema, source: z.string(), answerDays: z.int().positive() }))
  .parse(terms)
  .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))

/** How long a request has waited, and whether that is longer than it should. */
export function waitingTime(requestedOn: Day, today: Day): { readonly days: number; readonly isLate: boolean } {
  const days = Math.max(0, daysBetween(requestedOn, today))
  const term = table.find(({ validFrom }) => validFrom <= requestedOn)
  return { days, isLate: term !== undefined && days > term.answerDays }
}
