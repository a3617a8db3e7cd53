import type { SheetReading } from '../../contract/roster'
import type { Day } from '../../model/date'
import type { RosterField, RosterIssueCode, RosterSheet } from '../../model/roster'
import type { RawSheet } from './cell'
import type { RememberedMapping } from './fingerprint'
import { severityOf } from './issues'
import type { ReadRow } from './row'
import { looksPersonal } from './shapes'
import { understandSheet } from './sheet'

export interface UnderstoodWorkbook {
  readonly sheets: readonly RosterSheet[]
  /** Members' rows of all used sheets, in the order of the file. */
  readonly rows: readonly ReadRow[]
}

/**
 * Understands a workbook: which sheets are rosters, what their columns hold, who stands in them and what is doubtful.
 * @param readings how the user wants sheets read; null, or a sheet not named in it, is understood afresh
 * @param today for dates that lie in the future
 * @param remembered what headings of earlier files were confirmed to mean
 */
export function understandWorkbook(
  sheets: readonly RawSheet[],
  readings: readonly SheetReading[] | null,
  today: Day,
  remembered: readonly RememberedMapping[] = [],
): UnderstoodWorkbook {
  const understood = sheets.map((raw) =>
    understandSheet(raw, readings?.find(({ name }) => name === raw.name) ?? null, today, remembered),
  )
  const addressOf = addresses(understood.map(({ sheet }) => sheet))
  const persons = understood.filter(({ sheet }) => sheet.kind !== 'dues').flatMap(({ rows }) => rows)
  markRepeatedIds(persons, addressOf)
  markSharedPhones(persons, addressOf)
  return { sheets: understood.map(({ sheet }) => sheet), rows: understood.flatMap(({ rows }) => rows) }
}

/** Whether a workbook is worth showing to choose columns by hand: some sheet is a list of persons, or may be one. */
export function mayHoldPersons(sheets: readonly RawSheet[], understood: UnderstoodWorkbook): boolean {
  if (understood.sheets.some(({ kind }) => kind !== 'unknown')) return true
  return sheets.some(({ rows }) => {
    const start = rows.slice(0, 200)
    const width = Math.max(0, ...start.map(({ cells }) => cells.length))
    return Array.from({ length: width }, (_, column) => column).some((column) =>
      looksPersonal(start.slice(3).flatMap(({ cells }) => cells[column] ?? [])),
    )
  })
}

type AddressOf = (row: ReadRow, field: RosterField) => string | null

function addresses(sheets: readonly RosterSheet[]): AddressOf {
  const letters = new Map(
    sheets.flatMap(({ name, columns }) => columns.map(({ field, letter }) => [`${name}\n${field ?? ''}`, letter])),
  )
  return (row, field) => {
    const letter = letters.get(`${row.sheet}\n${field}`)
    return letter === undefined ? null : `${letter}${row.row}`
  }
}

function mark(
  row: ReadRow,
  code: RosterIssueCode,
  field: RosterField,
  addressOf: AddressOf,
  first: ReadRow | null,
): void {
  row.issues.push({
    code,
    severity: severityOf(code),
    field,
    cell: addressOf(row, field),
    raw: String(row.fields[field] ?? ''),
    withRow: first?.row ?? null,
    withSheet: first?.sheet ?? null,
  })
}

/** The later rows of a repeated ID number wait for a decision; the first one is imported. */
function markRepeatedIds(rows: readonly ReadRow[], addressOf: AddressOf): void {
  const firsts = new Map<string | number, ReadRow>()
  for (const row of rows) {
    const { idNumber } = row.fields
    if (idNumber === undefined) continue
    const first = firsts.get(idNumber)
    if (first === undefined) firsts.set(idNumber, row)
    else mark(row, 'id_duplicate_in_file', 'idNumber', addressOf, first)
  }
}

/** A phone of several persons (a family, an office) is told on each of them. */
function markSharedPhones(rows: readonly ReadRow[], addressOf: AddressOf): void {
  const byPhone = new Map<string | number, ReadRow[]>()
  for (const row of rows) {
    const { phone } = row.fields
    if (phone === undefined) continue
    const known = byPhone.get(phone)
    if (known === undefined) byPhone.set(phone, [row])
    else known.push(row)
  }
  for (const sharing of byPhone.values()) {
    if (sharing.length < 2 || areOnePerson(sharing)) continue
    for (const row of sharing)
      mark(row, 'phone_shared', 'phone', addressOf, sharing.find((other) => other !== row) ?? null)
  }
}

/** Whether rows may be about one person: by the one ID number they have, or by the name where one has none. */
function areOnePerson(rows: readonly ReadRow[]): boolean {
  const idNumbers = new Set(rows.map(({ fields }) => fields.idNumber))
  if (!idNumbers.delete(undefined)) return idNumbers.size === 1
  return idNumbers.size <= 1 && new Set(rows.map(({ fields }) => fields.name)).size === 1
}
