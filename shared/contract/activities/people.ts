import { z } from 'zod'
import { attendanceSchema } from '../../model/activity'
import { daySchema } from '../../model/date'
import { activityIdSchema, batchIdSchema, memberIdSchema, participationIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { activitySummarySchema } from './plan'

export const participantSchema = z.object({
  id: participationIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  attendance: attendanceSchema,
})
export type Participant = z.infer<typeof participantSchema>

const activityRefSchema = z.object({ id: activityIdSchema })

/** Who takes part in an activity 参加人员: sign-up, attendance. */
export const people = {
  list: procedure
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
  signUp: procedure
    .input(activityRefSchema.extend({ memberIds: z.array(memberIdSchema).min(1).max(100_000) }))
    .output(z.object({ batchId: batchIdSchema, added: z.int().nonnegative() })),
  remove: procedure
    .input(activityRefSchema.extend({ participationIds: z.array(participationIdSchema).min(1) }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Null marks everybody of the activity. */
  mark: procedure
    .input(
      activityRefSchema.extend({
        participationIds: z.array(participationIdSchema).min(1).nullable(),
        attendance: attendanceSchema,
      }),
    )
    .output(activitySummarySchema),
}
