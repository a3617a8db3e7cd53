import type ExcelJS from 'exceljs'
import { setImmediate } from 'node:timers/promises'
import type { Fen } from '../../shared/model/money'
import type { Progress } from './roster/progress'
import { streamingWorkbook } from './streaming-workbook'
import { writeWhole } from './whole-file'

/** What a cell of a ledger's row holds: an amount in fen where the column is of money, a `Day` where it is of days. */
export type LedgerValue = string | number | null

/** A cell that Excel reckons itself; `result` is what stands there until it does, in fen where the column is of money. */
export interface LedgerFormula {
  /**
   * E.g. `SUM(C5:N5)`; `cell(column)` is the address of a cell of the same row, columns counted from 0, `cell(column, 2)`
   * of one two rows above.
   */
  readonly formula: (cell: (column: number, above?: number) => string) => string
  readonly result: number
}

export interface LedgerColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  /** `figure` for numbers of different kinds below each other, shown as they are. */
  readonly kind: 'text' | 'day' | 'money' | 'count' | 'figure'
  /** Whether subtotals and the total sum it up. */
  readonly isSummed?: boolean
}

export interface LedgerGroup {
  /** Stands before the group's subtotal; null where there is only one group and the total says it all. */
  readonly title: string | null
  readonly rows: Iterable<readonly (LedgerValue | LedgerFormula)[]>
}

/** A sheet of a ledger as offices know them: title, what it is of, columns, groups with subtotals, total, signatures. */
export interface LedgerSheet {
  readonly name: string
  readonly title: string
  /** Below the title, e.g. the union's name and the period. */
  readonly lines: readonly string[]
  readonly columns: readonly LedgerColumn[]
  readonly groups: Iterable<LedgerGroup>
  readonly rowCount: number
  /** What a total is called; the names of subtotals are those of their groups. Null leaves the total out. */
  readonly total: string | null
  /** Below the total, e.g. who signs. */
  readonly notes: readonly string[]
}

const FORMATS = { text: '@', day: 'yyyy-mm-dd', money: '#,##0.00', count: '#,##0', figure: 'General' } as const
const thin = { style: 'thin' } as const
const BORDER = { top: thin, left: thin, bottom: thin, right: thin }
const A4 = 9
const ROWS_A_STEP = 500
/** Columns from which a sheet is printed across the long side of the paper. */
const LANDSCAPE_COLUMNS = 8

/**
 * Writes sheets of a ledger to an .xlsx file, whole or not at all. Sums are formulas (`SUBTOTAL(9, …)`, so that a total
 * passes over subtotals), the headings are repeated on every printed page, and the print area is set. Throws
 * EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function writeLedger(
  file: string,
  sheets: readonly LedgerSheet[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void, void> {
  return writeWhole(file, async function* (stream, broken) {
    const workbook = await streamingWorkbook(stream)
    const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
    let done = 0
    for (const sheet of sheets) {
      for (const rows of writeSheet(workbook, sheet)) {
        done += rows
        yield { kind: 'progress', done, total }
        await Promise.race([setImmediate(), broken])
        signal?.throwIfAborted()
      }
    }
    await Promise.race([workbook.commit(), broken])
  })
}

/** Yields the number of rows written since, from time to time. */
function* writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: LedgerSheet): Generator<number, void, void> {
  const { columns } = sheet
  const headingRow = sheet.lines.length + 2
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: {
      // The types name it by a const enum that no file holds at run time.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
      paperSize: A4,
      orientation: columns.length < LANDSCAPE_COLUMNS ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  worksheet.columns = columns.map(({ width }) => ({ width }))
  writeHead(worksheet, sheet, headingRow)
  let number = headingRow
  let since = 0
  const sums = new Sums(columns.length)
  for (const { title, rows } of sheet.groups) {
    const first = number + 1
    sums.beginGroup()
    for (const values of rows) {
      number++
      writeRow(worksheet.getRow(number), columns, values)
      sums.add(values)
      if (++since < ROWS_A_STEP) continue
      yield since
      since = 0
    }
    if (title === null || number < first) continue
    writeSums(worksheet.getRow(number + 1), columns, title, sums.group, first, number)
    number++
  }
  if (sheet.total !== null) {
    writeSums(worksheet.getRow(number + 1), columns, sheet.total, sums.all, headingRow + 1, number)
    number++
  }
  for (const note of sheet.notes) {
    number++
    writeLine(worksheet, number, note, columns.length)
  }
  worksheet.pageSetup.printArea = `A$1:${columnName(columns.length - 1)}$${number}`
  worksheet.commit()
  yield since
}

/** The sums of each column, of the present group and of all. */
class Sums {
  readonly all: number[]
  group: number[]

  constructor(private readonly width: number) {
    this.all = new Array<number>(width).fill(0)
    this.group = new Array<number>(width).fill(0)
  }

  beginGroup(): void {
    this.group = new Array<number>(this.width).fill(0)
  }

  add(values: readonly (LedgerValue | LedgerFormula)[]): void {
    values.forEach((value, column) => {
      const amount = isFormula(value) ? value.result : typeof value === 'number' ? value : 0
      this.all[column] = (this.all[column] ?? 0) + amount
      this.group[column] = (this.group[column] ?? 0) + amount
    })
  }
}

function writeHead(worksheet: ExcelJS.Worksheet, { title, lines, columns }: LedgerSheet, headingRow: number): void {
  writeLine(worksheet, 1, title, columns.length, {
    font: { bold: true, size: 16 },
    alignment: { horizontal: 'center' },
  })
  lines.forEach((line, index) => writeLine(worksheet, index + 2, line, columns.length))
  const row = worksheet.getRow(headingRow)
  columns.forEach(({ heading }, column) => {
    const cell = row.getCell(column + 1)
    cell.value = heading
    cell.font = { bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = BORDER
  })
  row.commit()
}

function writeLine(
  worksheet: ExcelJS.Worksheet,
  number: number,
  text: string,
  width: number,
  style: Partial<ExcelJS.Style> = {},
): void {
  const row = worksheet.getRow(number)
  const cell = row.getCell(1)
  cell.value = text
  cell.style = style
  if (width > 1) worksheet.mergeCells(number, 1, number, width)
  row.commit()
}

function writeRow(
  row: ExcelJS.Row,
  columns: readonly LedgerColumn[],
  values: readonly (LedgerValue | LedgerFormula)[],
): void {
  columns.forEach(({ kind }, column) => {
    const cell = row.getCell(column + 1)
    cell.value = cellValue(values[column] ?? null, kind, row.number)
    cell.numFmt = FORMATS[kind]
    cell.border = BORDER
  })
  row.commit()
}

function cellValue(value: LedgerValue | LedgerFormula, kind: LedgerColumn['kind'], row: number): ExcelJS.CellValue {
  if (isFormula(value)) {
    const formula = value.formula((column, above = 0) => `${columnName(column)}${row - above}`)
    return { formula, result: shown(value.result, kind) }
  }
  if (typeof value === 'number') return shown(value, kind)
  return kind === 'day' && value !== null ? new Date(`${value}T00:00:00Z`) : value
}

function writeSums(
  row: ExcelJS.Row,
  columns: readonly LedgerColumn[],
  title: string,
  sums: readonly number[],
  first: number,
  last: number,
): void {
  columns.forEach(({ kind, isSummed = false }, column) => {
    const cell = row.getCell(column + 1)
    if (isSummed) {
      const name = columnName(column)
      const result = shown(sums[column] ?? 0, kind)
      // Nothing to sum up: a range that ends before it begins would take in the heading.
      cell.value = last < first ? 0 : { formula: `SUBTOTAL(9,${name}${first}:${name}${last})`, result }
      cell.numFmt = FORMATS[kind]
    } else if (column === 0) cell.value = title
    cell.font = { bold: true }
    cell.border = BORDER
  })
  row.commit()
}

/** Money in yuan, as sheets hold it. */
function shown(value: number, kind: LedgerColumn['kind']): number {
  return kind === 'money' ? value / 100 : value
}

function isFormula(value: LedgerValue | LedgerFormula): value is LedgerFormula {
  return value !== null && typeof value === 'object' && 'formula' in value
}

/** A column's letters in a sheet, counted from 0. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** A row's sum over money columns next to each other, as a formula. */
export function sumOfRow(from: number, to: number, result: Fen): LedgerFormula {
  return { formula: (cell) => `SUM(${cell(from)}:${cell(to)})`, result }
}
