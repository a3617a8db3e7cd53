import { z } from 'zod'
import { committeeKindSchema } from '../../model/committee'
import { daySchema, monthSchema } from '../../model/date'
import { dueKindSchema } from '../../model/insights'
import { procedure } from '../errors'
import { progressOf } from '../progress'

/** Months that the calendar looks ahead, the present one included. */
export const CALENDAR_MONTHS = 12

export const dueSchema = z.object({
  kind: dueKindSchema,
  month: monthSchema,
  /** Null where it is of the whole month. */
  on: daySchema.nullable(),
  /** What it is called; null where the kind says it all. */
  title: z.string().nullable(),
  /** Of an election only. */
  committee: z.object({ kind: committeeKindSchema, term: z.int() }).nullable(),
  /** Set where it is of several people: how many. */
  people: z.int().positive().nullable(),
  /** The row that it is of, where there is one. */
  id: z.string().nullable(),
  /** Its day has passed. */
  isOverdue: z.boolean(),
})
export type Due = z.infer<typeof dueSchema>

/** What comes due in the next twelve months 未来一年. */
export const calendar = {
  list: procedure.output(z.object({ today: daySchema, months: z.array(monthSchema), due: z.array(dueSchema) })),
  /** Saves it as .xlsx; null when the dialog was cancelled. Errors: NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN. */
  save: procedure.output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
