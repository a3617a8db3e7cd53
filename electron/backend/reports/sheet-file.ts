import ExcelJS from 'exceljs'
import type { ProfileDefinition } from '../../../shared/model/receiver-profile'
import type { ReportCell } from '../../../shared/rules/reports/line'
import { writeWhole } from '../whole-file'

const thin = { style: 'thin' } as const
const BORDER = { top: thin, left: thin, bottom: thin, right: thin }

/** What a banner's blanks are filled with. */
export interface BannerValues {
  readonly unionName: string
  readonly today: string
}

/**
 * Writes rows as a new workbook in the very layout of a profile. Throws EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function writeSheet(
  file: string,
  definition: ProfileDefinition,
  rows: readonly (readonly ReportCell[])[],
  values: BannerValues,
): AsyncGenerator<never, void, void> {
  return writeWhole(file, async function* (stream, broken) {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
    writeRows(workbook.addWorksheet(definition.sheetName, views(definition)), definition, rows, values)
    await Promise.race([workbook.commit(), broken])
    yield* []
  })
}

function views({ startRow }: ProfileDefinition): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    views: [{ state: 'frozen', ySplit: startRow - 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function writeRows(
  sheet: ExcelJS.Worksheet,
  { columns, banner, headingRow, startRow, note }: ProfileDefinition,
  rows: readonly (readonly ReportCell[])[],
  values: BannerValues,
): void {
  sheet.columns = columns.map(({ width }) => ({ width }))
  for (const { row, from, to, text, style } of banner) {
    const cell = sheet.getCell(row, from + 1)
    cell.value = text.replace('{unionName}', values.unionName).replace('{today}', values.today)
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
  rows.forEach((cells, index) => {
    cells.forEach((value, column) => {
      const cell = sheet.getCell(startRow + index, column + 1)
      cell.value = value
      // The format of texts, so that Excel and WPS leave long numbers and leading zeros alone.
      if (typeof value !== 'number') cell.numFmt = '@'
      cell.border = BORDER
    })
  })
  if (note === null) return
  const noteRow = startRow + rows.length
  const cell = sheet.getCell(noteRow, 1)
  cell.value = note
  cell.alignment = { wrapText: true, vertical: 'top' }
  sheet.mergeCells(noteRow, 1, noteRow, columns.length)
  sheet.getRow(noteRow).height = 48
}
