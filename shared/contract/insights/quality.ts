import { z } from 'zod'
import { qualityFaultSchema } from '../../model/insights'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const faultCountsSchema = z.array(z.object({ fault: qualityFaultSchema, count: countSchema }))

const overviewSchema = z.object({
  /** Active and kept members. */
  members: countSchema,
  /** Complete and correct; divided by `members` the rate 实名合格率. */
  sound: countSchema,
  /** How many records have each fault; a record may have several. */
  faults: faultCountsSchema,
  departments: z.array(
    z.object({ value: z.string(), members: countSchema, sound: countSchema, faults: faultCountsSchema }),
  ),
})
export type QualityOverview = z.infer<typeof overviewSchema>

/** How many records those above would count 资料质量. */
export const quality = { overview: procedure.output(overviewSchema) }
