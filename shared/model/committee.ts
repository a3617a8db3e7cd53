import { z } from 'zod'
import { daySchema } from './date'
import {
  candidateIdSchema,
  committeeIdSchema,
  delegateIdSchema,
  electionStepIdSchema,
  memberIdSchema,
  unitIdSchema,
} from './id'

const text = (length: number) => z.string().trim().min(1).max(length)
const countSchema = z.int().nonnegative()

export const committeeKindSchema = z.enum([
  'committee', // 委员会
  'audit', // 经费审查委员会
  'women', // 女职工委员会
])
export type CommitteeKind = z.infer<typeof committeeKindSchema>

/** A committee of one term 届; its members are the posts that name it. */
export const committeeInputSchema = z.object({
  kind: committeeKindSchema,
  /** Of a 分会; null for the branch itself. */
  unitId: unitIdSchema.nullable(),
  /** 届次: 第几届. */
  term: z.int().min(1).max(99),
  /** Null until it is elected: an election 换届 in preparation. */
  electedOn: daySchema.nullable(),
  /** 届期 in years: 3 to 5. */
  years: z.int().min(3).max(5),
  approvedOn: daySchema.nullable(),
  approvalDocument: text(100).nullable(),
  /** Until when the unions above allowed the election to be put off; null where they did not. */
  postponedTo: daySchema.nullable(),
  postponementDocument: text(100).nullable(),
  /** The day its successor took over, or it was dissolved. */
  endedOn: daySchema.nullable(),
  /** 代表名额: how many delegates its congress is to have; null where that is not settled. */
  delegateQuota: z.int().min(1).max(999).nullable(),
  note: z.string().trim().max(500).nullable(),
})
export type CommitteeInput = z.infer<typeof committeeInputSchema>
export const committeeSchema = committeeInputSchema.extend({ id: committeeIdSchema })
export type Committee = z.infer<typeof committeeSchema>

/** The steps of an election 换届 in their usual order. */
export const electionStepKindSchema = z.enum([
  'request', // 换届请示
  'approval', // 上级批复
  'delegates', // 代表选举
  'candidatesRequest', // 候选人请示
  'candidatesApproval', // 候选人批复
  'congress', // 大会选举
  'result', // 结果报告
  'resultApproval', // 结果批复
  'legalRepresentative', // 法定代表人变更
  'certificate', // 证书换发
])
export type ElectionStepKind = z.infer<typeof electionStepKindSchema>

/** A step of the election of a committee that was done. */
export const electionStepSchema = z.object({
  id: electionStepIdSchema,
  committeeId: committeeIdSchema,
  kind: electionStepKindSchema,
  on: daySchema,
  document: text(100).nullable(),
  /** 应到, 实到, 发出票, 收回票, 有效票: of the congress only. */
  expected: countSchema.nullable(),
  present: countSchema.nullable(),
  issued: countSchema.nullable(),
  returned: countSchema.nullable(),
  valid: countSchema.nullable(),
  note: z.string().trim().max(500).nullable(),
})
export type ElectionStep = z.infer<typeof electionStepSchema>

/** Somebody who stands for a post 候选人. */
export const candidateSchema = z.object({
  id: candidateIdSchema,
  committeeId: committeeIdSchema,
  memberId: memberIdSchema,
  title: text(60),
  /** 得票; null before the congress. */
  votes: countSchema.nullable(),
  isElected: z.boolean(),
})
export type Candidate = z.infer<typeof candidateSchema>

/** A delegate 会员代表 of the congress of a committee's term. */
export const delegateSchema = z.object({
  id: delegateIdSchema,
  committeeId: committeeIdSchema,
  memberId: memberIdSchema,
  /** Who elected them; null for the branch as a whole. */
  unitId: unitIdSchema.nullable(),
  electedOn: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  note: z.string().trim().max(200).nullable(),
})
export type Delegate = z.infer<typeof delegateSchema>
