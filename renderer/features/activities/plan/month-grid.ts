import { daySchema, type Day, type Month } from '../../../../shared/model/date'
import { weekdayOf } from '../../../../shared/rules/activities/repetition'
import { addDays, addMonths } from '../../../../shared/rules/date'

/** The weeks that a month touches, each from Monday to Sunday. */
export function monthGrid(month: Month): Day[][] {
  const first = daySchema.parse(`${month}-01`)
  const last = addDays(daySchema.parse(`${addMonths(month, 1)}-01`), -1)
  const weeks: Day[][] = []
  for (let monday = addDays(first, -weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)))
  }
  return weeks
}
