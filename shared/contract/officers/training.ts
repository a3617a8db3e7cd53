import { z } from 'zod'
import { activitySchema } from '../../model/activity'
import { daySchema } from '../../model/date'
import { activityIdSchema, memberIdSchema, providerIdSchema } from '../../model/id'
import { teamRoleKindSchema } from '../../model/team'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const yearSchema = z.object({ year: z.string().regex(/^\d{4}$/) })
const { title, type, startsOn, endsOn } = activitySchema.shape

/** An activity that teaches something. */
export const trainingSchema = z.object({
  activityId: activityIdSchema,
  title,
  type,
  startsOn,
  endsOn,
  /** 学时; null where that was not recorded. */
  hours: countSchema.nullable(),
  lecturer: z.string().nullable(),
  providerId: providerIdSchema.nullable(),
  providerName: z.string().nullable(),
  signedUp: countSchema,
  present: countSchema,
})
export type Training = z.infer<typeof trainingSchema>

/** Somebody of the committees or the team, with the training that they had in a year. */
export const trainedOfficerSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  /** Titles of posts held today. */
  posts: z.array(z.string()),
  roles: z.array(teamRoleKindSchema),
  trainings: countSchema,
  hours: countSchema,
})
export type TrainedOfficer = z.infer<typeof trainedOfficerSchema>

/** Training 培训: activities of the types training and lecture; sign-up and attendance are theirs. */
export const training = {
  /** Latest first, cancelled ones left out. */
  list: procedure.input(yearSchema).output(z.array(trainingSchema)),
  /** By name. */
  officers: procedure.input(yearSchema).output(z.array(trainedOfficerSchema)),
  /** What a member attended in a year, or with null ever: the latest first. */
  attended: procedure
    .input(
      z.object({
        memberId: memberIdSchema,
        of: z.enum(['training', 'volunteering']),
        year: z
          .string()
          .regex(/^\d{4}$/)
          .nullable(),
      }),
    )
    .output(
      z.array(z.object({ activityId: activityIdSchema, title, startsOn: daySchema, hours: countSchema.nullable() })),
    ),
}
