import { z } from 'zod'
import { aidKindSchema } from '../../model/care-gift'
import { daySchema } from '../../model/date'
import { fundFormSchema } from '../../model/fund'
import {
  hardshipAssessmentInputSchema,
  hardshipAssessmentSchema,
  hardshipClassSchema,
  hardshipFileInputSchema,
  hardshipFileSchema,
  hardshipIntakeSchema,
  hardshipKindSchema,
  hardshipPersonInputSchema,
  hardshipPersonSchema,
} from '../../model/hardship'
import {
  batchIdSchema,
  careGiftIdSchema,
  hardshipAssessmentIdSchema,
  hardshipFileIdSchema,
  hardshipPersonIdSchema,
  memberIdSchema,
} from '../../model/id'
import { maskedMemberSchema } from '../../model/member'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { clearSchema, sheetLanguageSchema } from '../roster'

/** Days before the yearly review is due from which it is announced. */
export const REVIEW_DAYS_AHEAD = 30

/** Which files are looked at; what is null or false does not narrow. */
export const hardshipFilterSchema = z.object({
  state: z.enum(['open', 'closed']).nullable().default('open'),
  /** `none`: decided that there is no hardship; `undecided`: never decided yet. */
  class: z
    .enum([...hardshipClassSchema.options, 'none', 'undecided'])
    .nullable()
    .default(null),
  kind: hardshipKindSchema.nullable().default(null),
  isReviewDue: z.boolean().default(false),
  isInPublicity: z.boolean().default(false),
  /** A part of the member's name. */
  search: z.string().trim().max(60).default(''),
})
export type HardshipFilter = z.infer<typeof hardshipFilterSchema>

/** A file as anybody may see it: nothing of health, money, family or cause. */
export const hardshipLineSchema = z.object({
  id: hardshipFileIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  kind: hardshipKindSchema,
  intake: hardshipIntakeSchema,
  openedOn: daySchema,
  closedOn: daySchema.nullable(),
  /** Of the latest decision. */
  class: hardshipClassSchema.nullable(),
  isDecided: z.boolean(),
  /** Of the latest figures. */
  year: z.string().nullable(),
  publicFrom: daySchema.nullable(),
  publicUntil: daySchema.nullable(),
  /** Null where no figures were ever entered. */
  nextReviewOn: daySchema.nullable(),
  isReviewDue: z.boolean(),
  isInPublicity: z.boolean(),
  /** All aid ever given by the file. */
  aid: fenSchema,
})
export type HardshipLine = z.infer<typeof hardshipLineSchema>

/** Aid that was given by a file. */
export const hardshipAidSchema = z.object({
  id: careGiftIdSchema,
  on: daySchema,
  aidKind: aidKindSchema.nullable(),
  form: fundFormSchema,
  amount: fenSchema,
})
export type HardshipAid = z.infer<typeof hardshipAidSchema>

export const hardshipHeadSchema = hardshipLineSchema.extend({
  /** The latest year first. */
  years: z.array(
    hardshipAssessmentSchema.pick({
      id: true,
      on: true,
      year: true,
      class: true,
      publicFrom: true,
      publicUntil: true,
      publicPlace: true,
      decidedOn: true,
    }),
  ),
  /** The latest first. */
  given: z.array(hardshipAidSchema),
})
export type HardshipHead = z.infer<typeof hardshipHeadSchema>

/** A file as a whole, with what it reads of the member's record. */
export const hardshipDetailSchema = z.object({
  file: hardshipFileSchema,
  /** ID and phone number masked. */
  member: maskedMemberSchema,
  /** By the member's honours 劳模类型. */
  isModelWorker: z.boolean(),
  unionName: z.string(),
  industry: z.string().nullable(),
  employerNature: z.string().nullable(),
  persons: z.array(hardshipPersonSchema),
  /** The latest year first. */
  assessments: z.array(hardshipAssessmentSchema),
  /** The labels of its pictures and papers. */
  papers: z.array(z.string()),
})
export type HardshipDetail = z.infer<typeof hardshipDetailSchema>

const fileRefSchema = z.object({ id: hardshipFileIdSchema })
const doneSchema = z.object({ batchId: batchIdSchema })

/** Files of families in hardship 困难职工档案. What is not `list`, `head`, `ofMember`, `figures` throws SENSITIVE_CLOSED. */
export const hardship = {
  /** What is to be done first: reviews due, then by name. */
  list: procedure.input(hardshipFilterSchema.extend(pageSchema.shape)).output(pageOf(hardshipLineSchema)),
  counts: procedure.output(
    z.object({
      open: z.int(),
      isReviewDue: z.int(),
      isInPublicity: z.int(),
      undecided: z.int(),
      toDecide: z.int(),
      closed: z.int(),
    }),
  ),
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(hardshipLineSchema)),
  /** Errors: NOT_FOUND. */
  head: procedure.input(fileRefSchema).output(hardshipHeadSchema),
  /** Logged. Errors: NOT_FOUND. */
  get: procedure.input(fileRefSchema).output(hardshipDetailSchema),
  /** Errors: NOT_FOUND, HARDSHIP_FILE_EXISTS. */
  open: procedure.input(hardshipFileInputSchema).output(doneSchema.extend({ id: hardshipFileIdSchema })),
  /** Errors: NOT_FOUND. */
  update: procedure
    .input(fileRefSchema.extend({ file: hardshipFileInputSchema.omit({ memberId: true }) }))
    .output(doneSchema),
  /** Somebody of the family, a new one where `id` is null. Errors: NOT_FOUND. */
  savePerson: procedure
    .input(
      z.object({
        fileId: hardshipFileIdSchema,
        id: hardshipPersonIdSchema.nullable(),
        person: hardshipPersonInputSchema,
      }),
    )
    .output(doneSchema),
  removePerson: procedure.input(z.object({ id: hardshipPersonIdSchema })).output(doneSchema),
  /**
   * The figures of a year and what was decided. Errors: NOT_FOUND, HARDSHIP_YEAR_EXISTS, HARDSHIP_REASON_MISSING where
   * another class was decided than the figures propose.
   */
  saveAssessment: procedure
    .input(
      z.object({
        fileId: hardshipFileIdSchema,
        id: hardshipAssessmentIdSchema.nullable(),
        assessment: hardshipAssessmentInputSchema.refine(
          ({ publicFrom, publicUntil }) => publicUntil === null || (publicFrom !== null && publicFrom <= publicUntil),
        ),
      }),
    )
    .output(doneSchema),
  removeAssessment: procedure.input(z.object({ id: hardshipAssessmentIdSchema })).output(doneSchema),
  /** 脱困 or another end. Errors: NOT_FOUND. */
  close: procedure
    .input(fileRefSchema.extend({ on: daySchema, reason: z.string().trim().min(1).max(200) }))
    .output(doneSchema),
  /** 返困: goes on with the same file. Errors: NOT_FOUND, HARDSHIP_FILE_EXISTS. */
  reopen: procedure.input(fileRefSchema).output(doneSchema),
  /** The file for the paper 困难职工档案表: numbers masked, or in clear when confirmed and logged. Errors: NOT_CONFIRMED. */
  paper: procedure.input(fileRefSchema.extend({ clear: clearSchema })).output(hardshipDetailSchema),
  /** The list 汇总表 as .xlsx: numbers and causes masked, or in clear when confirmed and logged. Errors: NOT_CONFIRMED. */
  export: procedure
    .input(z.object({ filter: hardshipFilterSchema, clear: clearSchema, language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
  /** Numbers without persons for a period: files open at its end by kind and class, what changed, aid by kind. */
  figures: procedure.input(z.object({ from: daySchema, until: daySchema })).output(
    z.object({
      open: z.array(
        z.object({ kind: hardshipKindSchema, class: hardshipClassSchema.nullable(), files: z.int().nonnegative() }),
      ),
      opened: z.int().nonnegative(),
      closed: z.int().nonnegative(),
      aid: z.array(z.object({ aidKind: aidKindSchema.nullable(), families: z.int().nonnegative(), amount: fenSchema })),
    }),
  ),
}
