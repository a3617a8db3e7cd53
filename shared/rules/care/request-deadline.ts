import { z } from 'zod'
import deadlines from '../../codes/care/request-deadlines.json'
import { daySchema, monthSchema, type Day } from '../../model/date'
import { requestUrgencySchema, type RequestUrgency } from '../../model/request'
import { addDays, addMonths } from '../date'

const deadlineTableSchema = z.object({
  validFrom: daySchema,
  source: z.string(),
  /** Null where an explanation is owed, but no day. */
  due: z.record(requestUrgencySchema, z.enum(['sameDay', 'quarterEnd']).nullable()),
})
type DeadlineTable = z.infer<typeof deadlineTableSchema>

/** Time goals 办理时限 by urgency, latest first. */
const tables: readonly DeadlineTable[] = z
  .array(deadlineTableSchema)
  .parse(deadlines)
  .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))

/** The goals that hold on a day; null for a day before all of them. */
export function deadlinesOn(day: Day): DeadlineTable | null {
  return tables.find(({ validFrom }) => validFrom <= day) ?? null
}

/** By when a request is to be dealt with, as the goals of its day propose; null where they name no day. */
export function proposedDueDay(urgency: RequestUrgency, receivedOn: Day): Day | null {
  switch (deadlinesOn(receivedOn)?.due[urgency] ?? null) {
    case 'sameDay':
      return receivedOn
    case 'quarterEnd':
      return quarterEnd(receivedOn)
    case null:
      return null
  }
}

function quarterEnd(day: Day): Day {
  const lastMonth = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
  const month = monthSchema.parse(`${day.slice(0, 4)}-${String(lastMonth).padStart(2, '0')}`)
  return addDays(daySchema.parse(`${addMonths(month, 1)}-01`), -1)
}

/** The Sunday of the week that a day lies in. */
export function weekEnd(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (7 - weekday) % 7)
}
