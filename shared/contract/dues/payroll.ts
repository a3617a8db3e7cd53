import { z } from 'zod'
import { daySchema, momentSchema, monthSchema } from '../../model/date'
import { chosenMonthSchema } from '../../model/dues'
import { batchIdSchema, memberIdSchema, payrollLineIdSchema, payrollListIdSchema } from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import {
  payrollBasketSchema,
  payrollDecisionSchema,
  payrollDifferenceSchema,
  payrollSheetSchema,
  remittanceSchema,
} from '../../model/payroll'
import { rosterSheetSchema } from '../../model/roster'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema, sheetReadingSchema } from '../roster'

const listInput = z.object({ id: payrollListIdSchema })
const spanSchema = z.object({ from: monthSchema, until: monthSchema })

/** The four numbers of a list, and what is held by the employer: booked and not paid over. */
export const payrollFiguresSchema = z.object({
  /** Open in the ledger for the list's months: of everybody charged for them who has not paid otherwise. */
  expected: fenSchema,
  /** The sum of the list's lines. */
  deducted: fenSchema,
  /** Paid over by the employer. */
  received: fenSchema,
  /** Entered in the ledger as payments. */
  booked: fenSchema,
  /** Booked and not received; below zero where more was received. */
  held: fenSchema,
})

/** A deduction list among others. */
export const payrollOverviewSchema = spanSchema.extend({
  id: payrollListIdSchema,
  title: z.string(),
  deductedOn: daySchema,
  /** Whether payments of it stand in the ledger. */
  isPosted: z.boolean(),
  /** Lines of the file; null where it was read on another PC. */
  lines: z.int().nullable(),
  deducted: fenSchema,
  booked: fenSchema,
  received: fenSchema,
  held: fenSchema,
})
export type PayrollOverview = z.infer<typeof payrollOverviewSchema>

/** What to know before a list is posted; the last four keep it from being posted. */
export const payrollWarningSchema = z.discriminatedUnion('kind', [
  /** Title, sheet or file name speak of other months. */
  z.object({ kind: z.literal('otherMonths'), stated: spanSchema }),
  /** The amounts are those of another list, and the file names no months. */
  z.object({ kind: z.literal('sameAmounts'), id: payrollListIdSchema, title: z.string(), ...spanSchema.shape }),
  /** A posted list of these months has people of this one. */
  z.object({ kind: z.literal('covered'), id: payrollListIdSchema, title: z.string(), people: z.int() }),
  z.object({ kind: z.literal('nothingCharged') }),
  /** The list says another total than its lines come to. */
  z.object({ kind: z.literal('otherTotal'), stated: fenSchema, sum: fenSchema }),
  z.object({ kind: z.literal('absurd'), lines: z.int() }),
  z.object({ kind: z.literal('undecided'), people: z.int() }),
  z.object({ kind: z.literal('negativeTotal') }),
  z.object({ kind: z.literal('future') }),
  z.object({ kind: z.literal('closedMonth'), month: monthSchema }),
  z.object({ kind: z.literal('nothingToPost') }),
])
export type PayrollWarning = z.infer<typeof payrollWarningSchema>
export const payrollObstacles: readonly PayrollWarning['kind'][] = [
  'negativeTotal',
  'future',
  'closedMonth',
  'nothingToPost',
]

const countSchema = z.object({ people: z.int(), amount: fenSchema })

/** A deduction list with its numbers, baskets and what to know of it. */
export const payrollViewSchema = payrollOverviewSchema.extend({
  fileName: z.string().nullable(),
  sheets: z.array(payrollSheetSchema),
  postedAt: momentSchema.nullable(),
  figures: payrollFiguresSchema,
  baskets: z.record(payrollBasketSchema, countSchema),
  /** Why deducted is not expected, and booked not deducted. */
  differences: z.object({ deducted: z.array(payrollDifferenceSchema), booked: z.array(payrollDifferenceSchema) }),
  /** What posting would enter now. */
  toPost: countSchema,
  warnings: z.array(payrollWarningSchema),
  remittances: z.array(remittanceSchema.extend({ isReversed: z.boolean() })),
})
export type PayrollView = z.infer<typeof payrollViewSchema>

/** A line of the list as the file has it; the ID number masked. */
export const payrollLineSchema = z.object({
  id: payrollLineIdSchema,
  sheet: z.string(),
  row: z.int(),
  name: z.string().nullable(),
  staffNumber: z.string().nullable(),
  idNumber: z.string().nullable(),
  department: z.string().nullable(),
  amount: fenSchema,
  /** The cell where its amount cannot be read. */
  amountText: z.string().nullable(),
  remark: z.string().nullable(),
})

/** How a line found its member. */
export const payrollMatchSchema = z.enum(['staffNumber', 'idNumber', 'department', 'chosen', 'posted'])

/** Why nobody was found for a line, or nobody for sure. */
export const payrollDoubtSchema = z.enum([
  'nobody',
  'namesakes',
  'department',
  'otherName',
  'numbers',
  'unreadable', // the amount
])

/** A person of the list, or of the ledger alone. */
export const payrollPersonSchema = z.object({
  /** The member, or where nobody is known the line. */
  key: z.string(),
  memberId: memberIdSchema.nullable(),
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  /** Null while nobody is known. */
  status: membershipStatusSchema.nullable(),
  basket: payrollBasketSchema,
  lines: z.array(payrollLineSchema),
  matchedBy: payrollMatchSchema.nullable(),
  doubt: payrollDoubtSchema.nullable(),
  /** What the ledger has open for the list's months. */
  open: fenSchema,
  months: z.array(chosenMonthSchema),
  deducted: fenSchema,
  posted: fenSchema,
  decision: payrollDecisionSchema.nullable(),
  isAbsurd: z.boolean(),
  /** What is owed over all months, or paid ahead where it is below zero; null while nobody is known. */
  balance: fenSchema.nullable(),
  /** Whether a month of the list is disputed. */
  isDisputed: z.boolean(),
})
export type PayrollPerson = z.infer<typeof payrollPersonSchema>

/** People behind a basket or a number: those expected, those on the list, those booked. */
export const payrollShownSchema = z.enum([...payrollBasketSchema.options, 'expected', 'deducted', 'booked'])
export type PayrollShown = z.infer<typeof payrollShownSchema>

const personSelection = listInput.extend({
  /** Keys of people; null for everybody of the basket. */
  keys: z.array(z.string()).min(1).max(100_000).nullable(),
  basket: payrollBasketSchema,
})

/** Somebody whom a line may be of. */
export const payrollCandidateSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  status: membershipStatusSchema,
  /** Whether the ID number of the record is that of the line; null where one of them has none. */
  sameIdNumber: z.boolean().nullable(),
  open: fenSchema,
})
export type PayrollCandidate = z.infer<typeof payrollCandidateSchema>

/** A row of the deduction list that goes to the finance office. */
export const deductionSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  months: z.array(chosenMonthSchema),
  amount: fenSchema,
})
export type Deduction = z.infer<typeof deductionSchema>

const savedSchema = z.object({ fileName: z.string(), rows: z.int() }).nullable()

/** Payroll deduction lists 代扣名单, in and out. */
export const payroll = {
  /** Newest months first, drafts before what is posted. */
  lists: procedure.input(pageSchema).output(
    pageOf(payrollOverviewSchema).extend({
      /** Over all lists: booked and not paid over by the employer. */
      held: fenSchema,
    }),
  ),
  /**
   * Reads a file of the finance office; nothing of the ledger changes. A file read before is known again. Where no sheet
   * has amounts, sheets are of different months, or it is wanted, it answers the sheets to choose from instead, and is
   * asked again with the choice. The months come from its title or name and can be set afterwards. Errors: the FILE_…
   * failures, MAPPING_FIELD_TWICE.
   */
  read: procedure
    .input(
      z.object({ file: z.file(), sheets: z.array(sheetReadingSchema).nullable(), choose: z.boolean().default(false) }),
    )
    .output(
      progressOf(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('read'), id: payrollListIdSchema, isKnown: z.boolean() }),
          z.object({
            kind: z.literal('choose'),
            reason: z.enum(['noAmounts', 'severalMonths', 'wanted']),
            sheets: z.array(rosterSheetSchema),
          }),
        ]),
      ),
    ),
  get: procedure.input(listInput).output(payrollViewSchema),
  persons: procedure
    .input(
      listInput.extend({
        show: payrollShownSchema,
        search: z.string().trim().max(60).default(''),
        ...pageSchema.shape,
      }),
    )
    .output(pageOf(payrollPersonSchema)),
  /** Says which months were deducted and when. Errors NOT_FOUND, PAYROLL_POSTED. */
  setMonths: procedure.input(listInput.extend({ ...spanSchema.shape, deductedOn: daySchema })).output(z.void()),
  /** Whom a line may be of, the likeliest first. */
  candidates: procedure.input(z.object({ lineId: payrollLineIdSchema })).output(z.array(payrollCandidateSchema)),
  /** Says whose lines these are, kept for this list; null takes it back. Errors NOT_FOUND, PAYROLL_POSTED. */
  choose: procedure
    .input(
      listInput.extend({ lineIds: z.array(payrollLineIdSchema).min(1).max(1000), memberId: memberIdSchema.nullable() }),
    )
    .output(z.void()),
  /** Types in an amount that cannot be read. Errors NOT_FOUND, PAYROLL_POSTED. */
  setAmount: procedure.input(z.object({ lineId: payrollLineIdSchema, amount: fenSchema })).output(z.void()),
  /** Says what becomes of people's lines; null takes it back. Who is posted already is passed over. */
  decide: procedure
    .input(personSelection.extend({ decision: payrollDecisionSchema.nullable() }))
    .output(z.object({ people: z.int() })),
  /**
   * Enters the deductions as one batch: a payment for everybody whose amount is right or was decided to be entered, and
   * who has none of this list yet. Errors: MONTH_CLOSED, PAYROLL_NOT_POSTABLE with the obstacle.
   */
  post: procedure.input(listInput).output(z.object({ batchId: batchIdSchema, people: z.int(), amount: fenSchema })),
  /** Throws a list away that is not posted. Errors NOT_FOUND, PAYROLL_POSTED. */
  discard: procedure.input(listInput).output(z.void()),

  /** Records money that the employer paid over. Errors NOT_FOUND, MONTH_CLOSED, REMITTANCE_TOO_LARGE. */
  remit: procedure
    .input(
      listInput.extend({
        amount: fenSchema.refine((fen) => fen > 0),
        receivedOn: daySchema,
        note: z.string().trim().max(200).nullable(),
      }),
    )
    .output(z.object({ batchId: batchIdSchema })),

  /** What to deduct for months: everybody charged for them who has not paid them, by department and staff number. */
  deductions: procedure
    .input(spanSchema.extend(pageSchema.shape))
    .output(pageOf(deductionSchema).extend({ amount: fenSchema, unionName: z.string() })),
  /** Saves it as a workbook; null when the dialog was cancelled. Errors NOTHING_TO_DEDUCT, EXPORT_NOT_WRITTEN. */
  saveDeductions: procedure.input(spanSchema.extend({ language: sheetLanguageSchema })).output(progressOf(savedSchema)),
  /** Saves what to tell the finance office of a list: who has left, who is missing, amounts that differ, unknown people. */
  saveNote: procedure.input(listInput.extend({ language: sheetLanguageSchema })).output(progressOf(savedSchema)),
}
