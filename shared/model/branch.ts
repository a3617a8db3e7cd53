import { z } from 'zod'
import { isCreditCode } from '../rules/credit-code'
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
