import { z } from 'zod'
import {
  educationSchema,
  employmentFormSchema,
  employmentStatusSchema,
  ethnicitySchema,
  genderSchema,
  householdTypeSchema,
  idTypeSchema,
  maritalStatusSchema,
  newEmploymentTypeSchema,
  politicalStatusSchema,
  skillLevelSchema,
  yesNoSchema,
} from '../codes'
import { isMobileOrLandline } from '../rules/phone'
import { partialDateSchema, validUntilSchema } from './date'
import { memberIdSchema } from './id'
import { membershipStatusSchema } from './membership'
import { fenSchema } from './money'

const text = z.string().trim().min(1).max(200).nullable()

/** The fields of a member 会员. Every other place that lists fields is typed by the keys of this schema. */
export const memberFieldsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  gender: genderSchema.nullable(),
  birthDate: partialDateSchema.nullable(),
  ethnicity: ethnicitySchema.nullable(),
  idType: idTypeSchema.nullable(),
  /** As written on the document, upper case; checked against `idType` by `shared/rules/id-document`. */
  idNumber: z.string().trim().max(40).nullable(),
  /** 证件有效期. */
  idValidUntil: validUntilSchema.nullable(),
  phone: z.string().refine(isMobileOrLandline).nullable(),
  education: educationSchema.nullable(),
  degree: text,
  politicalStatus: politicalStatusSchema.nullable(),
  householdType: householdTypeSchema.nullable(),
  householdPlace: text,
  nativePlace: text,
  birthPlace: text,
  employmentStatus: employmentStatusSchema.nullable(),
  employmentForm: employmentFormSchema.nullable(),
  skillLevel: skillLevelSchema.nullable(),
  jobTitle: text,
  position: text,
  unionPosition: text,
  department: text,
  unionGroup: text,
  employer: text,
  staffNumber: text,
  memberCardNumber: text,
  joinDate: partialDateSchema.nullable(),
  workStartDate: partialDateSchema.nullable(),
  isMigrantWorker: yesNoSchema.nullable(),
  isNewEmployment: yesNoSchema.nullable(),
  /** 新就业形态类别, 八大群体 among them. */
  newEmploymentType: newEmploymentTypeSchema.nullable(),
  maritalStatus: maritalStatusSchema.nullable(),
  address: text,
  email: text,
  /** Monthly base pay 缴费基数 from which dues are reckoned. */
  wage: fenSchema.nullable(),
  /** 特长爱好. */
  specialty: text,
  remark: z.string().trim().max(2000).nullable(),
})
export type MemberFields = z.infer<typeof memberFieldsSchema>
export type MemberField = keyof MemberFields

export const memberFieldSchema = memberFieldsSchema.keyof()

/** The values of a field's code list; empty for a field without one. */
export function codeValuesOf(field: MemberField): readonly string[] {
  const schema = memberFieldsSchema.shape[field]
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}

/** What a field holds; decides its editor, its cell format and how a roster's cell is read. */
export type FieldKind = 'text' | 'code' | 'partialDate' | 'validUntil' | 'idNumber' | 'phone' | 'money'

export interface FieldDeclaration {
  readonly kind: FieldKind
  /** Masked before it leaves the backend; shown in clear by a logged reveal only. */
  readonly masked: boolean
  /** Width of the column in a list or an exported sheet, in characters. */
  readonly width: number
}

/** The one declaration of every member field, in the order in which screens and sheets show them. */
export const memberFieldDeclarations: Readonly<Record<MemberField, FieldDeclaration>> = {
  name: { kind: 'text', masked: false, width: 12 },
  gender: { kind: 'code', masked: false, width: 6 },
  birthDate: { kind: 'partialDate', masked: false, width: 12 },
  ethnicity: { kind: 'code', masked: false, width: 10 },
  idType: { kind: 'code', masked: false, width: 18 },
  idNumber: { kind: 'idNumber', masked: true, width: 22 },
  idValidUntil: { kind: 'validUntil', masked: false, width: 12 },
  phone: { kind: 'phone', masked: true, width: 14 },
  department: { kind: 'text', masked: false, width: 18 },
  unionGroup: { kind: 'text', masked: false, width: 14 },
  unionPosition: { kind: 'text', masked: false, width: 14 },
  employer: { kind: 'text', masked: false, width: 24 },
  staffNumber: { kind: 'text', masked: false, width: 12 },
  memberCardNumber: { kind: 'text', masked: false, width: 18 },
  joinDate: { kind: 'partialDate', masked: false, width: 12 },
  employmentStatus: { kind: 'code', masked: false, width: 12 },
  employmentForm: { kind: 'code', masked: false, width: 12 },
  education: { kind: 'code', masked: false, width: 12 },
  degree: { kind: 'text', masked: false, width: 10 },
  politicalStatus: { kind: 'code', masked: false, width: 14 },
  skillLevel: { kind: 'code', masked: false, width: 22 },
  jobTitle: { kind: 'text', masked: false, width: 14 },
  position: { kind: 'text', masked: false, width: 14 },
  workStartDate: { kind: 'partialDate', masked: false, width: 12 },
  householdType: { kind: 'code', masked: false, width: 16 },
  householdPlace: { kind: 'text', masked: false, width: 24 },
  nativePlace: { kind: 'text', masked: false, width: 16 },
  birthPlace: { kind: 'text', masked: false, width: 16 },
  isMigrantWorker: { kind: 'code', masked: false, width: 8 },
  isNewEmployment: { kind: 'code', masked: false, width: 8 },
  newEmploymentType: { kind: 'code', masked: false, width: 14 },
  maritalStatus: { kind: 'code', masked: false, width: 8 },
  address: { kind: 'text', masked: false, width: 30 },
  email: { kind: 'text', masked: false, width: 24 },
  wage: { kind: 'money', masked: false, width: 12 },
  specialty: { kind: 'text', masked: false, width: 20 },
  remark: { kind: 'text', masked: false, width: 30 },
}

/** A member as the backend holds it; never sent to the window. */
export const memberSchema = memberFieldsSchema.extend({
  id: memberIdSchema,
  status: membershipStatusSchema,
})
export type Member = z.infer<typeof memberSchema>

/** A member as the window sees it: `idNumber` and `phone` are masked texts such as `110101********1234`. */
export const maskedMemberSchema = memberSchema.extend({
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
})
export type MaskedMember = z.infer<typeof maskedMemberSchema>
