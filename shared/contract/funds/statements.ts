import { z } from 'zod'
import { daySchema, monthSchema } from '../../model/date'
import { fundAccountSchema, fundDirectionSchema, fundEntrySchema, monthClosingSchema } from '../../model/fund'
import { duesReceiptSchema } from '../../model/receipt'
import { duesEntryIdSchema, fundEntryIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'
import { bookLineSchema } from './book'

const yearSchema = z.string().regex(/^\d{4}$/)

/** First and last month, both included. */
export const statementPeriodSchema = z
  .object({ from: monthSchema, until: monthSchema })
  .refine(({ from, until }) => until >= from, { path: ['until'] })
export type StatementPeriod = z.infer<typeof statementPeriodSchema>

export const statementRowSchema = z.object({
  direction: fundDirectionSchema.exclude(['opening']),
  category: z.string(),
  /** Null for the whole category. */
  subcategory: z.string().nullable(),
  amount: fenSchema,
  /** From the beginning of the year in which the period ends. */
  soFar: fenSchema,
  /** Of the same period a year before. */
  lastYear: fenSchema,
  /** Planned for the year in which the period ends; null where nothing is. */
  budget: fenSchema.nullable(),
})
export type StatementRow = z.infer<typeof statementRowSchema>

/** Sums in the four columns of `statementRowSchema`. */
const sumsSchema = z.object({ amount: fenSchema, soFar: fenSchema, lastYear: fenSchema, budget: fenSchema.nullable() })

export const statementAccountSchema = z.object({
  account: fundAccountSchema,
  /** Balance at the beginning, an opening balance within the period included. */
  carried: fenSchema,
  income: sumsSchema,
  spending: sumsSchema,
  balance: fenSchema,
  /** By category in the order of the chart of accounts, each followed by its items. */
  rows: z.array(statementRowSchema),
})
export type StatementAccount = z.infer<typeof statementAccountSchema>

export const statementSchema = z.object({
  from: monthSchema,
  until: monthSchema,
  /** Whether every month of it is closed. */
  isClosed: z.boolean(),
  accounts: z.array(statementAccountSchema),
})
export type Statement = z.infer<typeof statementSchema>

const auditedEntrySchema = fundEntrySchema.pick({
  id: true,
  account: true,
  on: true,
  voucherNumber: true,
  summary: true,
  amount: true,
  overLimitReason: true,
})
export type AuditedEntry = z.infer<typeof auditedEntrySchema>

/** What was taken back, in the book or in the ledger of a member's dues. */
export const auditedReversalSchema = z.object({
  on: daySchema,
  amount: fenSchema,
  fundEntryId: fundEntryIdSchema.nullable(),
  duesEntryId: duesEntryIdSchema.nullable(),
  memberId: memberIdSchema.nullable(),
  /** The summary of the entry, or the name of the member. */
  what: z.string(),
  reason: z.string().nullable(),
})
export type AuditedReversal = z.infer<typeof auditedReversalSchema>

/** What the audit committee 经审 looks at in a year. */
export const auditSchema = z.object({
  year: yearSchema,
  statement: statementSchema,
  overLimit: z.array(auditedEntrySchema),
  withoutAttachment: z.array(auditedEntrySchema),
  voided: z.array(
    duesReceiptSchema.pick({
      id: true,
      series: true,
      number: true,
      payer: true,
      amount: true,
      issuedOn: true,
      voidedOn: true,
      voidReason: true,
    }),
  ),
  reversals: z.array(auditedReversalSchema),
  /** Months of the year that were reopened. */
  reopened: z.array(monthClosingSchema),
  dues: z.array(z.object({ month: monthSchema, charged: fenSchema, received: fenSchema })),
  /** The branch's share of the 2 %: what came in, and what would be due on the pay that dues are reckoned from. */
  retained: z.object({
    received: fenSchema,
    /** Null without a rule of shares. */
    expected: fenSchema.nullable(),
    /** Monthly pay it was reckoned from, and for how many months. */
    pay: fenSchema,
    months: z.int().min(0).max(12),
  }),
})
export type Audit = z.infer<typeof auditSchema>

/** Statements 收支情况表 and what the audit committee looks at; they change nothing. */
export const statements = {
  get: procedure.input(statementPeriodSchema).output(statementSchema),
  /** The lines of the book behind a figure; null does not narrow. */
  entries: procedure
    .input(
      z.object({
        account: fundAccountSchema,
        from: monthSchema,
        until: monthSchema,
        direction: fundDirectionSchema.nullable(),
        category: z.string().nullable(),
        subcategory: z.string().nullable(),
        ...pageSchema.shape,
      }),
    )
    .output(pageOf(bookLineSchema)),
  audit: procedure.input(z.object({ year: yearSchema })).output(auditSchema),
  /**
   * Writes a statement, or all that the audit committee looks at in a year, to an .xlsx file with sums that Excel reckons;
   * null when the dialog was cancelled. Logged. Errors: EXPORT_NOT_WRITTEN, DISK_FULL.
   */
  export: procedure
    .input(
      z.discriminatedUnion('of', [
        z.object({ of: z.literal('statement'), from: monthSchema, until: monthSchema, language: sheetLanguageSchema }),
        z.object({ of: z.literal('audit'), year: yearSchema, language: sheetLanguageSchema }),
      ]),
    )
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
