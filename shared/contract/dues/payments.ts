import { z } from 'zod'
import { daySchema, monthSchema } from '../../model/date'
import { chosenMonthSchema, duesEntrySchema, paymentMethodSchema } from '../../model/dues'
import { batchIdSchema, duesEntryIdSchema, duesReceiptIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'
import { issuerSchema } from './receipts'

const sumSchema = fenSchema.refine((fen) => fen > 0)
const reasonSchema = z.string().trim().min(1).max(200)

const receivedSchema = z.object({
  paidOn: daySchema,
  method: paymentMethodSchema,
  note: z.string().trim().max(200).nullable(),
})

/** Issues a receipt to each. */
const receiptsSchema = z.object({ issuer: issuerSchema }).optional()

/** The same of each member; `amount` null pays all that each owes and passes over who owes nothing. */
export const alikeSchema = receivedSchema.extend({
  memberIds: z.array(memberIdSchema).min(1).max(100_000),
  amount: sumSchema.nullable(),
  receipts: receiptsSchema,
})

/** What one member pays and the months chosen for it; null sets it off against the oldest open ones. */
export const payerSchema = z.object({
  memberId: memberIdSchema,
  amount: sumSchema,
  chosenMonths: z.array(chosenMonthSchema).min(1).max(600).nullable(),
})
export type Payer = z.infer<typeof payerSchema>

/** Of each member an amount of its own; a member stands there once. */
export const eachSchema = receivedSchema.extend({
  payers: z
    .array(payerSchema)
    .min(1)
    .max(100_000)
    .refine((payers) => new Set(payers.map(({ memberId }) => memberId)).size === payers.length),
  receipts: receiptsSchema,
})
export type PaymentRequest = z.infer<typeof alikeSchema> | z.infer<typeof eachSchema>

/** Dues for so many months beyond what is owed are asked about before they are recorded. */
export const MONTHS_AHEAD = 12

/** What a person is asked about before a payment is recorded. */
export const paymentQuestionSchema = z.enum([
  'left', // is no member any more and pays an old debt
  'twice', // the same amount of the member on the same day is recorded already
  'large', // more than is owed and `MONTHS_AHEAD` months of the highest dues
])
export type PaymentQuestion = z.infer<typeof paymentQuestionSchema>

/** How many members a question names at most. */
export const NAMED_IN_QUESTION = 5

export const paymentCheckSchema = z.object({
  /** What would be recorded. */
  members: z.int().positive(),
  amount: fenSchema,
  /** Paid beyond what is owed; `from` is the first month it counts for, where that is known and of one member. */
  ahead: z.object({ members: z.int().positive(), amount: fenSchema, from: monthSchema.nullable() }).nullable(),
  questions: z.array(
    z.object({
      question: paymentQuestionSchema,
      members: z.int().positive(),
      rows: z.array(z.object({ memberId: memberIdSchema, name: z.string(), amount: fenSchema })),
    }),
  ),
})
export type PaymentCheck = z.infer<typeof paymentCheckSchema>

/** Most members of whom each can be given an amount of its own on the screen. */
export const PAYERS_MAX = 200

export const ledgerSchema = z.object({
  name: z.string(),
  /** Positive owes, negative has paid ahead. */
  balance: fenSchema,
  /** In the order of recording, with the balance after each. */
  entries: z.array(duesEntrySchema.extend({ balance: fenSchema })),
  /** Of its payments. */
  receipts: z.array(
    z.object({
      id: duesReceiptIdSchema,
      entryId: duesEntryIdSchema,
      series: z.string(),
      number: z.int().positive(),
      isVoided: z.boolean(),
    }),
  ),
})
export type MemberLedger = z.infer<typeof ledgerSchema>

/** Payments and refunds by the day the money moved. */
export const paymentFilterSchema = z.object({
  from: daySchema,
  until: daySchema,
  method: paymentMethodSchema.nullable(),
  /** Who handed the cash over; null for all. */
  collector: z.string().max(60).nullable(),
  search: z.string().trim().max(60).default(''),
})
export type PaymentFilter = z.infer<typeof paymentFilterSchema>

export const paymentRowSchema = z.object({
  entryId: duesEntryIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  kind: z.enum(['payment', 'refund']),
  /** Received; below zero for a refund. */
  amount: fenSchema,
  method: paymentMethodSchema.nullable(),
  paidOn: daySchema,
  collector: z.string().nullable(),
  note: z.string().nullable(),
  /** Shown, but not counted in the sums. */
  isReversed: z.boolean(),
})
export type PaymentRow = z.infer<typeof paymentRowSchema>

/** Payments 缴费, refunds, waivers, reversals, and a member's ledger. */
export const payments = {
  /** Who may pay and what each owes, below zero for who has paid ahead. Errors: NOT_FOUND. */
  payers: procedure
    .input(z.object({ memberIds: z.array(memberIdSchema).min(1).max(PAYERS_MAX) }))
    .output(z.array(z.object({ memberId: memberIdSchema, name: z.string(), balance: fenSchema }))),
  /**
   * What recording a payment would do and what to ask before; writes nothing. Errors: NOT_FOUND, NOTHING_OWED,
   * DAY_IN_FUTURE, MONTH_CLOSED, MEMBER_LEFT, MORE_THAN_OPEN.
   */
  check: procedure.input(z.union([alikeSchema, eachSchema])).output(paymentCheckSchema),
  /**
   * Records one payment a member as one batch; more than is owed stays as credit. Errors: NOT_FOUND, NOTHING_OWED,
   * DAY_IN_FUTURE, MONTH_CLOSED, MEMBER_LEFT for more than somebody owes who is no member any more.
   */
  record: procedure
    .input(alikeSchema)
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
  /** Like `record`, of each an amount of its own; MORE_THAN_OPEN for more than is open of a chosen month. */
  recordEach: procedure
    .input(eachSchema)
    .output(z.object({ batchId: batchIdSchema, members: z.int(), amount: fenSchema })),
  /** Gives credit back. Errors: NOT_FOUND, MORE_THAN_CREDIT, DAY_IN_FUTURE, MONTH_CLOSED. */
  refund: procedure
    .input(receivedSchema.extend({ memberId: memberIdSchema, amount: sumSchema, note: reasonSchema }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Waives what is open of months, by the decision in `note`. Errors: NOT_FOUND, MORE_THAN_OPEN, MONTH_CLOSED. */
  waive: procedure
    .input(
      z.object({ memberId: memberIdSchema, months: z.array(chosenMonthSchema).min(1).max(600), note: reasonSchema }),
    )
    .output(z.object({ batchId: batchIdSchema })),
  ledger: procedure.input(z.object({ memberId: memberIdSchema })).output(ledgerSchema),
  /**
   * Takes a single line back by a line of the opposite amount, a charge together with its waivers; the receipt of a
   * payment is voided. Errors: NOT_FOUND, ALREADY_REVERSED, PAYMENT_REFUNDED, MONTH_CLOSED.
   */
  reverse: procedure
    .input(z.object({ entryId: duesEntryIdSchema, note: reasonSchema }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Latest day first; the sums leave out what was taken back. */
  list: procedure.input(paymentFilterSchema.extend(pageSchema.shape)).output(
    pageOf(paymentRowSchema).extend({
      received: z.object({ payments: z.int(), amount: fenSchema }),
      refunded: z.object({ payments: z.int(), amount: fenSchema }),
    }),
  ),
  /** Who handed cash over, by name. */
  collectors: procedure.output(z.array(z.string())),
  /** Writes the list to a workbook where a person says; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  exportList: procedure
    .input(paymentFilterSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
