import { z } from 'zod'
import { momentSchema, partialDateSchema } from './date'
import { memberIdSchema, membershipEventIdSchema } from './id'

/**
 * Membership events 会籍变化. The first six are the national list (会籍变化类型 1-6); `death` has no national
 * code, `restoration` (恢复) ends a keeping and goes upward as a transfer in.
 */
export const membershipEventTypeSchema = z.enum([
  'admission', // 入会
  'transferIn', // 转入
  'keeping', // 保留
  'transferOut', // 转出
  'expulsion', // 除名
  'withdrawal', // 退会
  'death', // 去世
  'restoration', // 恢复
])
export type MembershipEventType = z.infer<typeof membershipEventTypeSchema>

/** Standing of a member 会籍状态, derived from the events; never stored by hand. */
export const membershipStatusSchema = z.enum([
  'active', // 在籍
  'kept', // 保留
  'transferred', // 转出
  'expelled', // 除名
  'withdrawn', // 退会
  'deceased', // 去世
])
export type MembershipStatus = z.infer<typeof membershipStatusSchema>

export const membershipEventInputSchema = z.object({
  type: membershipEventTypeSchema,
  /** When it took effect; null when no document says so. */
  date: partialDateSchema.nullable(),
  /** When it was decided; when it was entered is `recordedAt`. */
  decidedOn: partialDateSchema.nullable().default(null),
  /** 会籍变化原因: of the code list, or in own words. */
  reason: z.string().trim().max(100).nullable(),
  /** Number of the paper that decided it. */
  documentNumber: z.string().trim().max(60).nullable(),
  /** The union on the other side of a transfer. */
  otherUnion: z.string().trim().max(100).nullable().default(null),
})
export type MembershipEventInput = z.infer<typeof membershipEventInputSchema>

export const membershipEventSchema = membershipEventInputSchema.extend({
  id: membershipEventIdSchema,
  memberId: memberIdSchema,
  recordedAt: momentSchema,
})
export type MembershipEvent = z.infer<typeof membershipEventSchema>
