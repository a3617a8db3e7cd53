import { z } from 'zod'
import { memberIdSchema } from './id'

/** What a receiver would find wrong or doubtful in a cell. */
export const reportIssueCodeSchema = z.enum([
  'missing',
  'notInList', // the receiver's dictionary has no such value
  'leftBlank', // the receiver has no such value and gets an empty cell
  'dateIncomplete',
  'tooLong',
  'idInvalid',
  'idOtherKind', // no mainland ID; many receivers take nothing else
  'idTwice',
  'notMobile',
  'creditCodeInvalid',
  'notUnionCode',
])
export type ReportIssueCode = z.infer<typeof reportIssueCodeSchema>

export const reportIssueSchema = z.object({
  code: reportIssueCodeSchema,
  severity: z.enum(['error', 'warning']),
  /** 0-based column of the profile. */
  column: z.int().nonnegative(),
  /** The receiver's own word for it. */
  heading: z.string(),
  /** What we have; masked where the field is masked. */
  value: z.string().nullable(),
})
export type ReportIssue = z.infer<typeof reportIssueSchema>

/** Somebody of a report of whom its receiver would say something; the union itself has no member. */
export const reportedProblemSchema = z.object({
  memberId: memberIdSchema.nullable(),
  name: z.string(),
  department: z.string().nullable(),
  issues: z.array(reportIssueSchema).min(1),
})
export type ReportedProblem = z.infer<typeof reportedProblemSchema>

/** How a report would fare with its receiver. */
export const reportCheckSchema = z.object({
  /** Rows at all. */
  rows: z.int().nonnegative(),
  withErrors: z.int().nonnegative(),
  withWarnings: z.int().nonnegative(),
  /** Those with errors first; cut off after many, the counts are not. */
  problems: z.array(reportedProblemSchema),
})
export type ReportCheck = z.infer<typeof reportCheckSchema>
