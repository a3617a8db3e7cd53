import { z } from 'zod'
import { momentSchema } from '../model/date'
import { batchIdSchema, rosterImportIdSchema } from '../model/id'
import { memberFieldSchema } from '../model/member'
import { pageOf, pageSchema } from '../model/page'
import {
  rosterChoicesSchema,
  rosterColumnSchema,
  rosterDecisionSchema,
  rosterFieldSchema,
  rosterImportSchema,
  rosterOutcomeSchema,
  rosterPlaceSchema,
  rosterRowSchema,
  rowChoicesSchema,
  rowRepairsSchema,
  valueAnswerSchema,
  valueQuestionSchema,
} from '../model/roster'
import { procedure } from './errors'
import { memberFilterSchema, memberSortSchema } from './members'
import { progressOf } from './progress'

/** Largest roster file accepted, in bytes. */
export const ROSTER_FILE_MAX_BYTES = 100 * 1024 * 1024

/** How the user wants a sheet read. */
export const sheetReadingSchema = z.object({
  name: z.string(),
  use: z.boolean(),
  headerRows: z.array(z.int().positive()).max(3),
  /** Whether rows that the file hides are read; they often hold live members. */
  hiddenRows: z.boolean().default(true),
  /** The field of each column by its index, a column not listed is not read; null tells the columns anew. */
  fields: z.record(z.string().regex(/^\d+$/), rosterFieldSchema).nullable(),
})
export type SheetReading = z.infer<typeof sheetReadingSchema>

/** Language of the words in a sheet that the program writes. */
export const sheetLanguageSchema = z.enum(['zh-CN', 'zh-TW', 'en'])

/** A value asked about, with rows that say so and the answer it has. */
export const rosterQuestionSchema = valueQuestionSchema.extend({
  rows: z.array(rosterPlaceSchema.extend({ name: z.string() })),
  /** Null while nobody answered; then the field stays empty. */
  answer: z
    .object({
      value: z.string().nullable(),
      /** Taken from an earlier file. */
      remembered: z.boolean(),
    })
    .nullable(),
})
export type RosterQuestion = z.infer<typeof rosterQuestionSchema>

/** What came of a workbook of rows that an import left out. */
export const returnedCountsSchema = z.object({
  repaired: z.int().nonnegative(),
  /** Rows that say what they said before. */
  unchanged: z.int().nonnegative(),
  /** Rows that wait no more: written, or discarded. */
  gone: z.int().nonnegative(),
})
export type ReturnedCounts = z.infer<typeof returnedCountsSchema>

/** An import just read; `returned` where the file was a workbook of rows left out, and the import is theirs. */
export const readImportSchema = rosterImportSchema.extend({ returned: returnedCountsSchema.nullable() })
export type ReadImport = z.infer<typeof readImportSchema>

const importIdSchema = z.object({ id: rosterImportIdSchema })

/** Whether ID and phone numbers are written in full: only with a reason, written to the access log. */
export const clearSchema = z.discriminatedUnion('clear', [
  z.object({ clear: z.literal(false) }),
  z.object({ clear: z.literal(true), reason: z.string().trim().min(1).max(200) }),
])
export type Clear = z.infer<typeof clearSchema>

/** What an exported roster holds. */
export const rosterExportSchema = z.object({
  filter: memberFilterSchema,
  sort: memberSortSchema,
  /** Columns in their order; `status` 会籍状态 is not a field but can be a column. */
  columns: z.array(z.enum([...memberFieldSchema.options, 'status'])).min(1),
  /** Puts members under a row with the name and size of their group; null keeps them in the order of the sort. */
  group: z.enum(['department', 'unionGroup']).nullable().default(null),
  clear: clearSchema,
  /** Column headings are written in this language. */
  language: sheetLanguageSchema,
})
export type RosterExport = z.infer<typeof rosterExportSchema>

/** An import that wrote something, over all its commits. */
export const pastImportSchema = z.object({
  id: rosterImportIdSchema,
  fileName: z.string(),
  /** When it was committed last. */
  at: momentSchema,
  /** `local` for the person at this PC. */
  actor: z.string(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  same: z.int().nonnegative(),
  /** Rows that the last commit left out. */
  leftOut: z.int().nonnegative(),
  /** Rows that still wait to be settled. */
  rows: z.int().nonnegative(),
  /** When the last of its commits was undone; null while one stands. */
  undoneAt: momentSchema.nullable(),
})
export type PastImport = z.infer<typeof pastImportSchema>

/** What an import was, long after: how its file was read, what a person said, what each commit did. */
export const importRecordSchema = pastImportSchema.extend({
  /** The sheets that were read. */
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(rosterColumnSchema.pick({ letter: true, heading: true, field: true })),
    }),
  ),
  /** What a person said of values, masked where the field is masked. */
  answers: z.array(valueAnswerSchema),
  choices: rosterChoicesSchema,
  /** In their order. */
  commits: z.array(
    z.object({
      batchId: batchIdSchema,
      added: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      same: z.int().nonnegative(),
      leftOut: z.int().nonnegative(),
      at: momentSchema,
      undoneAt: momentSchema.nullable(),
    }),
  ),
})
export type ImportRecord = z.infer<typeof importRecordSchema>

/** Rosters 花名册 in and out. */
export const roster = {
  /**
   * Reads a file into a staging place; nothing of the record changes. A workbook of rows that an import left out repairs
   * those rows of that import. Aborting leaves nothing behind.
   */
  read: procedure.input(z.object({ file: z.file() })).output(progressOf(readImportSchema)),
  /** The imports begun and not finished yet, newest first. */
  unfinished: procedure.output(
    z.array(
      z.object({
        id: rosterImportIdSchema,
        fileName: z.string(),
        /** Rows still in the staging place. */
        rows: z.int(),
        startedAt: momentSchema,
        /** Its good rows are in the record already; these are the rows left out. */
        committed: z.boolean(),
      }),
    ),
  ),
  /** The imports that wrote something, the last one first. */
  imports: procedure.input(pageSchema).output(pageOf(pastImportSchema)),
  importRecord: procedure.input(importIdSchema).output(importRecordSchema),
  get: procedure.input(importIdSchema).output(rosterImportSchema),
  /** Reads the staged file again with other header rows or columns. */
  reread: procedure
    .input(importIdSchema.extend({ sheets: z.array(sheetReadingSchema) }))
    .output(progressOf(readImportSchema)),
  rows: procedure
    .input(
      z.object({
        ...importIdSchema.shape,
        ...pageSchema.shape,
        /** Null shows every row. */
        outcome: rosterOutcomeSchema.nullable(),
        withIssuesOnly: z.boolean(),
      }),
    )
    .output(pageOf(rosterRowSchema)),
  decide: procedure
    .input(
      importIdSchema.extend({
        rows: z.array(rosterPlaceSchema).min(1),
        /** Null takes a decision back. */
        decision: rosterDecisionSchema.nullable(),
      }),
    )
    .output(rosterImportSchema),
  /** What cannot be read for sure, each distinct value of a column once. */
  questions: procedure.input(importIdSchema).output(z.array(rosterQuestionSchema)),
  /** Says what values mean, for every row of the import and for later files. */
  answer: procedure
    .input(importIdSchema.extend({ answers: z.array(valueAnswerSchema).min(1) }))
    .output(rosterImportSchema),
  /** A row as it stands now. */
  row: procedure.input(importIdSchema.extend(rosterPlaceSchema.shape)).output(rosterRowSchema),
  /** Keeps which columns are written, and which take recorded values away where they are empty. */
  choose: procedure.input(importIdSchema.extend({ choices: rosterChoicesSchema })).output(rosterImportSchema),
  /** Keeps which cells of a row are written, whatever holds for their columns. */
  chooseCells: procedure
    .input(importIdSchema.extend({ ...rosterPlaceSchema.shape, choices: rowChoicesSchema }))
    .output(rosterImportSchema),
  /**
   * What can be typed anew in a row: its faulty cells as they stand in the file, with what may have been meant. In
   * clear, written to the access log.
   */
  faults: procedure
    .input(importIdSchema.extend(rosterPlaceSchema.shape))
    .output(z.array(z.object({ field: rosterFieldSchema, text: z.string(), suggestions: z.array(z.string()) }))),
  /** Takes what was typed for cells of a row in place of the file's texts; an empty object takes all of it back. */
  repair: procedure
    .input(importIdSchema.extend({ ...rosterPlaceSchema.shape, repairs: rowRepairsSchema }))
    .output(rosterImportSchema),
  /**
   * Writes all good rows as one batch: whole, or not at all when aborted or interrupted. Rows left out (errors and
   * conflicts without a decision) stay in the staging place until they are settled or discarded.
   */
  commit: procedure.input(importIdSchema).output(
    progressOf(
      z.object({
        batchId: batchIdSchema,
        added: z.int().nonnegative(),
        changed: z.int().nonnegative(),
        same: z.int().nonnegative(),
        leftOut: z.int().nonnegative(),
      }),
    ),
  ),
  discard: procedure.input(importIdSchema).output(z.void()),
  /**
   * Saves the rows left out (errors, undecided conflicts, left out by choice) as a workbook with the columns of the file,
   * the reasons and hidden keys; importing it again repairs those rows. Null when the dialog was cancelled. In clear,
   * written to the access log.
   */
  saveErrors: procedure
    .input(importIdSchema.extend({ language: sheetLanguageSchema.default('zh-CN') }))
    .output(z.object({ fileName: z.string() }).nullable()),
  /** Writes the members of a filter to a workbook; null when the dialog was cancelled. */
  export: procedure
    .input(rosterExportSchema)
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
