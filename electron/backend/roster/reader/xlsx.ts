import type { Cell, MergedRange, RawSheet, SheetRow } from '../../../../shared/rules/roster/cell'
import { isEmptyCell } from '../../../../shared/rules/roster/cell'
import { dateCell, formulaCell, placeOf, rangeOf } from './cells'
import { MAX_COLUMNS, UnreadableFile } from './unreadable'
import { decodeEscapes, readWorkbookParts, TextCollector, type WorkbookParts } from './xlsx-parts'
import { parseXml } from './xml'
import type { Zip } from './zip'

/** Told how much of the whole is read, in bytes. */
export type ReadProgress = (done: number, total: number) => void

/**
 * Reads an .xlsx sheet by sheet as a stream. exceljs's stream reader gives neither merges nor hidden rows, loses the
 * errors of formulas and finds sheets by their file name only, so the sheet's XML is read here.
 */
export async function readXlsx(zip: Zip, workbookPath: string, progress: ReadProgress): Promise<RawSheet[]> {
  const parts = await readWorkbookParts(zip, workbookPath)
  const total = parts.sheets.reduce((bytes, { path }) => bytes + zip.size(path), 0)
  let done = 0
  const sheets: RawSheet[] = []
  for (const { name, hidden, path } of parts.sheets) {
    const seen = (length: number) => progress((done += length), total)
    sheets.push({ name, hidden, typed: true, ...(await readSheet(zip.text(path), parts, seen)) })
  }
  return sheets
}

type SheetContent = Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'>

async function readSheet(
  pieces: AsyncIterable<string>,
  parts: WorkbookParts,
  seen: (length: number) => void,
): Promise<SheetContent> {
  const rows: SheetRow[] = []
  const hiddenColumns: number[] = []
  const merges: MergedRange[] = []
  const inline = new TextCollector()
  let row: { row: number; hidden: boolean; cells: Cell[] } = { row: 0, hidden: false, cells: [] }
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let formula: string | null = null
  let into: 'value' | 'formula' | 'inline' | null = null

  const endCell = () => {
    const cell = cellOf({ type, style, formula, value: type === 'inlineStr' ? inline.end() : value }, parts)
    if (isEmptyCell(cell)) return
    if (column >= MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
    for (let gap = row.cells.length; gap < column; gap++) row.cells.push(null)
    row.cells[column] = cell
  }

  await parseXml(
    pieces,
    {
      open(name, attributes) {
        switch (name) {
          case 'row':
            row = { row: Number(attributes.r ?? row.row + 1), hidden: isTrue(attributes.hidden), cells: [] }
            column = -1
            break
          case 'c':
            column = attributes.r === undefined ? column + 1 : placeOf(attributes.r).column
            type = attributes.t ?? 'n'
            style = Number(attributes.s ?? 0)
            value = ''
            formula = null
            inline.start()
            break
          case 'v':
            into = 'value'
            break
          case 'f':
            formula = ''
            into = 'formula'
            break
          case 'is':
            into = 'inline'
            break
          case 'col':
            if (isTrue(attributes.hidden)) hiddenColumns.push(...columnsOf(attributes))
            break
          case 'mergeCell':
            merges.push(rangeOf(attributes.ref ?? ''))
            break
        }
        if (into === 'inline') inline.open(name)
      },
      close(name) {
        if (into === 'inline') inline.close(name)
        if (name === 'v' || name === 'f' || name === 'is') into = null
        if (name === 'c') endCell()
        if (name === 'row' && row.cells.length > 0) rows.push(row)
      },
      text(piece) {
        if (into === 'value') value += piece
        else if (into === 'formula') formula = (formula ?? '') + piece
        else if (into === 'inline') inline.add(piece)
      },
    },
    seen,
  )
  return { rows: rows.sort((one, other) => one.row - other.row), hiddenColumns, merges }
}

const isTrue = (attribute: string | undefined) => attribute === '1' || attribute === 'true'

function columnsOf({ min, max }: Readonly<Record<string, string>>): number[] {
  const first = Number(min ?? 1) - 1
  const last = Math.min(Number(max ?? min ?? 1), MAX_COLUMNS) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

interface StoredCell {
  readonly type: string
  readonly style: number
  readonly formula: string | null
  readonly value: string
}

function cellOf(
  { type, style, formula, value }: StoredCell,
  { sharedStrings, dateStyles, date1904 }: WorkbookParts,
): Cell {
  if (formula !== null && value === '' && type !== 'str') return formulaCell(formula)
  if (type === 'inlineStr') return value
  if (value === '') return null
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? null
    case 'str':
      return decodeEscapes(value)
    case 'b':
      return value === '1'
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', day: value.slice(0, 10) }
    default: {
      const number = Number(value)
      return dateStyles[style] === true ? dateCell(number, date1904) : number
    }
  }
}
