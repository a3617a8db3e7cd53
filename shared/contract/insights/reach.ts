import { z } from 'zod'
import { careKindSchema } from '../../model/care-gift'
import { insightPeriodSchema } from '../../model/insights'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'
import { typeFiguresSchema } from './participation'

const countSchema = z.int().nonnegative()

const overviewSchema = z.object({
  /** Members at some time of the months. */
  members: countSchema,
  gifts: z.array(z.object({ kind: careKindSchema, gifts: countSchema, people: countSchema, amount: fenSchema })),
  /** Who got anything, and how much in all. */
  people: countSchema,
  amount: fenSchema,
  types: z.array(typeFiguresSchema),
})
export type ReachOverview = z.infer<typeof overviewSchema>

/** How many are reached, and what it costs a head 覆盖与花费. */
export const reach = { overview: procedure.input(insightPeriodSchema).output(overviewSchema) }
