import { z } from 'zod'
import { activityInputSchema, activitySchema, attendanceSchema } from '../model/activity'
import { daySchema } from '../model/date'
import { activityIdSchema, batchIdSchema, memberIdSchema, participationIdSchema } from '../model/id'
import { fenSchema } from '../model/money'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

const attendanceCountsSchema = z.object({
  signedUp: z.int().nonnegative(),
  present: z.int().nonnegative(),
  absent: z.int().nonnegative(),
  /** Cost divided by those present, in fen rounded half up; null without cost or without anybody present. */
  costPerHead: fenSchema.nullable(),
})

export const activitySummarySchema = activitySchema.safeExtend(attendanceCountsSchema.shape)
export type ActivitySummary = z.infer<typeof activitySummarySchema>

export const participantSchema = z.object({
  id: participationIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  attendance: attendanceSchema,
})
export type Participant = z.infer<typeof participantSchema>

const activityRefSchema = z.object({ id: activityIdSchema })

/** Activities 活动: plan, sign-up, attendance, cost. */
export const activities = {
  list: procedure
    .input(z.object({ search: z.string().trim().max(60).default(''), ...pageSchema.shape }))
    .output(pageOf(activitySummarySchema)),
  get: procedure.input(activityRefSchema).output(activitySummarySchema),
  add: procedure.input(activityInputSchema).output(activityRefSchema),
  update: procedure.input(activityRefSchema.extend({ activity: activityInputSchema })).output(activitySummarySchema),
  /** Asks in a native dialog; undone as a batch. */
  remove: procedure.input(activityRefSchema).output(z.object({ batchId: batchIdSchema })),
  participants: procedure
    .input(z.object({ ...activityRefSchema.shape, attendance: attendanceSchema.nullable(), ...pageSchema.shape }))
    .output(pageOf(participantSchema)),
  /** What a member signed up for, latest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(
    z.array(
      z.object({
        activityId: activityIdSchema,
        title: z.string(),
        startsOn: daySchema,
        attendance: attendanceSchema,
      }),
    ),
  ),
  /** Signs members up as one batch; who is signed up already stays as they are. */
  addParticipants: procedure
    .input(activityRefSchema.extend({ memberIds: z.array(memberIdSchema).min(1).max(100_000) }))
    .output(z.object({ batchId: batchIdSchema, added: z.int().nonnegative() })),
  removeParticipants: procedure
    .input(activityRefSchema.extend({ participationIds: z.array(participationIdSchema).min(1) }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Null marks everybody of the activity. */
  markAttendance: procedure
    .input(
      activityRefSchema.extend({
        participationIds: z.array(participationIdSchema).min(1).nullable(),
        attendance: attendanceSchema,
      }),
    )
    .output(activitySummarySchema),
}
