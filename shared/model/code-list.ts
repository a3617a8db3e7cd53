import { z } from 'zod'
import { momentSchema } from './date'
import { codeListIdSchema } from './id'

/** Free texts of the record for which a code list can give the words that are offered. */
export const codePlaceSchema = z.enum([
  'membershipReason', // 会籍变化原因
  'degree',
  'jobTitle',
  'position',
  'unionPosition',
  'postTitle', // 工会职务
  'honourTitle',
  'kinship',
])
export type CodePlace = z.infer<typeof codePlaceSchema>

/** What a code list is for; every list can also be named by a dictionary of a receiver's sheet. */
export const codeListUseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), place: codePlaceSchema }),
  /** The choices of the custom field of this name. */
  z.object({ kind: z.literal('customField'), field: z.string().trim().min(1).max(30) }),
  /** Dictionaries of receivers' sheets alone. */
  z.object({ kind: z.literal('dictionary') }),
])
export type CodeListUse = z.infer<typeof codeListUseSchema>

export const CODES_MAX = 1000

export const codeSchema = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  /** Not offered any more; what was recorded with it stays. */
  isRetired: z.boolean(),
})
export type Code = z.infer<typeof codeSchema>

/** What a person states of a code list. */
export const codeListInputSchema = z.object({
  name: z.string().trim().min(1).max(60),
  use: codeListUseSchema,
  codes: z.array(codeSchema).min(1).max(CODES_MAX),
})
export type CodeListInput = z.infer<typeof codeListInputSchema>

/** A version of a code list 代码表 of the union above. */
export const codeListSchema = codeListInputSchema.extend({
  id: codeListIdSchema,
  version: z.int().positive(),
  issuedAt: momentSchema,
  /** Set once the union above took it back. */
  withdrawnAt: momentSchema.nullable(),
})
export type CodeList = z.infer<typeof codeListSchema>
