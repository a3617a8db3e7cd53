import { z } from 'zod'
import { daySchema, momentSchema } from './date'
import { memberIdSchema, requestEventIdSchema, requestIdSchema, unitIdSchema } from './id'

/** 诉求分类. */
export const requestKindSchema = z.enum([
  'inquiry', // 咨询
  'appeal', // 求决
  'suggestion', // 意见建议
])
export type RequestKind = z.infer<typeof requestKindSchema>

export const requestUrgencySchema = z.enum([
  'ordinary', // 一般
  'urgent', // 紧急
  'atOnce', // 特殊
  'beyond', // 超范围: answered with an explanation
])
export type RequestUrgency = z.infer<typeof requestUrgencySchema>

export const requestChannelSchema = z.enum(['visit', 'phone', 'letter', 'online', 'questionnaire', 'interview'])

/** 待办理, 已受理, 办理中, 已回复, 已办结: what the last event leaves it in. */
export const requestStateSchema = z.enum(['waiting', 'accepted', 'handling', 'replied', 'closed'])
export type RequestState = z.infer<typeof requestStateSchema>

/** What a member asks for 职工诉求. */
export const requestInputSchema = z.object({
  /** Null for somebody who gave no name, or a group. */
  memberId: memberIdSchema.nullable(),
  unitId: unitIdSchema.nullable(),
  kind: requestKindSchema,
  /** One of the list of topics as a rule; others are allowed. */
  topic: z.string().trim().min(1).max(30),
  urgency: requestUrgencySchema,
  channel: requestChannelSchema,
  receivedOn: daySchema,
  title: z.string().trim().min(1).max(100),
  text: z.string().trim().max(4000),
  /** Who handles it, the first asked. */
  owner: z.string().trim().min(1).max(60).nullable(),
  dueOn: daySchema.nullable(),
  /** Its text is shown while sensitive data is open only. */
  isConfidential: z.boolean(),
})
export type RequestInput = z.infer<typeof requestInputSchema>

export const requestSchema = requestInputSchema.extend({
  id: requestIdSchema,
  /** 1 very dissatisfied to 5 very satisfied, asked in the call-back 回访. */
  satisfaction: z.int().min(1).max(5).nullable(),
})
export type Request = z.infer<typeof requestSchema>

/** What happened to a request; never edited. */
export const requestEventSchema = z.object({
  id: requestEventIdSchema,
  requestId: requestIdSchema,
  kind: z.enum([
    'accepted', // 受理
    'assigned', // 交办
    'progress', // 办理
    'urged', // 督办
    'replied', // 回复
    'calledBack', // 回访
    'closed', // 办结
    'reopened', // 重新办理
  ]),
  on: daySchema,
  by: z.string().trim().min(1).max(60).nullable(),
  text: z.string().trim().max(4000).nullable(),
  recordedAt: momentSchema,
})
export type RequestEvent = z.infer<typeof requestEventSchema>
