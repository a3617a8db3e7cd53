import { z } from 'zod'
import { daySchema, type Day } from '../../../shared/model/date'

const PLACE = 'gonghui.insights.dismissed'
const dismissedSchema = z.record(z.string(), daySchema).catch({})

/** Suggestions that were put aside, each until a day; kept on this PC only. */
export function readDismissed(): Readonly<Record<string, Day>> {
  try {
    return dismissedSchema.parse(JSON.parse(localStorage.getItem(PLACE) ?? '{}'))
  } catch {
    return {}
  }
}

/** Keeps what is put aside; what has passed is forgotten. */
export function writeDismissed(dismissed: Readonly<Record<string, Day>>, today: Day): void {
  const waiting = Object.entries(dismissed).filter(([, until]) => until > today)
  localStorage.setItem(PLACE, JSON.stringify(Object.fromEntries(waiting)))
}
