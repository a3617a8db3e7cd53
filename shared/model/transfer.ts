import { z } from 'zod'
import { daySchema, monthSchema } from './date'
import { branchIdSchema, memberIdSchema, transferAnswerIdSchema, transferIdSchema } from './id'

/** What the other branch of a transfer says. */
export const transferDecisionSchema = z.enum([
  'accepted', // 同意接收
  'refused', // 不予接收
])
export type TransferDecision = z.infer<typeof transferDecisionSchema>

/** A request 转会申请 of the member's branch that another branch of the federation takes the member over. */
export const transferSchema = z.object({
  id: transferIdSchema,
  memberId: memberIdSchema,
  toOrganisation: branchIdSchema,
  /** Name of that branch when it was asked. */
  toUnion: z.string().trim().min(1).max(100),
  /** 会籍变化原因. */
  reason: z.string().trim().max(100).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** The last month for which dues are paid here; null when none is known. */
  duesUntil: monthSchema.nullable(),
  requestedOn: daySchema,
  /** Set once the branch took its request back. */
  withdrawnOn: daySchema.nullable(),
})
export type Transfer = z.infer<typeof transferSchema>

/** The answer of the branch that was asked; `memberId` is its own record of the person once it accepted. */
export const transferAnswerSchema = z.object({
  id: transferAnswerIdSchema,
  transferId: transferIdSchema,
  decision: transferDecisionSchema,
  /** Always there with a refusal. */
  reason: z.string().trim().max(500).nullable(),
  decidedOn: daySchema,
  by: z.string().trim().max(60).nullable(),
  memberId: memberIdSchema.nullable(),
})
export type TransferAnswer = z.infer<typeof transferAnswerSchema>
