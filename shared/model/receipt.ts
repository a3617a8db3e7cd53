import { z } from 'zod'
import { chosenMonthSchema, paymentMethodSchema } from './dues'
import { daySchema } from './date'
import { duesEntryIdSchema, duesReceiptIdSchema, handOverIdSchema, memberIdSchema } from './id'
import { fenSchema } from './money'

/** A receipt 会费收据, numbered without gaps within its year; never deleted, voided visibly. */
export const duesReceiptSchema = z.object({
  id: duesReceiptIdSchema,
  /** `yyyy` of the day it was issued. */
  series: z.string().regex(/^\d{4}$/),
  number: z.int().positive(),
  entryId: duesEntryIdSchema,
  memberId: memberIdSchema,
  /** What stands on the paper, as it was on that day. */
  payer: z.string(),
  amount: fenSchema,
  method: paymentMethodSchema,
  paidOn: daySchema,
  months: z.array(chosenMonthSchema),
  issuedOn: daySchema,
  issuer: z.string().nullable(),
  voidedOn: daySchema.nullable(),
  voidReason: z.string().nullable(),
})
export type DuesReceipt = z.infer<typeof duesReceiptSchema>

/** A hand-over of cash 交款: what a collector says to bring must agree with the payments entered. */
export const handOverSchema = z.object({
  id: handOverIdSchema,
  collector: z.string().trim().min(1).max(60),
  declaredCount: z.int().positive(),
  declaredTotal: fenSchema.refine((fen) => fen > 0),
  receivedOn: daySchema,
  note: z.string().trim().max(200).nullable(),
})
export type HandOver = z.infer<typeof handOverSchema>
