import { z } from 'zod'
import { activityTypeSchema } from '../../model/activity'
import { monthSchema } from '../../model/date'
import { memberIdSchema } from '../../model/id'
import { groupBySchema, insightPeriodSchema } from '../../model/insights'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()

/** What members and groups come to 偏好: only counts of what was recorded. */
export const preferences = {
  groups: procedure.input(z.object({ by: groupBySchema, period: insightPeriodSchema })).output(
    z.object({
      types: z.array(z.object({ type: activityTypeSchema, activities: countSchema })),
      /** `came` holds the people of the group who came to each of `types`. */
      groups: z.array(z.object({ value: z.string(), members: countSchema, came: z.array(countSchema) })),
    }),
  ),
  /** Of the activities that a member could come to since then: how many there were, and to how many they came. */
  member: procedure.input(z.object({ memberId: memberIdSchema })).output(
    z.object({
      since: monthSchema,
      types: z.array(z.object({ type: activityTypeSchema, held: countSchema, came: countSchema })),
    }),
  ),
}
