import { z } from 'zod'
import { daySchema } from './date'
import { fundFormSchema } from './fund'
import { careGiftIdSchema, fundEntryIdSchema, hardshipFileIdSchema, memberIdSchema } from './id'
import { limitItemSchema } from './limit-item'
import { fenSchema } from './money'

/** For what a member is visited or given something 慰问: the items of the limits that are not activities. */
export const careKindSchema = limitItemSchema.extract([
  'springFestival',
  'otherFestival',
  'birthday',
  'marriage',
  'birth',
  'hospital',
  'seriousIllness',
  'memberDeath',
  'parentDeath',
  'spouseChildDeath',
  'retirement',
  'hardship',
])
export type CareKind = z.infer<typeof careKindSchema>

/** What aid to a family in hardship is for 帮扶. */
export const aidKindSchema = z.enum([
  'living', // 生活
  'medical', // 医疗
  'schooling', // 助学
  'work', // 就业
  'legal', // 法律
])
export type AidKind = z.infer<typeof aidKindSchema>

/** What one member was given on one occasion 慰问登记. */
export const careGiftInputSchema = z.object({
  memberId: memberIdSchema,
  kind: careKindSchema,
  /** In words where the kind does not tell: 2026年春节, 住院探望. */
  occasion: z.string().trim().max(60).nullable(),
  on: daySchema,
  form: fundFormSchema,
  amount: fenSchema.refine((fen) => fen >= 0),
  /** What it was, for goods. */
  goods: z.string().trim().max(100).nullable(),
  hardshipFileId: hardshipFileIdSchema.nullable(),
  /** Set for aid to a family in hardship only. */
  aidKind: aidKindSchema.nullable(),
  decision: z.string().trim().max(200).nullable(),
  /** Why a limit was passed; null where none was. */
  overLimitReason: z.string().trim().max(200).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** Who paid, where that was not this union: it does not count against its limits and is not booked. */
  paidBy: z.string().trim().max(60).nullable(),
})
export type CareGiftInput = z.infer<typeof careGiftInputSchema>

export const careGiftSchema = careGiftInputSchema.extend({
  id: careGiftIdSchema,
  /** The spending of the book that paid it; null for what others paid, or what is not booked yet. */
  fundEntryId: fundEntryIdSchema.nullable(),
  /** When the receiver, or who took it for them, signed. */
  signedOn: daySchema.nullable(),
  receivedBy: z.string().trim().max(60).nullable(),
})
export type CareGift = z.infer<typeof careGiftSchema>
