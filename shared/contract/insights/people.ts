import { z } from 'zod'
import { daySchema } from '../../model/date'
import { memberIdSchema } from '../../model/id'
import { peopleFilterSchema, qualityFaultSchema, retirementGroupSchema } from '../../model/insights'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'

export const insightPersonSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  unionGroup: z.string().nullable(),
  /** Since when a member, as precise as it is known. */
  since: z.string().nullable(),
  /** Of participation only: times in the months. */
  came: z.int().nonnegative().nullable(),
  signedUp: z.int().nonnegative().nullable(),
  /** Activities of the months that everybody could come to, while a member. */
  open: z.int().nonnegative().nullable(),
  /** The last one that the member came to, ever. */
  lastCame: z.object({ title: z.string(), on: daySchema }).nullable(),
  /** What the member signed up for in the months without having come, the latest first; at most three. */
  invited: z.array(z.string()),
  /** Of gifts only: how many and how much. */
  gifts: z.int().nonnegative().nullable(),
  amount: fenSchema.nullable(),
  /** Of records only. */
  faults: z.array(qualityFaultSchema),
  /** Of what comes due: the day, as precise as it is known. */
  on: z.string().nullable(),
  /** Of retirement only: by which rule, as a woman's is not on record. */
  retirement: retirementGroupSchema.nullable(),
})
export type InsightPerson = z.infer<typeof insightPersonSchema>

/** The people behind a figure. */
export const people = {
  /** By name. */
  list: procedure
    .input(z.object({ filter: peopleFilterSchema, ...pageSchema.shape }))
    .output(pageOf(insightPersonSchema)),
  /** Saves the list as .xlsx; null when the dialog was cancelled. Errors: NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN. */
  save: procedure
    .input(z.object({ filter: peopleFilterSchema, title: z.string().trim().min(1).max(60) }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
