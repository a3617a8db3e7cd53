import { z } from 'zod'
import { daySchema, monthSchema } from '../../model/date'
import { requestIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { requestKindSchema } from '../../model/request'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const yearSchema = z.string().regex(/^\d{4}$/)

const overviewSchema = z.object({
  /** Years with requests, newest first; the year asked for among them. */
  years: z.array(yearSchema),
  months: z.array(monthSchema),
  /**
   * People by topic and month, each once; null where the number is kept back as the group is small or another one would
   * follow from it.
   */
  topics: z.array(
    z.object({ topic: z.string(), counts: z.array(countSchema.nullable()), sum: countSchema.nullable() }),
  ),
  sums: z.array(countSchema.nullable()),
  /** Topics that grew faster than chance in a month, see `shared/rules/insights/topic-signal.ts`. */
  signals: z.array(
    z.object({
      topic: z.string(),
      month: monthSchema,
      /** Of the topic and of all in the month, and in the twelve months before; null where it gave away a small group. */
      count: countSchema.nullable(),
      monthTotal: countSchema.nullable(),
      before: countSchema.nullable(),
      beforeTotal: countSchema.nullable(),
      chance: z.number(),
    }),
  ),
})
export type TopicOverview = z.infer<typeof overviewSchema>

/** What members ask about 诉求话题. */
export const topics = {
  overview: procedure.input(z.object({ year: yearSchema })).output(overviewSchema),
  /** The requests behind a number that is shown; a confidential one without its title. Errors: NOT_FOUND. */
  requests: procedure.input(z.object({ topic: z.string().max(30), month: monthSchema, ...pageSchema.shape })).output(
    pageOf(
      z.object({
        id: requestIdSchema,
        receivedOn: daySchema,
        kind: requestKindSchema,
        title: z.string().nullable(),
        isClosed: z.boolean(),
      }),
    ),
  ),
}
