import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from './date'
import { arrearsRuleIdSchema, arrearsStepIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

/** When the branch acts on arrears and what it counts. Source: 中国工会章程 art. 6, six consecutive months. */
export const arrearsRuleInputSchema = z.object({
  validFrom: monthSchema,
  reminderMonths: z.int().min(1).max(24),
  noticeMonths: z.int().min(1).max(24),
  listMonths: z.int().min(1).max(36),
  /** Whether a payment of part of the arrears starts the count of consecutive months anew. */
  partialPayment: z.enum(['continues', 'restarts']),
  /** The decision that made it. */
  decision: z.string().trim().max(200).nullable(),
})
export type ArrearsRuleInput = z.infer<typeof arrearsRuleInputSchema>
export const arrearsRuleSchema = arrearsRuleInputSchema.extend({ id: arrearsRuleIdSchema })
export type ArrearsRule = z.infer<typeof arrearsRuleSchema>

export const arrearsStepKindSchema = z.enum([
  'reminder', // 提醒
  'notice', // 催缴通知
  'talk', // 谈话
  'committeeList', // 提交小组、委员会
  'decision', // 决定
])
export type ArrearsStepKind = z.infer<typeof arrearsStepKindSchema>

export const arrearsDecisionSchema = z.enum([
  'goOn', // 继续教育、催缴
  'settle', // 约定补缴
  'exempt', // 确有困难，免缴
  'leave', // 视为自动退会: recorded here, carried out by a person in the membership
])

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
