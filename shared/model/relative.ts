import { z } from 'zod'
import { politicalStatusSchema } from '../codes'
import { isMobileOrLandline } from '../rules/phone'
import { partialDateSchema } from './date'
import { relativeIdSchema } from './id'

/** Somebody of a member's family 家庭成员, or whom to call 紧急联系人. */
export const relativeFieldsSchema = z.object({
  /** 与会员的关系: of the code list, or in own words. */
  relation: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(60),
  birthDate: partialDateSchema.nullable(),
  idNumber: z.string().trim().max(40).nullable(),
  phone: z.string().refine(isMobileOrLandline).nullable(),
  employer: z.string().trim().max(200).nullable(),
  politicalStatus: politicalStatusSchema.nullable(),
  isEmergencyContact: z.boolean(),
  note: z.string().trim().max(500).nullable(),
})

/** As the window sees it: `idNumber` and `phone` masked. */
export const maskedRelativeSchema = relativeFieldsSchema.extend({
  id: relativeIdSchema,
  phone: z.string().nullable(),
})
