import type { WriteStream } from 'node:fs'
import { columnKey } from '../../../shared/rules/roster/row-keys'
import { streamingWorkbook } from '../streaming-workbook'
import { writeWhole } from '../whole-file'

/** A row as it is written: texts by the column of the file they stand in. */
export interface LeftOutRow {
  readonly key: string
  readonly texts: Readonly<Record<string, string>>
  readonly faults: readonly { readonly column: number; readonly reason: string }[]
  readonly reason: string
}

export interface LeftOutSheet {
  readonly name: string
  /** Columns of the file. */
  readonly width: number
  /** The texts of its header rows. */
  readonly header: readonly LeftOutRow['texts'][]
  readonly rows: readonly LeftOutRow[]
}

const ROWS_A_STEP = 500
const COLUMN_WIDTH = 16
const REASON_WIDTH = 60
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

/**
 * Writes rows left out as a workbook, whole or not at all: the columns of the file, the reasons, faulty cells coloured
 * and with a note; a hidden row names the columns and a hidden column the rows. All cells are texts, so that Excel and
 * WPS leave long numbers and leading zeros alone. Throws EXPORT_NOT_WRITTEN, DISK_FULL.
 */
export function writeLeftOut(
  file: string,
  sheets: readonly LeftOutSheet[],
  reasonHeading: string,
): AsyncGenerator<undefined, void, void> {
  return writeWhole(file, (stream, broken) => writeTo(stream, broken, sheets, reasonHeading))
}

async function* writeTo(
  stream: WriteStream,
  broken: Promise<never>,
  sheets: readonly LeftOutSheet[],
  reasonHeading: string,
): AsyncGenerator<undefined, void, void> {
  const workbook = await streamingWorkbook(stream)
  const names = new Set<string>()
  for (const { name, width, header, rows } of sheets) {
    const top = header.length + 1
    const sheet = workbook.addWorksheet(sheetName(name, names), { views: [{ state: 'frozen', ySplit: top }] })
    const style = { numFmt: '@' }
    sheet.columns = [
      ...Array.from({ length: width }, () => ({ width: COLUMN_WIDTH, style })),
      { width: REASON_WIDTH, style: { ...style, alignment: { wrapText: true } } },
      { width: COLUMN_WIDTH, style, hidden: true },
    ]
    sheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top + rows.length, column: width + 1 } }
    const keys = sheet.addRow(Array.from({ length: width }, (_, index) => columnKey(index)))
    keys.hidden = true
    keys.commit()
    header.forEach((texts, index) => {
      const row = sheet.addRow([...inOrder(texts, width), index === header.length - 1 ? reasonHeading : null])
      row.font = { bold: true }
      row.fill = fill('FFF0F0F0')
      row.commit()
    })
    let done = 0
    for (const { key, texts, faults, reason } of rows) {
      const row = sheet.addRow([...inOrder(texts, width), reason, key])
      for (const fault of faults) {
        const cell = row.getCell(fault.column + 1)
        cell.fill = fill('FFFFD9D9')
        cell.note = fault.reason
      }
      row.commit()
      done++
      if (done % ROWS_A_STEP > 0) continue
      yield
      await Promise.race([new Promise((resolve) => setImmediate(resolve)), broken])
    }
    sheet.commit()
  }
  await Promise.race([workbook.commit(), broken])
}

function inOrder(texts: LeftOutRow['texts'], width: number): (string | null)[] {
  return Array.from({ length: width }, (_, index) => texts[String(index)] ?? null)
}

/** A name that Excel takes: 31 characters at most, some of them not, and each only once. */
function sheetName(name: string, taken: Set<string>): string {
  const bare = name.replace(/[*?:\\/[\]]/g, '_').slice(0, 28) || '1'
  const free = [bare, ...Array.from({ length: 99 }, (_, number) => `${bare}${String(number + 2)}`)]
  const chosen = free.find((candidate) => !taken.has(candidate.toLowerCase())) ?? bare
  taken.add(chosen.toLowerCase())
  return chosen
}
