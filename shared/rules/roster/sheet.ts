import type { SheetReading } from '../../contract/roster'
import type { RosterField, RosterSheet } from '../../model/roster'
import type { Day } from '../../model/date'
import { cellText, columnLetter, isEmptyCell, type Cell, type RawSheet } from './cell'
import { withRemembered, type RememberedMapping } from './fingerprint'
import { assignFields, type ColumnMeaning, type ColumnSamples } from './columns'
import { splitterOf } from './combined'
import { showsTenths } from './dates'
import { flagOf, type FlagColumn } from './flags'
import { settleGenderDigits } from './gender-digits'
import { filledCells, gridOf, type Grid, type GridRow } from './grid'
import { findHeader, headerOf, headingText, type Header } from './header'
import { bareWords, readHeading } from './headings'
import { maskCellText, maskNumbersIn } from './mask-text'
import { rowReader, type FieldColumn, type ReadRow } from './row'
import { skipReason, type TableLayout } from './rows'
import { isActivityList, kindOf, reasonNotToUse, withDuesOfTitle } from './sheet-kind'
import { tidyText } from './text'
import { headerByValues } from './unheaded'
import { fieldKind } from './values'

/** Rows looked at to tell what a column holds. */
const SAMPLE_ROWS = 200
/** Values of a column shown to people. */
const SHOWN_SAMPLES = 3
/** Rows shown to choose the header from. */
const HEAD_ROWS = 12
const SHOWN_LENGTH = 200
/** Empty rows listed one by one between two rows; what follows a gap is listed all the same. */
const LISTED_BLANKS = 100

export interface UnderstoodSheet {
  readonly sheet: RosterSheet
  /** Members' rows, good and bad; none where the sheet is not used. */
  readonly rows: ReadRow[]
}

/**
 * Understands a sheet by itself, or reads it as the user says.
 * @param reading the user's choice; null for a first look
 * @param remembered what headings of earlier files were confirmed to mean
 */
export function understandSheet(
  raw: RawSheet,
  reading: SheetReading | null,
  today: Day,
  remembered: readonly RememberedMapping[] = [],
): UnderstoodSheet {
  const grid = gridOf(raw)
  const found =
    reading === null ? (findHeader(grid) ?? headerByValues(grid, sampler)) : headerOf(grid, reading.headerRows)
  const header = found ?? headerOf(grid, [])
  const title = titleOf(raw, header)
  const firstDataRow = (header.rows.at(-1) ?? 0) + 1
  const body = grid.rows.filter(({ row }) => row >= firstDataRow)
  const samples = sampler(body)
  const chosen = reading?.fields ?? null
  const meanings =
    chosen !== null
      ? chosenMeanings(grid.width, chosen)
      : found === null
        ? header.headings.map((): ColumnMeaning => ({ field: null, confidence: 'unsure', reason: 'nothing' }))
        : meaningsOf(header, samples, remembered, title)
  const fields = meanings.map(({ field }) => field)
  const kind = namesNobody(fields, samples) || namesAreHeadings(fields, samples) ? 'unknown' : kindOf(fields, title)
  const unusedReason = reasonNotToUse(raw, kind, reading, isActivityList(fields, header.headings, title))
  const columns = meanings.map(({ field, confidence, reason }, index) => ({
    index,
    letter: columnLetter(index),
    heading: headingText(header.headings[index] ?? []),
    field,
    confidence,
    reason,
    hidden: raw.hiddenColumns.includes(index),
    samples: samples(index)
      .slice(0, SHOWN_SAMPLES)
      .map((cell) => maskCellText(field, tidyText(cellText(cell))).slice(0, SHOWN_LENGTH)),
  }))
  const described = {
    name: raw.name,
    use: unusedReason === null,
    unusedReason,
    kind,
    headerRows: [...header.rows],
    rowCount: grid.rows.at(-1)?.row ?? 0,
    hiddenRowCount: grid.rows.filter(({ hidden }) => hidden).length,
    hiddenRows: reading?.hiddenRows ?? true,
    columns: columns.filter(({ heading, samples: shown }) => heading !== '' || shown.length > 0),
    head: headOf(grid, fields, firstDataRow),
  }
  if (unusedReason !== null) return { sheet: { ...described, skippedRows: [] }, rows: [] }
  const { dataRows, skippedRows } = sortRows(grid, header, fields, body, described.hiddenRows)
  return { sheet: { ...described, skippedRows }, rows: readRows(raw, header, fields, dataRows, today) }
}

function sampler(body: readonly GridRow[]): ColumnSamples {
  const rows = body.slice(0, SAMPLE_ROWS)
  const known = new Map<number, readonly Cell[]>()
  return (column) => {
    const cells =
      known.get(column) ??
      rows.flatMap(({ own }) => {
        const cell = own[column]
        return cell === undefined || isEmptyCell(cell) ? [] : [cell]
      })
    known.set(column, cells)
    return cells
  }
}

function chosenMeanings(width: number, fields: Readonly<Record<string, RosterField>>): ColumnMeaning[] {
  return Array.from({ length: width }, (_, column) => ({
    field: fields[String(column)] ?? null,
    confidence: 'sure',
    reason: 'choice',
  }))
}

function meaningsOf(
  { headings }: Header,
  samples: ColumnSamples,
  remembered: readonly RememberedMapping[],
  title: string,
): readonly ColumnMeaning[] {
  const columns = headings.map((parts) => ({ heading: headingText(parts) }))
  const proposed = withDuesOfTitle(assignFields(headings, samples), headings, title)
  return withRemembered(columns, proposed, remembered)
}

/** What a sheet calls itself: its name and the rows above its header. */
function titleOf({ name, rows }: RawSheet, header: Header): string {
  const above = rows.filter(({ row }) => row < (header.rows[0] ?? 1))
  return [name, ...above.flatMap(({ cells }) => cells.map(cellText))].join(' ')
}

/** A list of codes may have a heading 姓名 over nothing; a template without any row is a roster to come. */
function namesNobody(fields: readonly (RosterField | null)[], samples: ColumnSamples): boolean {
  const has = (field: RosterField) => samples(fields.indexOf(field)).length > 0
  return !has('name') && !has('idNumber') && !has('phone') && fields.some((field) => field !== null && has(field))
}

/** A sheet that explains the columns of another one has headings where a roster has names. */
function namesAreHeadings(fields: readonly (RosterField | null)[], samples: ColumnSamples): boolean {
  const names = samples(fields.indexOf('name'))
  const headings = names.filter((name) => readHeading([cellText(name)]).kind !== 'unknown')
  return headings.length > 0 && headings.length * 2 >= names.length
}

function headOf(grid: Grid, fields: readonly (RosterField | null)[], firstDataRow: number): RosterSheet['head'] {
  const last = Math.max(HEAD_ROWS, firstDataRow + 4)
  return grid.rows
    .filter(({ row }) => row <= last)
    .map(({ row, own }) => ({
      row,
      cells: Array.from(own, (cell, column) => {
        const text = tidyText(cellText(cell)).slice(0, SHOWN_LENGTH)
        return row >= firstDataRow ? maskCellText(fields[column] ?? null, text) : maskNumbersIn(text)
      }),
    }))
}

function layoutOf(grid: Grid, header: Header, fields: readonly (RosterField | null)[]): TableLayout {
  const columnOf = (field: RosterField) => {
    const column = fields.indexOf(field)
    return column < 0 ? null : column
  }
  return {
    headingWords: header.headings.map((parts) => new Set(parts.map(bareWords))),
    fieldColumns: new Set(fields.flatMap((field, column) => (field === null ? [] : [column]))),
    nameColumn: columnOf('name'),
    idColumn: columnOf('idNumber'),
    wideMerges: new Map(grid.merges.flatMap((merge) => (merge.right > merge.left ? [[merge.top, merge]] : []))),
    firstDataRow: (header.rows.at(-1) ?? 0) + 1,
  }
}

/** Parts the rows into members' and others; every row that is not read is listed with its reason. */
function sortRows(
  grid: Grid,
  header: Header,
  fields: readonly (RosterField | null)[],
  body: readonly GridRow[],
  hiddenRows: boolean,
): { readonly dataRows: readonly GridRow[]; readonly skippedRows: RosterSheet['skippedRows'] } {
  const layout = layoutOf(grid, header, fields)
  const dataRows: GridRow[] = []
  const skippedRows: RosterSheet['skippedRows'] = []
  for (let row = grid.rows[0]?.row ?? 1; row < (header.rows[0] ?? 1); row++) {
    skippedRows.push({ row, reason: 'banner', text: shownText(grid.row(row)) })
  }
  // Empty rows count only where something follows them.
  let blanks: number[] = []
  let previous = layout.firstDataRow - 1
  for (const row of body) {
    for (let gap = previous + 1; gap < row.row && blanks.length < LISTED_BLANKS; gap++) blanks.push(gap)
    previous = row.row
    const reason = skipReason(row, layout)
    if (reason === 'blank' && filledCells(row).length === 0) {
      blanks.push(row.row)
      continue
    }
    skippedRows.push(...blanks.map((blank) => ({ row: blank, reason: 'blank' as const, text: '' })))
    blanks = []
    if (row.hidden && !hiddenRows) skippedRows.push({ row: row.row, reason: 'hidden', text: shownText(row) })
    else if (reason === null) dataRows.push(row)
    else skippedRows.push({ row: row.row, reason, text: shownText(row) })
  }
  // A title without rows below it is none: a date, a page number, a line of a note.
  const last = dataRows.at(-1)?.row ?? 0
  for (const skipped of skippedRows) {
    if (skipped.reason === 'sectionTitle' && skipped.row > last) skipped.reason = 'note'
  }
  return { dataRows, skippedRows }
}

function shownText(row: GridRow | undefined): string {
  const text =
    row === undefined
      ? ''
      : filledCells(row)
          .map((cell) => cell.text)
          .join(' ')
  return maskNumbersIn(text.slice(0, SHOWN_LENGTH))
}

function readRows(
  raw: RawSheet,
  header: Header,
  fields: readonly (RosterField | null)[],
  dataRows: readonly GridRow[],
  today: Day,
): ReadRow[] {
  const columns = fields.flatMap((field, index): FieldColumn[] => {
    if (field === null) return []
    const trustsTenths =
      !raw.typed && fieldKind(field) === 'date' && dataRows.some(({ cells }) => showsTenths(cellText(cells[index])))
    const heading = headingText(header.headings[index] ?? [])
    const expectsCitizenId = /身[份分][证證]|公民|身份号/.test(heading)
    const flags = field === 'politicalStatus' && flagOf(heading) !== null ? flagColumns(header) : []
    return [
      { index, field, typed: raw.typed, trustsTenths, expectsCitizenId, splitter: splitterOf(field, heading), flags },
    ]
  })
  const read = rowReader(raw.name, columns, today)
  const pairs = dataRows.map((row) => [row, read(row)] as const)
  const gender = columns.find(({ field }) => field === 'gender')
  if (gender !== undefined) settleGenderDigits(pairs, gender)
  return pairs.map(([, row]) => row)
}

/** The yes-no columns of a header, 中共党员 and 共青团员, that tell the political status together. */
function flagColumns({ headings }: Header): FlagColumn[] {
  return headings.flatMap((parts, index) => {
    const value = flagOf(headingText(parts))
    return value === null ? [] : [{ index, value }]
  })
}
