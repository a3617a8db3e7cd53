import { z } from 'zod'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { RosterImportId } from '../../../shared/model/id'
import {
  rosterChoicesSchema,
  rosterFieldSchema,
  rosterIssueSchema,
  rosterSheetSchema,
  rowChoicesSchema,
  rowRepairsSchema,
  valueAnswerSchema,
  type RosterChoices,
  type RosterField,
  type RosterIssue,
  type RosterSheet,
  type RowChoices,
  type RowRepairs,
  type ValueAnswer,
} from '../../../shared/model/roster'
import { checkDepartments, type KnownDepartment } from '../../../shared/rules/roster/departments'
import { applyAnswers } from '../../../shared/rules/roster/questions'
import { dayOf } from '../../../shared/rules/date'
import type { RosterEntry } from '../../../shared/rules/roster/plan'
import { repairRow } from '../../../shared/rules/roster/repair'
import type { ReadRow, RowFields } from '../../../shared/rules/roster/row'

/** What a row comes to by the file and by what a person said of it. */
export interface StagedEntry extends RosterEntry {
  readonly issues: readonly RosterIssue[]
}

/** What a person said of one row. */
export interface RowSettings {
  readonly choices: RowChoices
  readonly repairs: RowRepairs
}

const rowFieldsSchema: z.ZodType<RowFields> = z.partialRecord(rosterFieldSchema, z.union([z.string(), z.number()]))
const fieldsSchema = z.object({ fields: rowFieldsSchema, derived: rowFieldsSchema })
const issuesSchema = z.array(rosterIssueSchema)
const answersSchema = z.array(valueAnswerSchema)
const aliasesSchema = z.array(z.string())
const sheetsSchema = z.array(rosterSheetSchema)

/** A staged row as the file has it. */
export function readStaged(row: StagedRow): ReadRow {
  const { fields, derived } = fieldsSchema.parse(JSON.parse(row.fields))
  return { sheet: row.sheet, row: row.row, fields, derived, issues: issuesSchema.parse(JSON.parse(row.issues)) }
}

export function sheetsOf(stored: { readonly sheets: string }): RosterSheet[] {
  return sheetsSchema.parse(JSON.parse(stored.sheets))
}

export function choicesOf(stored: { readonly choices: string }): RosterChoices {
  return rosterChoicesSchema.parse(JSON.parse(stored.choices))
}

export function answersOf(stored: { readonly answers: string }): ValueAnswer[] {
  return answersSchema.parse(JSON.parse(stored.answers))
}

/** What a person said of a staged row; null where nobody said anything. */
export function settingsOf({ choices, repairs }: Pick<StagedRow, 'choices' | 'repairs'>): RowSettings | null {
  if (choices === null && repairs === null) return null
  return {
    choices: choices === null ? {} : rowChoicesSchema.parse(JSON.parse(choices)),
    repairs: repairs === null ? {} : rowRepairsSchema.parse(JSON.parse(repairs)),
  }
}

/** How the rows of an import are understood by what a person said of it so far. */
export function entryReader(
  db: BranchDatabase,
  id: RosterImportId,
): (rows: readonly StagedRow[]) => readonly StagedEntry[] {
  const stored = rosterQueries(db).said.get(id)
  if (stored === undefined) throw failure('NOT_FOUND')
  const choices = choicesOf(stored)
  const answers = answersOf(stored)
  const departments = knownDepartments(db)
  const columns = new Map(
    sheetsOf(stored).map((sheet) => [sheet.name, new Set(sheet.columns.map(({ field }) => field))]),
  )
  return (rows) => {
    const settled = applyAnswers(checkDepartments(rows.map(readRepaired), departments), answers)
    return settled.map((row, index) => {
      const ofRow = rows[index] === undefined ? null : settingsOf(rows[index])
      return chosen(row, choices, ofRow?.choices ?? null, columns.get(row.sheet))
    })
  }
}

/** A staged row as the file has it, but for what was typed for its cells. */
export function readRepaired(staged: StagedRow): ReadRow {
  const settings = settingsOf(staged)
  const read = readStaged(staged)
  return settings === null ? read : repairRow(read, settings.repairs, dayOf(new Date()))
}

/** Departments of the record; none where nothing is recorded yet. */
export function knownDepartments(db: BranchDatabase): KnownDepartment[] {
  return rosterQueries(db)
    .knownDepartments.all()
    .map(({ name, aliases }) => ({ name, aliases: aliasesSchema.parse(JSON.parse(aliases)) }))
}

function chosen(
  row: ReadRow,
  { withheld, clearing }: RosterChoices,
  ofRow: RowChoices | null,
  columns: ReadonlySet<RosterField | null> | undefined,
): StagedEntry {
  if (withheld.length === 0 && clearing.length === 0 && ofRow === null) return row
  const isOff = (field: RosterField) =>
    field === 'name' ? false : ofRow?.[field] === undefined ? withheld.includes(field) : !ofRow[field]
  const isBlank = (field: RosterField) =>
    row.fields[field] === undefined && !row.issues.some((issue) => issue.field === field)
  return {
    ...row,
    withheld: new Set(rosterFieldSchema.options.filter(isOff)),
    cleared: clearing.filter((field) => columns?.has(field) === true && isBlank(field) && !isOff(field)),
  }
}
