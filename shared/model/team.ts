import { z } from 'zod'
import { daySchema } from './date'
import {
  articleIdSchema,
  memberIdSchema,
  providerContractIdSchema,
  providerIdSchema,
  teamRoleIdSchema,
  unitIdSchema,
} from './id'
import { fenSchema } from './money'

const text = (length: number) => z.string().trim().min(1).max(length)
const noteSchema = z.string().trim().max(500).nullable()

/** Who carries the branch's work beside its committees 工作队伍. */
export const teamRoleKindSchema = z.enum([
  'information', // 信息员
  'correspondent', // 通讯员
  'commentator', // 网评员
  'volunteer', // 志愿者
  'trainer', // 兼职讲师
  'mediator', // 劳动争议调解员
  'safety', // 劳动保护监督检查员
])
export type TeamRoleKind = z.infer<typeof teamRoleKindSchema>

/** A role that a member has over a time; both ends included. */
export const teamRoleInputSchema = z.object({
  memberId: memberIdSchema,
  kind: teamRoleKindSchema,
  unitId: unitIdSchema.nullable(),
  from: daySchema,
  until: daySchema.nullable(),
  /** What they are good at. */
  skill: text(100).nullable(),
  note: noteSchema,
})
export type TeamRoleInput = z.infer<typeof teamRoleInputSchema>
export const teamRoleSchema = teamRoleInputSchema.extend({ id: teamRoleIdSchema })
export type TeamRole = z.infer<typeof teamRoleSchema>

/** An outside service 外部服务单位. */
export const providerInputSchema = z.object({
  name: text(100),
  /** One of the list of kinds as a rule: 培训, 法律, 体检, 心理, 旅行, 餐饮, 保险 ... */
  kind: text(30),
  creditCode: text(18).nullable(),
  contact: text(60).nullable(),
  phone: text(40).nullable(),
  address: text(200).nullable(),
  /** No longer asked. */
  isRetired: z.boolean(),
  note: noteSchema,
})
export type ProviderInput = z.infer<typeof providerInputSchema>
export const providerSchema = providerInputSchema.extend({ id: providerIdSchema })
export type Provider = z.infer<typeof providerSchema>

export const providerContractInputSchema = z
  .object({
    providerId: providerIdSchema,
    title: text(100),
    number: text(60).nullable(),
    signedOn: daySchema.nullable(),
    validFrom: daySchema,
    validUntil: daySchema,
    amount: fenSchema.refine((fen) => fen >= 0).nullable(),
    note: noteSchema,
  })
  .refine(({ validFrom, validUntil }) => validUntil >= validFrom, { path: ['validUntil'] })
export type ProviderContractInput = z.infer<typeof providerContractInputSchema>
export const providerContractSchema = providerContractInputSchema.safeExtend({ id: providerContractIdSchema })
export type ProviderContract = z.infer<typeof providerContractSchema>

/** 采用级别. */
export const adoptionLevelSchema = z.enum(['own', 'above', 'province', 'nation']) // 本会, 上级, 省级, 全国
export type AdoptionLevel = z.infer<typeof adoptionLevelSchema>

/** An article contributed 投稿; kept for the file, never ranked. */
export const articleInputSchema = z.object({
  memberId: memberIdSchema.nullable(),
  /** Where nobody of the roster wrote it. */
  author: text(60).nullable(),
  title: text(200),
  writtenOn: daySchema,
  /** 载体: where it appeared or was sent to. */
  channel: text(100).nullable(),
  /** Null while it is not adopted. */
  adoption: adoptionLevelSchema.nullable(),
  adoptedOn: daySchema.nullable(),
  approvedBy: text(60).nullable(),
  note: noteSchema,
})
export type ArticleInput = z.infer<typeof articleInputSchema>
export const articleSchema = articleInputSchema.extend({ id: articleIdSchema })
export type Article = z.infer<typeof articleSchema>
