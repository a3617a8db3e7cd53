import { z } from 'zod'
import { daySchema } from './date'
import { activityIdSchema } from './id'
import { fenSchema } from './money'

export const activityTypeSchema = z.enum([
  'sports', // 文体
  'outing', // 春秋游
  'festival', // 节日慰问
  'women', // 女职工
  'contest', // 劳动竞赛
  'training', // 教育培训
  'lecture', // 讲座
  'health', // 体检、疗休养
  'volunteering', // 志愿服务
  'other', // 其他
])
export type ActivityType = z.infer<typeof activityTypeSchema>

export const activityInputSchema = z
  .object({
    title: z.string().trim().min(1).max(100),
    type: activityTypeSchema,
    startsOn: daySchema,
    endsOn: daySchema,
    place: z.string().trim().max(100).nullable(),
    /** What the activity really cost, once known. */
    cost: fenSchema.refine((fen) => fen >= 0).nullable(),
    note: z.string().trim().max(2000).nullable(),
  })
  .refine((activity) => activity.endsOn >= activity.startsOn, { path: ['endsOn'] })
export type ActivityInput = z.infer<typeof activityInputSchema>

export const activitySchema = activityInputSchema.safeExtend({ id: activityIdSchema })
export type Activity = z.infer<typeof activitySchema>

/** Whether a participant came; `signedUp` until somebody says so. */
export const attendanceSchema = z.enum(['signedUp', 'present', 'absent'])
export type Attendance = z.infer<typeof attendanceSchema>
