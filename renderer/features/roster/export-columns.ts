import { z } from 'zod'
import { rosterExportSchema, type RosterExport } from '../../../shared/contract/roster'
import { memberFieldDeclarations, memberFieldSchema } from '../../../shared/model/member'

export type ExportColumn = RosterExport['columns'][number]
export type Group = NonNullable<RosterExport['group']>

const declared = Object.keys(memberFieldDeclarations).map((field) => memberFieldSchema.parse(field))

/** Every column a roster can have, in the order of the screen. */
export const allColumns: readonly ExportColumn[] = [...declared, 'status']

/**
 * The columns of the real-name member sheet 会员实名制采集表 that are fields of the member, in the order of the sheet;
 * its membership change is no field.
 */
export const sheetColumns: readonly ExportColumn[] = [
  'name',
  'gender',
  'birthDate',
  'ethnicity',
  'employmentStatus',
  'idType',
  'idNumber',
  'education',
  'skillLevel',
  'phone',
  'householdType',
  'householdPlace',
  'politicalStatus',
  'employer',
  'nativePlace',
  'isMigrantWorker',
]

/** The same columns with one given up, or taken in at the end. */
export function toggled(columns: readonly ExportColumn[], column: ExportColumn): readonly ExportColumn[] {
  return columns.includes(column) ? columns.filter((other) => other !== column) : [...columns, column]
}

/** The same columns with one a place further to the front (-1) or to the back (1); at an end it stays. */
export function moved(columns: readonly ExportColumn[], column: ExportColumn, by: -1 | 1): readonly ExportColumn[] {
  const from = columns.indexOf(column)
  const other = columns[from + by]
  if (from < 0 || other === undefined) return columns
  return columns.toSpliced(Math.min(from, from + by), 2, ...(by === -1 ? [column, other] : [other, column]))
}

const STORED = 'roster-export'

/** What was exported last on this PC, to be offered again. */
const storedSchema = z.object({
  columns: z.array(rosterExportSchema.shape.columns.element).min(1).readonly(),
  group: rosterExportSchema.shape.group,
})

/** The columns and groups of the last export; those of the member sheet where there was none. */
export function storedExport(): z.infer<typeof storedSchema> {
  try {
    return storedSchema.parse(JSON.parse(localStorage.getItem(STORED) ?? ''))
  } catch {
    return { columns: sheetColumns, group: null }
  }
}

export function storeExport(chosen: z.infer<typeof storedSchema>): void {
  localStorage.setItem(STORED, JSON.stringify(chosen))
}
