import { z } from 'zod'
import { activityTypeSchema } from '../../model/activity'
import { monthSchema } from '../../model/date'
import { ageBandSchema, insightPeriodSchema, sexSchema } from '../../model/insights'
import { fenSchema } from '../../model/money'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const figuresSchema = z.object({
  /** Members at some time of the months. */
  members: countSchema,
  /** Who came at least once; divided by `members` the rate 参与率. */
  came: countSchema,
  signedUp: countSchema,
  attendances: countSchema,
})
export type ParticipationFigures = z.infer<typeof figuresSchema>

export const typeFiguresSchema = z.object({
  type: activityTypeSchema,
  activities: countSchema,
  came: countSchema,
  attendances: countSchema,
  missed: countSchema,
  cost: fenSchema,
  /** Activities whose cost is known, and the times that people came to these. */
  costKnown: countSchema,
  attendancesWithCost: countSchema,
})
export type ActivityTypeFigures = z.infer<typeof typeFiguresSchema>

const timeFiguresSchema = z.object({
  from: monthSchema,
  until: monthSchema,
  members: countSchema,
  activities: countSchema,
  came: countSchema,
  attendances: countSchema,
})
export type ParticipationTime = z.infer<typeof timeFiguresSchema>

const overviewSchema = z.object({
  all: figuresSchema,
  types: z.array(typeFiguresSchema),
  departments: z.array(figuresSchema.extend({ value: z.string() })),
  ageBands: z.array(figuresSchema.extend({ value: ageBandSchema })),
  sexes: z.array(figuresSchema.extend({ value: sexSchema })),
  months: z.array(timeFiguresSchema),
  years: z.array(timeFiguresSchema),
})
export type ParticipationOverview = z.infer<typeof overviewSchema>

/** Who came to activities 参与情况. */
export const participation = { overview: procedure.input(insightPeriodSchema).output(overviewSchema) }
