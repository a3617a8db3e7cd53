import { z } from 'zod'
import { attendanceSchema } from './activity'
import { momentSchema } from './date'
import { activityIdSchema, memberIdSchema, participationIdSchema } from './id'

/** How it came to be known whether somebody came. */
export const attendedBySchema = z.enum([
  'hand', // 名单登记
  'scan', // 扫码签到
  'file', // 导入
  'later', // 补签
])
export type AttendedBy = z.infer<typeof attendedBySchema>

/** 满意度, from 1 (非常不满意) to 5 (非常满意). */
export const satisfactionSchema = z.int().min(1).max(5)

export const REMARK_MAX = 500
export const participationRemarkSchema = z.string().trim().min(1).max(REMARK_MAX)

export const participationSchema = z.object({
  id: participationIdSchema,
  activityId: activityIdSchema,
  memberId: memberIdSchema,
  attendance: attendanceSchema,
  /**
   * Since when on the waiting list 候补, the earliest first and no two of an activity at the same moment; null for who
   * has a place.
   */
  waitingSince: momentSchema.nullable(),
  /** When signed up, as the sign-up sheet says; null where nobody knows. */
  signedUpAt: momentSchema.nullable(),
  attendedBy: attendedBySchema.nullable(),
  attendedAt: momentSchema.nullable(),
  satisfaction: satisfactionSchema.nullable(),
  remark: participationRemarkSchema.nullable(),
})
export type Participation = z.infer<typeof participationSchema>
