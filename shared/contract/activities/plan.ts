import { z } from 'zod'
import {
  activityInputSchema,
  activitySchema,
  activityStateSchema,
  activityTypeSchema,
  approvalLevelSchema,
  eligibleSchema,
} from '../../model/activity'
import { daySchema } from '../../model/date'
import { activityIdSchema, batchIdSchema, unitIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { providerSchema } from '../../model/team'
import { pageOf, pageSchema } from '../../model/page'
import { repetitionSchema } from '../../rules/activities/repetition'
import { procedure } from '../errors'

/** What follows from an activity's steps and participants. */
const derivedSchema = z.object({
  state: activityStateSchema,
  /** Whose turn it is while it waits for approval. */
  waitsFor: approvalLevelSchema.nullable(),
  organiser: z.string().nullable(),
  provider: z.string().nullable(),
  signedUp: z.int().nonnegative(),
  present: z.int().nonnegative(),
  absent: z.int().nonnegative(),
  /** On the waiting list; not among those signed up. */
  waiting: z.int().nonnegative(),
  /** Cost divided by those present, in fen rounded half up; null without cost or without anybody present. */
  costPerHead: fenSchema.nullable(),
})

export const activitySummarySchema = activitySchema.safeExtend(derivedSchema.shape)
export type ActivitySummary = z.infer<typeof activitySummarySchema>

/** What narrows the list; null does not. */
export const activityFilterSchema = z.object({
  /** A part of the title, the place or the lecturer. */
  search: z.string().trim().max(60).default(''),
  type: activityTypeSchema.nullable().default(null),
  state: activityStateSchema.nullable().default(null),
  organiserId: unitIdSchema.nullable().default(null),
  /** Of the first day. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
})
export type ActivityFilter = z.infer<typeof activityFilterSchema>

const { id, title, type, startsOn, endsOn, startsAt, place } = activitySchema.shape

export const calendarActivitySchema = z.object({
  ...{ id, title, type, startsOn, endsOn, startsAt, place },
  state: activityStateSchema,
})
export type CalendarActivity = z.infer<typeof calendarActivitySchema>

const activityRefSchema = z.object({ id: activityIdSchema })
const batchRefSchema = z.object({ batchId: batchIdSchema })

/** An act on one activity of a repetition, or on it and those after it. */
export const activityScopeSchema = z.enum(['one', 'following'])
export type ActivityScope = z.infer<typeof activityScopeSchema>

/** Activities as planned 活动安排. */
export const plan = {
  /** The latest first. */
  list: procedure.input(activityFilterSchema.extend(pageSchema.shape)).output(pageOf(activitySummarySchema)),
  /** Those that lie in the days, both included, in their order. */
  calendar: procedure.input(z.object({ from: daySchema, until: daySchema })).output(z.array(calendarActivitySchema)),
  /** The years that have activities, the latest first. */
  years: procedure.output(z.array(z.string())),
  get: procedure.input(activityRefSchema).output(activitySummarySchema),
  add: procedure.input(activityInputSchema).output(activityRefSchema),
  /**
   * Changes an activity; with `following` also those after it in its repetition, moved by as many days. Undone as a
   * batch. Errors: NOT_FOUND, ACTIVITY_SETTLED.
   */
  update: procedure
    .input(activityRefSchema.extend({ activity: activityInputSchema, scope: activityScopeSchema.default('one') }))
    .output(batchRefSchema.extend({ changed: z.int().positive() })),
  /** The same plan and budget on another day, as a new draft without people. Errors: NOT_FOUND. */
  copy: procedure
    .input(activityRefSchema.extend({ startsOn: daySchema }))
    .output(activityRefSchema.extend(batchRefSchema.shape)),
  /** Plans the further activities of a repetition as one batch. Errors: NOT_FOUND, NOTHING_TO_REPEAT. */
  repeat: procedure
    .input(activityRefSchema.extend({ repetition: repetitionSchema }))
    .output(batchRefSchema.extend({ added: z.int().positive() })),
  /** How many activities come after it in its repetition and are neither settled nor cancelled. */
  following: procedure.input(activityRefSchema).output(z.object({ count: z.int().nonnegative() })),
  /** Calls it off; with `following` also those after it. Errors: NOT_FOUND, ACTIVITY_SETTLED. */
  cancel: procedure
    .input(
      activityRefSchema.extend({
        reason: z.string().trim().min(1).max(200),
        scope: activityScopeSchema.default('one'),
      }),
    )
    .output(batchRefSchema.extend({ cancelled: z.int().positive() })),
  /** Takes up again what was called off. Errors: NOT_FOUND. */
  restore: procedure.input(activityRefSchema).output(batchRefSchema),
  /** Keeps the notice in own words; null goes back to the one made from the plan. Errors: NOT_FOUND. */
  saveNotice: procedure
    .input(activityRefSchema.extend({ notice: activitySchema.shape.notice }))
    .output(activitySummarySchema),
  /** How many members may come; null asks about every present member. */
  eligible: procedure
    .input(z.object({ eligible: eligibleSchema.nullable() }))
    .output(z.object({ count: z.int().nonnegative() })),
  /** Outside services that an activity can be held by, by name. */
  providers: procedure.output(z.array(providerSchema.pick({ id: true, name: true }))),
  /** Asks in a native dialog; undone as a batch. Errors: ACTIVITY_IN_USE, NOT_CONFIRMED. */
  remove: procedure.input(activityRefSchema).output(batchRefSchema),
}
