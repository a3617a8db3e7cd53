import { idTypeSchema } from '../../codes'
import type { RosterField, RosterIssueCode } from '../../model/roster'
import { partialDateSchema, type Day } from '../../model/date'
import { compareDates, datesAgree } from '../date'
import { cellText, columnLetter, type Cell } from './cell'
import type { DateContext } from './dates'
import type { GridRow } from './grid'
import { readIdNumber, type IdCellReading } from './id-cell'
import { severityOf, type RowIssue } from './issues'
import { tidyText } from './text'
import { readValue } from './values'

/** Normalised values by field; money in fen. */
export type RowFields = Partial<Record<RosterField, string | number>>

/** A member's row, read. */
export interface ReadRow {
  readonly sheet: string
  readonly row: number
  /** What the cells say. */
  readonly fields: RowFields
  /** What follows from a good ID number and the cells do not say, or say otherwise. */
  readonly derived: RowFields
  readonly issues: RowIssue[]
}

/** A column that is read, and what its values as a whole tell. */
export interface FieldColumn extends DateContext {
  readonly index: number
  readonly field: RosterField
  /** The heading speaks of citizen IDs. */
  readonly expectsCitizenId: boolean
}

/** Reads one member's row. No birth date lies after `today`. */
export function readRow(sheet: string, row: GridRow, columns: readonly FieldColumn[], today: Day): ReadRow {
  const fields: RowFields = {}
  const issues: RowIssue[] = []
  const columnOf = (field: RosterField) => columns.find((column) => column.field === field)
  const report = (column: FieldColumn | undefined, field: RosterField, code: RosterIssueCode) => {
    const cell = column === undefined ? undefined : row.cells[column.index]
    issues.push(issueAt(code, field, column === undefined ? null : `${columnLetter(column.index)}${row.row}`, cell))
  }
  for (const column of columns) {
    if (column.field === 'idNumber') continue
    const reading = readValue(column.field, row.cells[column.index], column)
    if (reading.value !== null) fields[column.field] = reading.value
    for (const code of reading.issues) report(column, column.field, code)
  }

  const birthDate = partialDateSchema.safeParse(fields.birthDate)
  if (birthDate.success && compareDates(birthDate.data, today) === 'after') {
    delete fields.birthDate
    report(columnOf('birthDate'), 'birthDate', 'date_future')
  }

  const idColumn = columns.find(({ field }) => field === 'idNumber')
  const type = idTypeSchema.safeParse(fields.idType)
  const id = readIdNumber(
    idColumn === undefined ? null : row.cells[idColumn.index],
    type.success ? type.data : null,
    idColumn?.expectsCitizenId ?? false,
  )
  if (id.number !== null) fields.idNumber = id.number
  for (const code of id.issues) report(idColumn, 'idNumber', code)

  const nameColumn = columnOf('name')
  if (fields.name === undefined && nameColumn !== undefined) report(nameColumn, 'name', 'name_missing')
  for (const { field, code } of contradictions(fields, id)) report(columnOf(field), field, code)
  return { sheet, row: row.row, fields, derived: derivedFrom(fields, id), issues }
}

function issueAt(code: RosterIssueCode, field: RosterField, cell: string | null, value: Cell | undefined): RowIssue {
  const raw = tidyText(cellText(value))
  return { code, severity: severityOf(code), field, cell, raw: raw === '' ? null : raw, withRow: null, withSheet: null }
}

/** Where the cells disagree with a good ID number: both are shown, neither is corrected. */
function* contradictions(
  fields: RowFields,
  { holder }: IdCellReading,
): Iterable<{ readonly field: RosterField; readonly code: RosterIssueCode }> {
  const birthDate = partialDateSchema.safeParse(fields.birthDate)
  if (birthDate.success) {
    if (holder !== null && !datesAgree(birthDate.data, holder.birthDate)) {
      yield { field: 'birthDate', code: 'id_birth_mismatch' }
    }
  }
  if (holder !== null && fields.gender !== undefined && fields.gender !== holder.gender) {
    yield { field: 'gender', code: 'id_gender_mismatch' }
  }
}

function derivedFrom(fields: RowFields, { holder, recognised }: IdCellReading): RowFields {
  const derived: RowFields = {}
  if (holder !== null && fields.birthDate !== holder.birthDate) derived.birthDate = holder.birthDate
  if (holder !== null && fields.gender !== holder.gender) derived.gender = holder.gender
  if (recognised !== null && fields.idType === undefined) derived.idType = recognised
  return derived
}
