import type ExcelJS from 'exceljs'
import type { WriteStream } from 'node:fs'

/** A workbook that is written row by row. The library is loaded with the first one, for the memory that it takes. */
export async function streamingWorkbook(stream: WriteStream): Promise<ExcelJS.stream.xlsx.WorkbookWriter> {
  const { default: library } = await import('exceljs')
  return new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
}
