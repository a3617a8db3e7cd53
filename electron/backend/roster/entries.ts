import { z } from 'zod'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { RosterImportId } from '../../../shared/model/id'
import {
  rosterChoicesSchema,
  rosterFieldSchema,
  rosterIssueSchema,
  rosterSheetSchema,
  rowChoicesSchema,
  rowRepairsSchema,
  type RosterChoices,
  type RosterField,
  type RosterIssue,
  type RosterSheet,
  type RowChoices,
  type RowRepairs,
} from '../../../shared/model/roster'
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

/** What a person said of a staged row; null where nobody said anything. */
export function settingsOf({ choices, repairs }: Pick<StagedRow, 'choices' | 'repairs'>): RowSettings | null {
  if (choices === null && repairs === null) return null
  return {
    choices: choices === null ? {} : rowChoicesSchema.parse(JSON.parse(choices)),
    repairs: repairs === null ? {} : rowRepairsSchema.parse(JSON.parse(repairs)),
  }
}

/** How the rows of an import are understood by what a person chose for it so far. */
export function entryReader(db: BranchDatabase, id: RosterImportId): (row: StagedRow) => StagedEntry {
  const stored = rosterQueries(db).importById.get(id)
  const choices = choicesOf(stored ?? { choices: '{}' })
  const columns = new Map(
    stored === undefined
      ? []
      : sheetsOf(stored).map((sheet) => [sheet.name, new Set(sheet.columns.map(({ field }) => field))]),
  )
  const today = dayOf(new Date())
  return (staged) => {
    const settings = settingsOf(staged)
    const read = readStaged(staged)
    const row = settings === null ? read : repairRow(read, settings.repairs, today)
    return chosen(row, choices, settings?.choices ?? null, columns.get(row.sheet))
  }
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
