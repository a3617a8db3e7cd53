import { z } from 'zod'
import { economicTypeSchema, employerNatureSchema, industrySchema, unionTypeSchema } from '../codes'
import { isCreditCode } from '../rules/credit-code'
import { isMobileOrLandline } from '../rules/phone'
import { partialDateSchema } from './date'
import { branchIdSchema } from './id'

/** What a person states of the branch (基层工会) when it is set up. */
export const branchInputSchema = z.object({
  /** Name of the union 工会名称. */
  unionName: z.string().trim().min(2).max(100),
  /** Unified social credit code of the union 工会统一社会信用代码. */
  creditCode: z.string().refine(isCreditCode).nullable(),
  /** The union above 上级工会. */
  parentUnion: z.string().trim().max(100).nullable(),
})
export type BranchInput = z.infer<typeof branchInputSchema>

export const branchSchema = branchInputSchema.extend({ id: branchIdSchema, isSample: z.boolean() })
export type Branch = z.infer<typeof branchSchema>

const text = z.string().trim().min(1).max(200).nullable()

/** What the organisation sheet 工会组织信息 asks for beside the union's own details. */
export const organisationInputSchema = z.object({
  /** Name of the employer 单位名称, as on its certificate. */
  employerName: text,
  /** Unified social credit code of the employer, not of the union. */
  employerCreditCode: z.string().refine(isCreditCode).nullable(),
  employerAddress: text,
  /** 单位所在政区. */
  region: text,
  employerNature: employerNatureSchema.nullable(),
  economicType: economicTypeSchema.nullable(),
  industry: industrySchema.nullable(),
  /** 职工人数, members or not. */
  staffCount: z.int().nonnegative().max(10_000_000).nullable(),
  /** 建会日期. */
  foundedOn: partialDateSchema.nullable(),
  unionType: unionTypeSchema.nullable(),
  /** 工会负责人. */
  chairName: text,
  phone: z.string().refine(isMobileOrLandline).nullable(),
})
export type OrganisationInput = z.infer<typeof organisationInputSchema>

/** The union's organisation record 工会组织信息. */
export const organisationSchema = branchInputSchema.extend(organisationInputSchema.shape)
export type Organisation = z.infer<typeof organisationSchema>
