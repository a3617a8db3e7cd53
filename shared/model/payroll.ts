import { z } from 'zod'
import { daySchema, monthSchema } from './date'
import { duesDisputeIdSchema, memberIdSchema, payrollListIdSchema, remittanceIdSchema } from './id'
import { fenSchema } from './money'
import { rosterFieldSchema } from './roster'

/** A posted deduction list 代扣名单 of the finance office. */
export const payrollListSchema = z.object({
  id: payrollListIdSchema,
  title: z.string(),
  /** The months whose dues were deducted; both ends included. */
  from: monthSchema,
  until: monthSchema,
  /** The day of the deduction. */
  deductedOn: daySchema,
  /** What the ledger expected when it was posted. */
  expected: fenSchema,
  /** The sum of the list's lines, and the one it states itself. */
  deducted: fenSchema,
  stated: fenSchema.nullable(),
})
export type PayrollList = z.infer<typeof payrollListSchema>

/** Money of a list that the employer paid over to the union's account 到账; a wrong one is taken back by its opposite. */
export const remittanceSchema = z.object({
  id: remittanceIdSchema,
  payrollListId: payrollListIdSchema,
  amount: fenSchema,
  receivedOn: daySchema,
  reversesId: remittanceIdSchema.nullable(),
  note: z.string().nullable(),
})
export type Remittance = z.infer<typeof remittanceSchema>

/**
 * The five baskets of a deduction list. `missing` are members expected on it who do not stand there; all others are
 * lines of the list.
 */
export const payrollBasketSchema = z.enum(['matched', 'amountChanged', 'missing', 'unknown', 'left'])
export type PayrollBasket = z.infer<typeof payrollBasketSchema>

/** What becomes of a person's lines; null means post where amount and person are right, and wait elsewhere. */
export const payrollDecisionSchema = z.enum(['post', 'leaveOut'])
export type PayrollDecision = z.infer<typeof payrollDecisionSchema>

/** A part of the difference between two of a list's four numbers, with the people it comes from. */
export const payrollDifferenceSchema = z.object({
  kind: z.enum([
    'missing', // expected, but not on the list
    'less', // the list deducted less than is open
    'more', // or more
    'unknown', // nobody knows whose it is
    'left', // not a member any more
    'leftOut', // somebody said not to enter it
    'undecided', // waits for somebody to say
    'negative', // a sum below zero, which is never entered
    'toPost', // the next posting enters it
  ]),
  people: z.int(),
  amount: fenSchema,
})
export type PayrollDifference = z.infer<typeof payrollDifferenceSchema>

/** A sheet of a deduction list as it was read. */
export const payrollSheetSchema = z.object({
  name: z.string(),
  /** What stands above its headings. */
  title: z.string(),
  columns: z.array(z.object({ letter: z.string(), heading: z.string(), field: rosterFieldSchema })),
  lines: z.int(),
  /** Rows of totals and the like, which are not read. */
  skipped: z.int(),
})
export type PayrollSheet = z.infer<typeof payrollSheetSchema>

/** A month about which member and employer say different things 有争议: not reminded of while open. */
export const duesDisputeSchema = z.object({
  id: duesDisputeIdSchema,
  memberId: memberIdSchema,
  month: monthSchema,
  payrollListId: payrollListIdSchema.nullable(),
  reason: z.string().trim().min(1).max(200),
  openedOn: daySchema,
  closedOn: daySchema.nullable(),
  outcome: z.string().trim().max(200).nullable(),
})
export type DuesDispute = z.infer<typeof duesDisputeSchema>
