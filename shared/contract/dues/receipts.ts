import { z } from 'zod'
import { daySchema } from '../../model/date'
import { paymentMethodSchema } from '../../model/dues'
import { batchIdSchema, duesEntryIdSchema, duesReceiptIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { duesReceiptSchema } from '../../model/receipt'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

/** How many receipts are printed at once. */
export const RECEIPTS_MAX = 500

/** Who signs receipts; null leaves the place empty. */
export const issuerSchema = z.string().trim().min(1).max(30).nullable()

const { series } = duesReceiptSchema.shape

/** A year of the book and whether its numbers run on. */
export const receiptSeriesSchema = z.object({
  series,
  /** The last number; they begin at 1. */
  last: z.int().nonnegative(),
  voided: z.int().nonnegative(),
  /** Of the valid ones. */
  amount: fenSchema,
  /** Numbers that are missing; there are none unless somebody tampered with the file. */
  missing: z.array(z.object({ from: z.int().positive(), until: z.int().positive() })),
})
export type ReceiptSeries = z.infer<typeof receiptSeriesSchema>

const bookInputSchema = z.object({
  series,
  state: z.enum(['all', 'valid', 'voided']),
  /** A number, or a part of the payer's name. */
  search: z.string().trim().max(60).default(''),
})
export type BookInput = z.infer<typeof bookInputSchema>

/** A payment without a valid receipt. */
export const unreceiptedSchema = z.object({
  entryId: duesEntryIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  amount: fenSchema,
  method: paymentMethodSchema,
  paidOn: daySchema,
  /** Whether a receipt of it was voided before. */
  wasVoided: z.boolean(),
})
export type Unreceipted = z.infer<typeof unreceiptedSchema>

/** Receipts 会费收据: numbered without gaps within a year, printed, voided visibly, never deleted. */
export const receipts = {
  /** The years, newest first, and who signed last. */
  book: procedure.output(z.object({ series: z.array(receiptSeriesSchema), issuer: issuerSchema })),
  /** By number, latest first; `amount` is that of the valid ones. */
  list: procedure
    .input(bookInputSchema.extend(pageSchema.shape))
    .output(pageOf(duesReceiptSchema).extend({ amount: fenSchema })),
  /** Of one member, latest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(duesReceiptSchema)),
  /** Payments of a year without a valid receipt, latest first; deductions from pay only when asked for. */
  unreceipted: procedure
    .input(
      z.object({
        year: series,
        withPayroll: z.boolean(),
        search: z.string().trim().max(60).default(''),
        ...pageSchema.shape,
      }),
    )
    .output(pageOf(unreceiptedSchema).extend({ amount: fenSchema })),
  /** Issues a receipt for each payment, as one batch. Errors: NOT_FOUND, NO_RECEIPT_POSSIBLE, BUSY. */
  issue: procedure
    .input(z.object({ entryIds: z.array(duesEntryIdSchema).min(1).max(10_000), issuer: issuerSchema }))
    .output(
      z.object({
        batchId: batchIdSchema,
        receiptIds: z.array(duesReceiptIdSchema),
        /** The first and the last number, as printed. */
        from: z.string(),
        until: z.string(),
        amount: fenSchema,
      }),
    ),
  /** Voids a receipt; its number stays used. Errors: NOT_FOUND, RECEIPT_VOIDED. */
  void: procedure
    .input(z.object({ id: duesReceiptIdSchema, reason: z.string().trim().min(1).max(200) }))
    .output(duesReceiptSchema),
  /** What is printed, by number; those that are not there are left out. */
  papers: procedure
    .input(z.object({ ids: z.array(duesReceiptIdSchema).min(1).max(RECEIPTS_MAX) }))
    .output(z.object({ unionName: z.string(), receipts: z.array(duesReceiptSchema) })),
  /** The receipts of an act that issued some, to print them. */
  ofBatch: procedure.input(z.object({ batchId: batchIdSchema })).output(z.array(duesReceiptIdSchema)),
  /** A year of the book for paper, by number. */
  wholeBook: procedure.input(z.object({ series })).output(
    z.object({
      unionName: z.string(),
      receipts: z.array(duesReceiptSchema),
      /** Null for a year without receipts. */
      figures: receiptSeriesSchema.nullable(),
    }),
  ),
  /** Writes a year of the book as .xlsx; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  exportBook: procedure
    .input(z.object({ series, language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
