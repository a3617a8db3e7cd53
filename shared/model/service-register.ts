import { z } from 'zod'
import { daySchema } from './date'
import {
  checkupIdSchema,
  legalCaseIdSchema,
  memberIdSchema,
  mutualAidClaimIdSchema,
  mutualAidIdSchema,
  providerIdSchema,
} from './id'
import { fenSchema } from './money'

const amountSchema = fenSchema.refine((fen) => fen >= 0)
const text = (length: number) => z.string().trim().min(1).max(length)
const noteSchema = z.string().trim().max(500).nullable()

/** 法律援助. */
export const legalCaseInputSchema = z.object({
  memberId: memberIdSchema,
  kind: z.enum(['advice', 'aid', 'mediation', 'arbitration', 'lawsuit']),
  openedOn: daySchema,
  matter: text(200),
  providerId: providerIdSchema.nullable(),
  handler: text(60).nullable(),
  closedOn: daySchema.nullable(),
  outcome: text(300).nullable(),
  cost: amountSchema.nullable(),
  note: noteSchema,
})
export const legalCaseSchema = legalCaseInputSchema.extend({ id: legalCaseIdSchema })
export type LegalCase = z.infer<typeof legalCaseSchema>

/** 互助保障: a member's cover of one plan. */
export const mutualAidInputSchema = z.object({
  memberId: memberIdSchema,
  plan: text(100),
  validFrom: daySchema,
  validUntil: daySchema,
  premium: amountSchema,
  payer: z.enum(['member', 'union', 'employer']),
  number: text(60).nullable(),
  note: noteSchema,
})
export const mutualAidSchema = mutualAidInputSchema.extend({ id: mutualAidIdSchema })
export type MutualAid = z.infer<typeof mutualAidSchema>

/** 互助保障理赔; why it was claimed is sensitive. */
export const mutualAidClaimInputSchema = z.object({
  mutualAidId: mutualAidIdSchema,
  kind: z.enum(['hospital', 'seriousIllness', 'accident', 'death', 'other']),
  happenedOn: daySchema,
  claimedOn: daySchema,
  claimed: amountSchema.nullable(),
  paid: amountSchema.nullable(),
  paidOn: daySchema.nullable(),
  /** Set where it was refused. */
  refusal: text(200).nullable(),
  note: noteSchema,
})
export const mutualAidClaimSchema = mutualAidClaimInputSchema.extend({ id: mutualAidClaimIdSchema })
export type MutualAidClaim = z.infer<typeof mutualAidClaimSchema>

/** 职工体检; what was found is sensitive. */
export const checkupInputSchema = z.object({
  memberId: memberIdSchema,
  on: daySchema,
  providerId: providerIdSchema.nullable(),
  package: text(60).nullable(),
  cost: amountSchema.nullable(),
  attendance: z.enum(['arranged', 'attended', 'missed']),
  /** Sensitive. */
  finding: text(300).nullable(),
  followUpOn: daySchema.nullable(),
  note: noteSchema,
})
export const checkupSchema = checkupInputSchema.extend({ id: checkupIdSchema })
export type Checkup = z.infer<typeof checkupSchema>
