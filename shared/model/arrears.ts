import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from './date'
import { arrearsRuleIdSchema, arrearsStepIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

/** When the branch acts on arrears and what it counts. Source: 中国工会章程 art. 6, six consecutive months. */
export const arrearsTermsSchema = z.object({
  reminderMonths: z.int().min(1).max(24),
  noticeMonths: z.int().min(1).max(24),
  listMonths: z.int().min(1).max(36),
  /** Whether a payment of part of the arrears starts the count of consecutive months anew. */
  partialPayment: z.enum(['continues', 'restarts']),
})
export type ArrearsTerms = z.infer<typeof arrearsTermsSchema>

/** What a rule may not say: that a later step comes before an earlier one. */
export const arrearsRuleInputSchema = z
  .object({
    ...arrearsTermsSchema.shape,
    validFrom: monthSchema,
    /** The decision that made it. */
    decision: z.string().trim().max(200).nullable(),
  })
  .refine(({ reminderMonths, noticeMonths }) => noticeMonths >= reminderMonths, { path: ['noticeMonths'] })
  .refine(({ noticeMonths, listMonths }) => listMonths >= noticeMonths, { path: ['listMonths'] })
export type ArrearsRuleInput = z.infer<typeof arrearsRuleInputSchema>
export const arrearsRuleSchema = arrearsRuleInputSchema.safeExtend({ id: arrearsRuleIdSchema })
export type ArrearsRule = z.infer<typeof arrearsRuleSchema>

/** Arrears by their length 账龄: each band calls for the step it is named after. */
export const arrearsBandSchema = z.enum([
  'fresh', // no month in full: of this month only, or counted anew since a payment
  'short',
  'reminder',
  'notice',
  'committeeList',
])
export type ArrearsBand = z.infer<typeof arrearsBandSchema>

export const arrearsStepKindSchema = z.enum([
  'reminder', // 提醒
  'notice', // 催缴通知
  'talk', // 谈话
  'committeeList', // 提交小组、委员会
  'decision', // 决定
])
export type ArrearsStepKind = z.infer<typeof arrearsStepKindSchema>

/** What is to be done next; what a decision asks for is carried out by a person elsewhere. */
export const arrearsDueSchema = z.enum([...arrearsStepKindSchema.options, 'withdrawal', 'exemption'])
export type ArrearsDue = z.infer<typeof arrearsDueSchema>

export const arrearsDecisionSchema = z.enum([
  'goOn', // 继续教育、催缴
  'settle', // 约定补缴
  'exempt', // 确有困难，免缴
  'leave', // 视为自动退会: recorded here, carried out by a person in the membership
])
export type ArrearsDecision = z.infer<typeof arrearsDecisionSchema>

/** A step of the course of arrears, as it was taken. */
export const arrearsStepSchema = z.object({
  id: arrearsStepIdSchema,
  memberId: memberIdSchema,
  kind: arrearsStepKindSchema,
  on: daySchema,
  /** What stood open then: since when, how many months, how much. */
  since: monthSchema,
  months: z.int().positive(),
  owed: fenSchema,
  /** Until which day the payments received were entered. */
  enteredUntil: daySchema,
  /** Who reminded, talked or decided. */
  by: z.string().trim().max(60).nullable(),
  /** What the member gave as the reason. */
  reason: z.string().trim().max(500).nullable(),
  decision: arrearsDecisionSchema.nullable(),
  /** Minutes or document of the decision. */
  document: z.string().trim().max(200).nullable(),
  recordedAt: momentSchema,
})
export type ArrearsStep = z.infer<typeof arrearsStepSchema>
