import { z } from 'zod'
import {
  contractTerm,
  disability,
  educationSchema,
  employerNatureSchema,
  employerState,
  employmentStatusSchema,
  ethnicitySchema,
  floorArea,
  genderSchema,
  hardshipCause,
  healthState,
  householdTypeSchema,
  housingKind,
  industrySchema,
  maritalStatusSchema,
  medicalInsurance,
  modelWorkerKind,
  personStanding,
  politicalStatusSchema,
  subsistence,
  yesNoSchema,
} from '../codes'
import { daySchema, partialDateSchema } from './date'
import { hardshipThresholdsSchema } from './hardship-standard'
import { hardshipAssessmentIdSchema, hardshipFileIdSchema, hardshipPersonIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

const amountSchema = fenSchema.refine((fen) => fen >= 0)
const text = (length: number) => z.string().trim().min(1).max(length)

/** 档案类别. */
export const hardshipKindSchema = z.enum(['urban', 'migrant']) // 城镇困难职工, 困难农民工
export type HardshipKind = z.infer<typeof hardshipKindSchema>

/** The other 档案类别 of the union's list. */
export const hardshipIntakeSchema = z.enum([
  'new', // 增量
  'kept', // 存量
  'returned', // 返困
])

/** 困难类别, the gravest first. */
export const hardshipClassSchema = z.enum([
  'deep', // 深度困难
  'relative', // 相对困难
  'accident', // 意外致困
])
export type HardshipClass = z.infer<typeof hardshipClassSchema>

/** What a family's file 困难职工档案 holds beside the member's record; it leaves the backend while sensitive data is open. */
export const hardshipFileInputSchema = z.object({
  memberId: memberIdSchema,
  kind: hardshipKindSchema,
  intake: hardshipIntakeSchema,
  openedOn: daySchema,
  mainCause: hardshipCause.schema.nullable(),
  otherCause: hardshipCause.schema.nullable(),
  subsistence: subsistence.schema.nullable(),
  health: healthState.schema.nullable(),
  disability: disability.schema.nullable(),
  medicalInsurance: medicalInsurance.schema.nullable(),
  /** 本人月平均收入. */
  monthlyIncome: amountSchema.nullable(),
  /** 家庭其他年收入: what nobody of the family earns by the month. */
  otherIncome: amountSchema.nullable(),
  housing: housingKind.schema.nullable(),
  floorArea: floorArea.schema.nullable(),
  /** Where the family lives, if elsewhere than the member's record says. */
  address: text(200).nullable(),
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  otherContact: text(100).nullable(),
  employerState: employerState.schema.nullable(),
  isSingleParent: yesNoSchema.nullable(),
  canSelfHelp: yesNoSchema.nullable(),
  isZeroEmployment: yesNoSchema.nullable(),
  /** Of a migrant worker: 长期在城镇居住, and since when employed in fact. */
  livesInTown: yesNoSchema.nullable(),
  employedSince: daySchema.nullable(),
  bank: text(100).nullable(),
  bankBranch: text(100).nullable(),
  bankAccount: text(40).nullable(),
  filedBy: text(60).nullable(),
  checkedBy: text(60).nullable(),
  enteredBy: text(60).nullable(),
  note: text(1000).nullable(),
})
export type HardshipFileInput = z.infer<typeof hardshipFileInputSchema>
export const hardshipFileSchema = hardshipFileInputSchema.extend({
  id: hardshipFileIdSchema,
  /** 脱困 or otherwise closed. */
  closedOn: daySchema.nullable(),
  closeReason: text(200).nullable(),
})
export type HardshipFile = z.infer<typeof hardshipFileSchema>

/** Somebody of the family beside the member; all but the relation is sensitive. */
export const hardshipPersonInputSchema = z.object({
  name: text(60),
  relation: text(30),
  gender: genderSchema.nullable(),
  ethnicity: ethnicitySchema.nullable(),
  birthDate: partialDateSchema.nullable(),
  idNumber: text(40).nullable(),
  politicalStatus: politicalStatusSchema.nullable(),
  monthlyIncome: amountSchema.nullable(),
  modelWorker: modelWorkerKind.schema.nullable(),
  health: healthState.schema.nullable(),
  disability: disability.schema.nullable(),
  medicalInsurance: medicalInsurance.schema.nullable(),
  maritalStatus: maritalStatusSchema.nullable(),
  householdType: householdTypeSchema.nullable(),
  phone: text(40).nullable(),
  /** 人员身份: 在岗, 在校学生 ... */
  standing: personStanding.schema.nullable(),
  /** 当前学历. */
  education: educationSchema.nullable(),
  enrolledIn: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  /** 学制. */
  schoolYears: z.int().min(1).max(12).nullable(),
  /** School or employer. */
  place: text(100).nullable(),
  employerNature: employerNatureSchema.nullable(),
  employerState: employerState.schema.nullable(),
  industry: industrySchema.nullable(),
  workState: employmentStatusSchema.nullable(),
  /** 劳动合同签订/入伍时间. */
  contractFrom: partialDateSchema.nullable(),
  contractTerm: contractTerm.schema.nullable(),
  note: text(500).nullable(),
})
export type HardshipPersonInput = z.infer<typeof hardshipPersonInputSchema>
export const hardshipPersonSchema = hardshipPersonInputSchema.extend({
  id: hardshipPersonIdSchema,
  fileId: hardshipFileIdSchema,
})
export type HardshipPerson = z.infer<typeof hardshipPersonSchema>

/** What of a family in a year its class follows from. */
export const hardshipFiguresSchema = hardshipThresholdsSchema.extend({
  /** Of the family, with the member. */
  people: z.int().min(1).max(30),
  /** Disposable income of the family in the year, in fen. */
  income: amountSchema,
  /** 刚性支出: what the family cannot avoid, in the year. */
  rigidSpending: amountSchema,
  /** Cost of a sudden event, accident or serious illness in the year. */
  accidentCost: amountSchema,
  /** Injured or killed in a disaster, an accident, an epidemic, an event of public security. */
  isStricken: z.boolean(),
  /** 低保标准 of the place, a month and person. */
  minimumLiving: amountSchema.refine((fen) => fen > 0),
  /** Ruled out whatever the figures say, e.g. a child at an expensive private school; in words. */
  exclusion: text(200).nullable(),
})
export type HardshipFigures = z.infer<typeof hardshipFiguresSchema>

/** The figures of a family in one year and what was decided: when the file is opened, and at every yearly review. */
export const hardshipAssessmentInputSchema = hardshipFiguresSchema.extend({
  on: daySchema,
  year: z.string().regex(/^\d{4}$/),
  /** Of `shared/codes/care/hardship-standards`; null where the branch goes by thresholds of its own. */
  standard: z.string().max(60).nullable(),
  /** What was decided; null for no hardship. Where it differs from what the figures propose, `reason` says why. */
  class: hardshipClassSchema.nullable(),
  reason: text(300).nullable(),
  publicFrom: daySchema.nullable(),
  publicUntil: daySchema.nullable(),
  publicPlace: text(100).nullable(),
  objections: text(500).nullable(),
  /** Of the Party organisation 党组织意见. */
  partyOpinion: text(200).nullable(),
  partyOpinionOn: daySchema.nullable(),
  /** Of this union 基层工会意见. */
  decidedOn: daySchema.nullable(),
  decision: text(200).nullable(),
  /** Of the union above 上级工会意见. */
  upperOpinion: text(200).nullable(),
  upperOpinionOn: daySchema.nullable(),
  note: text(500).nullable(),
})
export type HardshipAssessmentInput = z.infer<typeof hardshipAssessmentInputSchema>
export const hardshipAssessmentSchema = hardshipAssessmentInputSchema.extend({
  id: hardshipAssessmentIdSchema,
  fileId: hardshipFileIdSchema,
})
export type HardshipAssessment = z.infer<typeof hardshipAssessmentSchema>
