import { z } from 'zod'
import { momentSchema } from './date'
import { batchIdSchema, memberIdSchema, rosterImportIdSchema } from './id'
import { memberFieldSchema } from './member'

/** What a column of a roster can hold: a field of the member, the membership change, or an amount of dues. */
export const rosterFieldSchema = z.enum([
  ...memberFieldSchema.options,
  'membershipChangeType', // 会籍变化类型
  'membershipChangeDate', // 会籍变化日期
  'membershipChangeReason', // 会籍变化原因
  'duesAmount', // 应缴会费
])
export type RosterField = z.infer<typeof rosterFieldSchema>

/** Faults of a row that keep it from being imported as it stands. */
export const rosterErrorCodeSchema = z.enum([
  'name_missing',
  'id_lost_precision', // typed as a number: the last digits are gone
  'id_checksum',
  'id_length',
  'id_duplicate_in_file',
  'id_date_invalid', // right check character, but a birth date that does not exist
])

/** Remarks on a row that let it in. */
export const rosterWarningCodeSchema = z.enum([
  'id_converted', // 15 digits made 18
  'id_birth_mismatch',
  'id_gender_mismatch',
  'id_type_mismatch', // the number is not what documents of the stated type have
  'id_region_unknown', // begins with no province
  'gender_ambiguous',
  'date_partial',
  'date_invalid',
  'date_future',
  'phone_invalid',
  'phone_shared',
  'value_unknown',
  'number_invalid',
  'formula_not_calculated',
  'text_too_long',
  'department_unknown', // none of those recorded: perhaps a typing error, perhaps a new one
])

/** What the reader did to a row that nobody needs to act on, but everybody may know. */
export const rosterInfoCodeSchema = z.enum([
  'name_spaces_removed', // 张　三 → 张三
  'name_mark_removed', // 李四* → 李四
])

export const rosterIssueCodeSchema = z.enum([
  ...rosterErrorCodeSchema.options,
  ...rosterWarningCodeSchema.options,
  ...rosterInfoCodeSchema.options,
])
export type RosterIssueCode = z.infer<typeof rosterIssueCodeSchema>

export const rosterIssueSchema = z.object({
  code: rosterIssueCodeSchema,
  severity: z.enum(['error', 'warning', 'info']),
  /** Null for whole rows. */
  field: rosterFieldSchema.nullable(),
  /** Address of the cell such as `H12`; null for whole rows. */
  cell: z.string().nullable(),
  /** Text of the cell as it stands in the file; masked where the field is masked. */
  raw: z.string().nullable(),
  /** Row in the same file that the issue refers to, e.g. the first one with the same ID number. */
  withRow: z.int().nullable(),
  /** Sheet of `withRow`; null together with it. */
  withSheet: z.string().nullable(),
})
export type RosterIssue = z.infer<typeof rosterIssueSchema>

export const skippedRowReasonSchema = z.enum([
  'banner',
  'blank',
  'total',
  'repeatedHeader',
  'sectionTitle',
  'note',
  'hidden',
])
export type SkippedRowReason = z.infer<typeof skippedRowReasonSchema>

/** How sure the field of a column is; a column without one is `sure` where its heading is known to be none. */
export const columnConfidenceSchema = z.enum(['sure', 'likely', 'unsure'])
export type ColumnConfidence = z.infer<typeof columnConfidenceSchema>

/** By what a column's field was told. */
export const columnReasonSchema = z.enum([
  'heading',
  'similarHeading', // a typing error away from a known heading, or holding one
  'neighbours', // the heading alone leaves it open, the columns beside it do not
  'values',
  'choice', // a person said so, now or for an earlier file of the same source
  'nothing', // neither heading nor values say anything: not read
])
export type ColumnReason = z.infer<typeof columnReasonSchema>

export const rosterColumnSchema = z.object({
  /** 0-based. */
  index: z.int().nonnegative(),
  /** Spreadsheet letter(s), e.g. `AB`. */
  letter: z.string(),
  /** As in the file; two header rows are joined by `/`. */
  heading: z.string(),
  field: rosterFieldSchema.nullable(),
  confidence: columnConfidenceSchema.default('unsure'),
  reason: columnReasonSchema.default('nothing'),
  hidden: z.boolean(),
  /** A few cells of the column, masked where they look like an ID or phone number. */
  samples: z.array(z.string()),
})
export type RosterColumn = z.infer<typeof rosterColumnSchema>

export const rosterSheetSchema = z.object({
  name: z.string(),
  /** Whether its rows are read; hidden and memberless sheets are not, unless the user asks. */
  use: z.boolean(),
  /** Why it is not read by default. */
  unusedReason: z
    .enum([
      'hidden',
      'noRoster', // a cover, statistics, anything without persons
      'duesList', // a payroll deduction list: its amounts are payments, not fields of members
      'activityList', // who takes part in something, or was given something
      'empty',
      'choice', // the user said so
    ])
    .nullable(),
  kind: z.enum(['roster', 'dues', 'unknown']),
  /** 1-based rows of the header: none, or up to three. */
  headerRows: z.array(z.int().positive()),
  /** Rows in the sheet at all. */
  rowCount: z.int().nonnegative(),
  hiddenRowCount: z.int().nonnegative(),
  /** Whether those are read. */
  hiddenRows: z.boolean().default(true),
  columns: z.array(rosterColumnSchema),
  /** The first rows as they stand, for choosing the header row; masked like `samples`. */
  head: z.array(z.object({ row: z.int().positive(), cells: z.array(z.string()) })),
  skippedRows: z.array(z.object({ row: z.int().positive(), reason: skippedRowReasonSchema, text: z.string() })),
})
export type RosterSheet = z.infer<typeof rosterSheetSchema>

/** A value of a column that could not be read for sure, asked about once for all its rows. */
export const valueQuestionSchema = z.object({
  field: rosterFieldSchema,
  /** The cell's text as it stands in the file. */
  raw: z.string(),
  code: rosterIssueCodeSchema,
  /** Rows that say so. */
  count: z.int().positive(),
  /** Likely values, the likeliest first; other values of the field are as good an answer. */
  suggestions: z.array(z.string()),
})
export type ValueQuestion = z.infer<typeof valueQuestionSchema>

/** What a person said of a value, for every row of this file and of later ones. */
export const valueAnswerSchema = z.object({
  field: rosterFieldSchema,
  /** As in the question. */
  raw: z.string(),
  /** A value of the field as a sheet would write it; null leaves the field empty. */
  value: z.string().nullable(),
})
export type ValueAnswer = z.infer<typeof valueAnswerSchema>

/** What committing would do with a row. */
export const rosterOutcomeSchema = z.enum([
  'new',
  'changed',
  'same',
  'possibleDuplicate', // a namesake who may be the same person
  'conflict', // what the row says of the person contradicts the record
  'error',
])
export type RosterOutcome = z.infer<typeof rosterOutcomeSchema>

/** Why a row is a conflict. */
export const rosterConflictSchema = z.enum([
  'otherName', // the member with this ID or staff number is recorded under another name
  'otherIdNumber', // the member with this staff or card number and name has another ID number
  'namesake', // a member of this name, and no number to tell whether it is the same person
  'severalMembers', // the row's numbers lead to different members
  'repeatedId', // a number typed in here is that of an earlier row of the file
  'membership', // the sheet's membership change does not follow from the member's standing
])
export type RosterConflict = z.infer<typeof rosterConflictSchema>

/** What a person decided about a possible duplicate or a conflict; undecided conflicts are left out. */
export const rosterDecisionSchema = z.enum(['update', 'addAsNew', 'leaveOut'])
export type RosterDecision = z.infer<typeof rosterDecisionSchema>

/** Which columns of an import are written, and which of them take a recorded value away where they are empty. */
export const rosterChoicesSchema = z.object({
  /** Fields whose column is not written. */
  withheld: z.array(rosterFieldSchema).default([]),
  /** Fields whose empty cells clear the record; without it a blank never overwrites anything. */
  clearing: z.array(memberFieldSchema.exclude(['name', 'idNumber', 'idType'])).default([]),
})
export type RosterChoices = z.infer<typeof rosterChoicesSchema>

/** Fields of one row that are written or not, whatever is chosen for their columns. */
export const rowChoicesSchema = z.partialRecord(rosterFieldSchema.exclude(['name']), z.boolean())
export type RowChoices = z.infer<typeof rowChoicesSchema>

/** Longest text that is typed for a cell. */
export const ROSTER_TEXT_MAX = 2000

/** What was typed in here for cells of a row, by field, as people write it. */
export const rowRepairsSchema = z.partialRecord(rosterFieldSchema, z.string().trim().max(ROSTER_TEXT_MAX))
export type RowRepairs = z.infer<typeof rowRepairsSchema>

export const rosterRowSchema = z.object({
  sheet: z.string(),
  /** 1-based row of the sheet. */
  row: z.int().positive(),
  name: z.string(),
  outcome: rosterOutcomeSchema,
  /** Null unless the outcome is `possibleDuplicate` or `conflict`. */
  conflict: rosterConflictSchema.nullable(),
  decision: rosterDecisionSchema.nullable(),
  /** The member it would change, or conflicts with. */
  memberId: memberIdSchema.nullable(),
  memberName: z.string().nullable(),
  /** What differs, field by field, `before` null for new members; masked where the field is masked. */
  changes: z.array(
    z.object({
      field: rosterFieldSchema,
      before: z.string().nullable(),
      after: z.string().nullable(),
      /** False where a person chose not to write it. */
      written: z.boolean(),
    }),
  ),
  /** What the row says and the record says too; masked likewise. */
  unchanged: z.array(z.object({ field: rosterFieldSchema, value: z.string() })),
  /** Fields typed in here instead of the file's cells. */
  typed: z.array(rosterFieldSchema),
  issues: z.array(rosterIssueSchema),
})
export type RosterRow = z.infer<typeof rosterRowSchema>

export const rosterCountsSchema = z.object({
  rows: z.int().nonnegative(),
  new: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  same: z.int().nonnegative(),
  possibleDuplicate: z.int().nonnegative(),
  conflict: z.int().nonnegative(),
  error: z.int().nonnegative(),
  /** Rows that a commit writes as things stand. */
  toWrite: z.int().nonnegative(),
  /** Rows that wait for a person: errors, and possible duplicates and conflicts without a decision. */
  waiting: z.int().nonnegative(),
  /** Rows that a person left out. */
  leftOut: z.int().nonnegative(),
  warnings: z.int().nonnegative(),
})

/** A row of a file. */
export const rosterPlaceSchema = z.object({
  sheet: z.string(),
  /** 1-based row of the sheet. */
  row: z.int().positive(),
})
export type RosterPlace = z.infer<typeof rosterPlaceSchema>

/** A roster import 导入: a file read into a staging place, looked at, changed, and at last committed or discarded. */
export const rosterImportSchema = z.object({
  id: rosterImportIdSchema,
  fileName: z.string(),
  sheets: z.array(rosterSheetSchema),
  counts: rosterCountsSchema,
  choices: rosterChoicesSchema,
  /** When the very same file was imported last, by an import that stands; null where it never was. */
  committedBefore: momentSchema.nullable(),
  /** The batch that wrote its good rows; what is left are the rows left out. Null before the commit. */
  batchId: batchIdSchema.nullable(),
})
export type RosterImport = z.infer<typeof rosterImportSchema>
