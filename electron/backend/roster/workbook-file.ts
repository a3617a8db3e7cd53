import type ExcelJS from 'exceljs'
import type { WriteStream } from 'node:fs'
import { streamingWorkbook } from '../streaming-workbook'
import { writeWhole } from '../whole-file'
import type { Progress } from './progress'

/** A day as Excel keeps it, an amount in yuan, a text or nothing. */
export type SheetValue = Date | number | string | null

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'date' | 'money'
}

/** Stands alone above a group of rows, merged over all columns. */
export interface GroupTitle {
  readonly title: string
}

export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly SheetValue[] | GroupTitle>
  /** Whether there are group titles, which no filter may take apart from their rows. */
  readonly grouped?: boolean
  readonly rowCount: number
}

/** Texts have the format of texts, so that Excel and WPS leave long numbers and leading zeros alone. */
const FORMATS = { text: '@', date: 'yyyy-mm-dd', money: '#,##0.00' } as const
const ROWS_A_STEP = 1000

/**
 * Writes a sheet to an .xlsx file, whole or not at all: bold header, frozen and with filters. Throws
 * EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function writeWorkbook(
  file: string,
  sheet: SheetToWrite,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void, void> {
  return writeWhole(file, (stream, broken) => writeTo(stream, broken, sheet, signal))
}

async function* writeTo(
  stream: WriteStream,
  broken: Promise<never>,
  { name, columns, rows, rowCount, grouped = false }: SheetToWrite,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void, void> {
  const workbook = await streamingWorkbook(stream)
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width, kind }) => ({
    header: heading,
    width,
    style: { numFmt: FORMATS[kind] },
  }))
  if (!grouped) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rowCount + 1, column: columns.length } }
  const header = sheet.getRow(1)
  header.font = { bold: true }
  header.alignment = { vertical: 'middle', wrapText: true }
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } }
  header.border = { bottom: { style: 'thin' } }
  header.commit()

  let done = 0
  for (const values of rows) {
    if ('title' in values) {
      writeTitle(sheet, values.title, columns.length)
      continue
    }
    sheet.addRow(values).commit()
    done++
    if (done % ROWS_A_STEP > 0) continue
    yield { kind: 'progress', done, total: rowCount }
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), broken])
    signal?.throwIfAborted()
  }
  sheet.commit()
  await Promise.race([workbook.commit(), broken])
}

function writeTitle(sheet: ExcelJS.Worksheet, title: string, width: number): void {
  const row = sheet.addRow([title])
  sheet.mergeCells(row.number, 1, row.number, width)
  row.font = { bold: true }
  row.commit()
}
