import type ExcelJS from 'exceljs'
import { setImmediate } from 'node:timers/promises'
import { BANNER_BLANKS, type ProfileDefinition } from '../../../shared/model/receiver-profile'
import type { ReportCell } from '../../../shared/rules/reports/line'
import type { Progress } from '../roster/progress'
import { streamingWorkbook } from '../streaming-workbook'
import { writeWhole } from '../whole-file'

const thin = { style: 'thin' } as const
const BORDER = { top: thin, left: thin, bottom: thin, right: thin }

/** What a banner's blanks are filled with. */
export interface BannerValues {
  readonly unionName: string
  readonly today: string
}

/** Rows written between two chances for other work of the process. */
const ROWS_A_STEP = 500

/**
 * Writes rows as a new workbook in the very layout of a profile. Throws EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function writeSheet(
  file: string,
  definition: ProfileDefinition,
  rows: readonly (readonly ReportCell[])[],
  values: BannerValues,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void, void> {
  return writeWhole(file, async function* (stream, broken) {
    const workbook = await streamingWorkbook(stream)
    const sheet = workbook.addWorksheet(definition.sheetName, layoutOf(definition))
    writeHead(sheet, definition, values)
    for (const [index, cells] of rows.entries()) {
      writeRow(sheet, definition.startRow + index, cells)
      if (index % ROWS_A_STEP < ROWS_A_STEP - 1) continue
      yield { kind: 'progress', done: index + 1, total: rows.length }
      await Promise.race([setImmediate(), broken])
      signal?.throwIfAborted()
    }
    writeNote(sheet, definition, definition.startRow + rows.length)
    await Promise.race([workbook.commit(), broken])
  })
}

/** The same as bytes, for whoever hands them on instead of keeping a file. */
export async function sheetBytes(
  definition: ProfileDefinition,
  rows: readonly (readonly ReportCell[])[],
  values: BannerValues,
): Promise<Uint8Array> {
  const { default: library } = await import('exceljs')
  const workbook = new library.Workbook()
  const sheet = workbook.addWorksheet(definition.sheetName, layoutOf(definition))
  writeHead(sheet, definition, values)
  for (const [index, cells] of rows.entries()) writeRow(sheet, definition.startRow + index, cells)
  writeNote(sheet, definition, definition.startRow + rows.length)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function layoutOf({ startRow }: ProfileDefinition): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    views: [{ state: 'frozen', ySplit: startRow - 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function writeHead(
  sheet: ExcelJS.Worksheet,
  { columns, banner, headingRow }: ProfileDefinition,
  values: BannerValues,
): void {
  sheet.columns = columns.map(({ width }) => ({ width }))
  for (const { row, from, to, text, style } of banner) {
    const cell = sheet.getCell(row, from + 1)
    cell.value = text
      .replace(BANNER_BLANKS.unionName, () => values.unionName)
      .replace(BANNER_BLANKS.today, () => values.today)
    cell.font = style === 'title' ? { bold: true, size: 16 } : {}
    cell.alignment = { horizontal: style === 'title' ? 'center' : 'left', vertical: 'middle' }
    if (to > from) sheet.mergeCells(row, from + 1, row, to + 1)
  }
  columns.forEach(({ heading }, index) => {
    const cell = sheet.getCell(headingRow, index + 1)
    cell.value = heading
    cell.font = { bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = BORDER
  })
}

function writeRow(sheet: ExcelJS.Worksheet, number: number, cells: readonly ReportCell[]): void {
  const row = sheet.getRow(number)
  cells.forEach((value, column) => {
    const cell = row.getCell(column + 1)
    cell.value = value
    // The format of texts, so that Excel and WPS leave long numbers and leading zeros alone.
    if (typeof value !== 'number') cell.numFmt = '@'
    cell.border = BORDER
  })
  row.commit()
}

function writeNote(sheet: ExcelJS.Worksheet, { note, columns }: ProfileDefinition, number: number): void {
  if (note === null) return
  const cell = sheet.getCell(number, 1)
  cell.value = note
  cell.alignment = { wrapText: true, vertical: 'top' }
  sheet.mergeCells(number, 1, number, columns.length)
  sheet.getRow(number).height = 48
}
