import { idTypeSchema } from '../../codes'
import type { RosterField, RosterIssueCode } from '../../model/roster'
import { partialDateSchema, type Day } from '../../model/date'
import { datesAgree } from '../date'
import { cellText, columnLetter, isEmptyCell, type Cell } from './cell'
import { splitText, type CombinedCell, type Splitter } from './combined'
import type { DateContext } from './dates'
import { readFlags, type FlagColumn } from './flags'
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
  /** How its cells are told apart where they hold two things. */
  readonly splitter: Splitter | null
  /** Yes-no columns that hold the field together, this one among them; empty where the cells say the value. */
  readonly flags: readonly FlagColumn[]
}

/** A reader of members' rows. No birth date lies after `today`. */
export function rowReader(sheet: string, columns: readonly FieldColumn[], today: Day): (row: GridRow) => ReadRow {
  const byField = new Map(columns.map((column) => [column.field, column]))
  const plainColumns = columns.filter(({ field }) => field !== 'idNumber')
  const idColumn = byField.get('idNumber')
  const nameColumn = byField.get('name')

  return (row) => {
    const fields: RowFields = {}
    const issues: RowIssue[] = []
    const report = (field: RosterField, code: RosterIssueCode) => {
      const index = byField.get(field)?.index
      const cell = index === undefined ? null : `${columnLetter(index)}${String(row.row)}`
      issues.push(issueAt(code, field, cell, index === undefined ? undefined : row.cells[index]))
    }
    const besides: NonNullable<CombinedCell['beside']>[] = []
    for (const column of plainColumns) {
      const cell = row.cells[column.index]
      if (isEmptyCell(cell) && column.flags.length === 0) continue
      const combined = typeof cell === 'string' ? splitText(column.splitter, cell) : null
      if (combined !== null && combined.beside !== null) besides.push(combined.beside)
      if (combined !== null && column.field === 'name') report('name', 'name_mark_removed')
      const reading =
        column.flags.length > 0 ? readFlags(column.flags, row) : readValue(column.field, combined?.own ?? cell, column)
      if (reading.value !== null) fields[column.field] = reading.value
      for (const code of reading.issues) report(column.field, code)
    }
    for (const { field, text } of besides) {
      const own = byField.get(field)
      if (own !== undefined && !isEmptyCell(row.cells[own.index])) continue
      const { value } = readValue(field, text, own ?? TEXT_CELL)
      if (value !== null) fields[field] = value
    }
    // Dates of any precision are in order as texts.
    const { birthDate } = fields
    if (typeof birthDate === 'string' && birthDate > today.slice(0, birthDate.length)) {
      delete fields.birthDate
      report('birthDate', 'date_future')
    }
    const type = fields.idType === undefined ? null : idTypeSchema.parse(fields.idType)
    const id = readIdNumber(
      idColumn === undefined ? null : row.cells[idColumn.index],
      type,
      idColumn?.expectsCitizenId ?? false,
    )
    if (id.number !== null) fields.idNumber = id.number
    for (const code of id.issues) report('idNumber', code)
    if (fields.name === undefined && nameColumn !== undefined) report('name', 'name_missing')
    for (const { field, code } of contradictions(fields, id)) report(field, code)
    return { sheet, row: row.row, fields, derived: derivedFrom(fields, id), issues }
  }
}

const dateOf = (value: string | number | undefined) => (value === undefined ? null : partialDateSchema.parse(value))

const TEXT_CELL: DateContext = { typed: true, trustsTenths: false }

function issueAt(code: RosterIssueCode, field: RosterField, cell: string | null, value: Cell | undefined): RowIssue {
  const raw = tidyText(cellText(value))
  return { code, severity: severityOf(code), field, cell, raw: raw === '' ? null : raw, withRow: null, withSheet: null }
}

/** Where the cells disagree with a good ID number: both are shown, neither is corrected. */
function* contradictions(
  fields: RowFields,
  { holder }: IdCellReading,
): Iterable<{ readonly field: RosterField; readonly code: RosterIssueCode }> {
  if (holder === null) return
  const birthDate = fields.birthDate === holder.birthDate ? null : dateOf(fields.birthDate)
  if (birthDate !== null && !datesAgree(birthDate, holder.birthDate)) {
    yield { field: 'birthDate', code: 'id_birth_mismatch' }
  }
  if (fields.gender !== undefined && fields.gender !== holder.gender) {
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
