import { z } from 'zod'
import { daySchema } from './date'
import { memberIdSchema, memberNoticeIdSchema } from './id'

/** On what a branch bases that it passes data of a member on (个人信息保护法 art. 13, 23, 29). */
export const legalBasisSchema = z.enum([
  'statutoryDuty', // 履行法定职责
  'consent', // 本人同意
  'separateConsent', // 单独同意
])
export type LegalBasis = z.infer<typeof legalBasisSchema>

/** That a member was told 告知 what is kept and passed on, and on what basis; the latest line holds. */
export const memberNoticeSchema = z.object({
  id: memberNoticeIdSchema,
  memberId: memberIdSchema,
  /** Which text of the notice the member was given. */
  version: z.string().trim().min(1).max(20),
  basis: legalBasisSchema,
  givenOn: daySchema,
  /** When the member took a consent back. */
  withdrawnOn: daySchema.nullable(),
})
export type MemberNotice = z.infer<typeof memberNoticeSchema>

/** How far a member was told. */
export const noticeStandingSchema = z.enum([
  'none', // 未告知
  'outdated', // 告知的是旧版本
  'given', // 已告知
  'withdrawn', // 已撤回同意
])
export type NoticeStanding = z.infer<typeof noticeStandingSchema>
