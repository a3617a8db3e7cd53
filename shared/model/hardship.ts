import { z } from 'zod'
import { daySchema, partialDateSchema } from './date'
import { hardshipAssessmentIdSchema, hardshipFileIdSchema, hardshipPersonIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

const amountSchema = fenSchema.refine((fen) => fen >= 0)
const text = (length: number) => z.string().trim().min(1).max(length)

/** 档案类别. */
export const hardshipKindSchema = z.enum(['urban', 'migrant']) // 城镇困难职工, 困难农民工

/** 困难类别, the gravest first. */
export const hardshipClassSchema = z.enum([
  'deep', // 深度困难
  'relative', // 相对困难
  'accident', // 意外致困
])
export type HardshipClass = z.infer<typeof hardshipClassSchema>

/** A family's file 困难职工档案. What is marked sensitive leaves the backend only while sensitive data is open. */
export const hardshipFileInputSchema = z.object({
  memberId: memberIdSchema,
  kind: hardshipKindSchema,
  openedOn: daySchema,
  mainCause: text(100).nullable(),
  otherCause: text(100).nullable(),
  /** Sensitive. */
  health: text(100).nullable(),
  /** Sensitive. */
  disability: text(100).nullable(),
  housing: text(60).nullable(),
  address: text(200).nullable(),
  /** Sensitive. */
  bank: text(100).nullable(),
  /** Sensitive. */
  bankAccount: text(40).nullable(),
  note: z.string().trim().max(1000).nullable(),
})
export type HardshipFileInput = z.infer<typeof hardshipFileInputSchema>
export const hardshipFileSchema = hardshipFileInputSchema.extend({
  id: hardshipFileIdSchema,
  /** 脱困 or otherwise closed. */
  closedOn: daySchema.nullable(),
  closeReason: text(200).nullable(),
})
export type HardshipFile = z.infer<typeof hardshipFileSchema>

/** Somebody of the family; all but the relation is sensitive. */
export const hardshipPersonInputSchema = z.object({
  name: text(60),
  relation: text(30),
  birthDate: partialDateSchema.nullable(),
  idNumber: text(40).nullable(),
  monthlyIncome: amountSchema.nullable(),
  health: text(100).nullable(),
  disability: text(100).nullable(),
  /** 在岗, 失业, 学生 ... */
  standing: text(60).nullable(),
  /** School or employer. */
  place: text(100).nullable(),
  note: z.string().trim().max(500).nullable(),
})
export type HardshipPersonInput = z.infer<typeof hardshipPersonInputSchema>
export const hardshipPersonSchema = hardshipPersonInputSchema.extend({
  id: hardshipPersonIdSchema,
  fileId: hardshipFileIdSchema,
})
export type HardshipPerson = z.infer<typeof hardshipPersonSchema>

/** The figures of a family in one year and what follows from them: when the file is opened, and at every yearly review. */
export const hardshipAssessmentInputSchema = z.object({
  on: daySchema,
  year: z.string().regex(/^\d{4}$/),
  people: z.int().min(1).max(30),
  /** Disposable income of the family in the year, in fen. */
  income: amountSchema,
  /** 刚性支出: what the family cannot avoid, in the year. */
  rigidSpending: amountSchema,
  /** Cost of a sudden event, accident or serious illness in the year. */
  accidentCost: amountSchema,
  /** 低保标准 of the place, a month and person. */
  minimumLiving: amountSchema,
  /** Ruled out whatever the figures say, e.g. a child at an expensive private school; in words. */
  exclusion: text(200).nullable(),
  /** What was decided; null for no hardship. Where it differs from what the figures propose, `reason` says why. */
  class: hardshipClassSchema.nullable(),
  reason: text(300).nullable(),
  publicFrom: daySchema.nullable(),
  publicUntil: daySchema.nullable(),
  publicPlace: text(100).nullable(),
  objections: text(500).nullable(),
  decidedOn: daySchema.nullable(),
  decision: text(200).nullable(),
  note: z.string().trim().max(500).nullable(),
})
export type HardshipAssessmentInput = z.infer<typeof hardshipAssessmentInputSchema>
export const hardshipAssessmentSchema = hardshipAssessmentInputSchema.extend({
  id: hardshipAssessmentIdSchema,
  fileId: hardshipFileIdSchema,
})
export type HardshipAssessment = z.infer<typeof hardshipAssessmentSchema>
