import { z } from 'zod'
import { daySchema } from '../../model/date'
import { insightPeriodSchema, suggestionSchema } from '../../model/insights'
import { procedure } from '../errors'

/** What the record suggests 建议, the most useful first. */
export const suggestions = procedure.output(
  z.object({ today: daySchema, period: insightPeriodSchema, suggestions: z.array(suggestionSchema) }),
)
