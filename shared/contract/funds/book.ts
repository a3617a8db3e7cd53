import { z } from 'zod'
import { daySchema, monthSchema } from '../../model/date'
import { duesEntryKindSchema, paymentMethodSchema } from '../../model/dues'
import { fundAccountSchema, fundDirectionSchema, fundEntrySchema, fundShareSchema } from '../../model/fund'
import {
  activityIdSchema,
  batchIdSchema,
  duesEntryIdSchema,
  fundEntryIdSchema,
  memberIdSchema,
  remittanceIdSchema,
} from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { ATTACHMENT_MAX } from '../attachments'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

const yearSchema = z.string().regex(/^\d{4}$/)

const accountYearSchema = z.object({ account: fundAccountSchema, year: yearSchema })

/** Which lines of an account's year are looked at; what is null or empty does not narrow. */
export const bookFilterSchema = accountYearSchema.extend({
  month: monthSchema.nullable().default(null),
  direction: fundDirectionSchema.nullable().default(null),
  category: z.string().nullable().default(null),
  subcategory: z.string().nullable().default(null),
  activityId: activityIdSchema.nullable().default(null),
  /** Amounts regardless of their sign. */
  least: fenSchema.nullable().default(null),
  most: fenSchema.nullable().default(null),
  /** Spending that has no picture or paper yet. */
  isWithoutAttachment: z.boolean().default(false),
  /** A part of the summary, counterpart, invoice or decision, or a voucher number. */
  search: z.string().trim().max(60).default(''),
})
export type BookFilter = z.infer<typeof bookFilterSchema>

/** A line of the book: an entry, or what the dues ledger received on a day. */
export const bookLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entry'),
    ...fundEntrySchema.shape,
    attachments: z.int().nonnegative(),
    /** Members who received a part of it. */
    members: z.int().nonnegative(),
    isReversed: z.boolean(),
    /** Of the account after this line. */
    balance: fenSchema,
  }),
  z.object({
    kind: z.literal('dues'),
    on: daySchema,
    /** Less what was given back or reversed. */
    amount: fenSchema,
    /** Lines of the dues ledger and remittances behind it. */
    lines: z.int().positive(),
    balance: fenSchema,
  }),
])
export type BookLine = z.infer<typeof bookLineSchema>

/** What the dues ledger holds behind a line of the book. */
export const duesBehindSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: duesEntryKindSchema.extract(['payment', 'refund', 'reversal']),
    id: duesEntryIdSchema,
    memberId: memberIdSchema,
    name: z.string(),
    department: z.string().nullable(),
    method: paymentMethodSchema.nullable(),
    /** Received. */
    amount: fenSchema,
  }),
  z.object({ kind: z.literal('remittance'), id: remittanceIdSchema, title: z.string(), amount: fenSchema }),
])
export type DuesBehind = z.infer<typeof duesBehindSchema>

export const fundShareInputSchema = z.object({
  memberId: memberIdSchema,
  item: fundShareSchema.shape.item,
  amount: fenSchema.refine((fen) => fen > 0),
})

/** An entry as it is booked; the voucher number is given to it. */
export const fundEntryInputSchema = fundEntrySchema
  .omit({ id: true, chart: true, voucherNumber: true, reversesId: true, batchId: true, recordedAt: true })
  .extend({
    shares: z.array(fundShareInputSchema).max(100_000),
    attachments: z.array(z.file()).max(ATTACHMENT_MAX.count),
  })
export type FundEntryInput = z.infer<typeof fundEntryInputSchema>

const entryRefSchema = z.object({ id: fundEntryIdSchema })

/** A spending opened: who received it and its pictures and papers. */
export const fundEntryDetailSchema = fundEntrySchema.extend({
  activityTitle: z.string().nullable(),
  /** The entry that takes this one back. */
  reversedBy: fundEntryIdSchema.nullable(),
  shares: z.array(fundShareSchema.extend({ name: z.string(), department: z.string().nullable() })),
})
export type FundEntryDetail = z.infer<typeof fundEntryDetailSchema>

/** The book of income and spending 收支账 of both accounts. */
export const book = {
  /** How an account stands in a year. */
  summary: procedure.input(accountYearSchema).output(
    z.object({
      /** Balance at the beginning of the year, an opening balance within it not included. */
      carried: fenSchema,
      opening: fenSchema,
      income: fenSchema,
      spending: fenSchema,
      balance: fenSchema,
      /** Spending of the year without a picture or paper. */
      withoutAttachment: z.int().nonnegative(),
      /** The first year that has lines in either account, and the last. */
      years: z.array(yearSchema),
      /** The day from which the account is kept here; null without an opening balance. */
      opensOn: daySchema.nullable(),
    }),
  ),
  /** Lines in the order of the book, with the sums of all that the filter finds. */
  list: procedure
    .input(bookFilterSchema.extend(pageSchema.shape))
    .output(pageOf(bookLineSchema).extend({ income: fenSchema, spending: fenSchema })),
  /** The payments, refunds and remittances of a day behind a line of the dues account. */
  duesBehind: procedure.input(z.object({ on: daySchema, ...pageSchema.shape })).output(pageOf(duesBehindSchema)),
  get: procedure.input(entryRefSchema).output(fundEntryDetailSchema),
  /**
   * Books an entry with what members received of it and its papers, all in one; the answer names its voucher number.
   * Errors: FUND_ENTRY_INVALID, MONTH_CLOSED, FUND_BEFORE_OPENING, FUND_OPENING_EXISTS, FUND_OPENING_LATE,
   * ATTACHMENT_INVALID, ATTACHMENT_TOO_LARGE, NOT_FOUND, REASON_MISSING where a limit is passed without a reason.
   */
  add: procedure
    .input(fundEntryInputSchema)
    .output(z.object({ id: fundEntryIdSchema, voucherNumber: z.int().positive(), batchId: batchIdSchema })),
  /**
   * Takes an entry back by one of the opposite amount, with what members received. It counts on the day of the entry,
   * or today where that month is closed. Errors: NOT_FOUND, ALREADY_REVERSED, MONTH_CLOSED.
   */
  reverse: procedure
    .input(entryRefSchema.extend({ reason: z.string().trim().min(1).max(200) }))
    .output(z.object({ id: fundEntryIdSchema, batchId: batchIdSchema })),
  /** Writes the year of an account to a workbook where a person says; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  export: procedure
    .input(accountYearSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
  /** Spending booked for an activity, reversals taken off. */
  ofActivity: procedure
    .input(z.object({ activityId: activityIdSchema }))
    .output(z.object({ spent: fenSchema, entries: z.array(fundEntrySchema) })),
  /** Pictures and papers of a voucher; they stay on this PC. */
}
