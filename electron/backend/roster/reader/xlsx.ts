import {
  isEmptyCell,
  type Cell,
  type MergedRange,
  type RawSheet,
  type SheetRow,
} from '../../../../shared/rules/roster/cell'
import { formulaCell, placeOf, rangeOf } from './cells'
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from './unreadable'
import { decodeEscapes, isTrue, readRichText, readWorkbookParts, type WorkbookParts } from './xlsx-parts'
import { PlainCell, type StoredCell } from './plain-cell'
import { XmlScanner } from './xml'
import type { Zip } from './zip'

/** Told how much of the whole is read, in bytes. */
export type ReadProgress = (done: number, total: number) => void

/**
 * Reads an .xlsx sheet by sheet. exceljs's stream reader gives neither merges nor hidden rows, loses the errors of
 * formulas and finds sheets by their file name only, so the sheet's XML is read here.
 */
export async function readXlsx(zip: Zip, workbookPath: string, progress: ReadProgress): Promise<RawSheet[]> {
  const parts = await readWorkbookParts(zip, workbookPath)
  const total = parts.sheets.reduce((bytes, { path }) => bytes + zip.size(path), 0)
  let done = 0
  const sheets: RawSheet[] = []
  for (const { name, hidden, path } of parts.sheets) {
    const xml = new XmlScanner(await zip.read(path), (bytes) => progress((done += bytes), total))
    sheets.push({ name, hidden, typed: true, ...readSheet(xml, parts) })
  }
  return sheets
}

function readSheet(xml: XmlScanner, parts: WorkbookParts): Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'> {
  const rows: SheetRow[] = []
  const hiddenColumns: number[] = []
  const merges: MergedRange[] = []
  const plain = new PlainCell()
  let number = 0
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'row') {
      number = Number(xml.attribute('r') ?? number + 1)
      if (!(number >= 1 && number <= MAX_ROWS)) throw new UnreadableFile('FILE_BROKEN')
      const hidden = isTrue(xml.attribute('hidden'))
      const cells = readCells(xml, parts, plain)
      if (cells.length > 0) rows.push({ row: number, hidden, cells })
    } else if (xml.name === 'col') {
      if (isTrue(xml.attribute('hidden'))) hiddenColumns.push(...columnsOf(xml))
    } else if (xml.name === 'mergeCell') merges.push(rangeOf(xml.attribute('ref') ?? ''))
  }
  return { rows: rows.sort((one, other) => one.row - other.row), hiddenColumns, merges }
}

/** Reads the cells of the row just opened, up to its end. */
function readCells(xml: XmlScanner, parts: WorkbookParts, plain: PlainCell): Cell[] {
  const { depth } = xml
  const cells: Cell[] = []
  let column = -1
  const add = (cell: Cell) => {
    if (isEmptyCell(cell)) return
    if (column >= MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
    for (let gap = cells.length; gap < column; gap++) cells.push(null)
    cells[column] = cell
  }
  for (;;) {
    if (xml.take(plain.read)) {
      const { number, style } = plain
      column = plain.column
      if (number === null) continue
      add(plain.isShared ? (parts.sharedStrings[number] ?? null) : numberCell(number, style, parts))
      continue
    }
    const token = xml.next()
    if (xml.depth < depth) return cells
    if (token !== 'open' || xml.name !== 'c') continue
    const address = xml.attribute('r')
    column = address === undefined ? column + 1 : placeOf(address).column
    if (column < 0) throw new UnreadableFile('FILE_BROKEN')
    add(readCell(xml, parts))
  }
}

/** Reads the cell just opened, up to its end. */
function readCell(xml: XmlScanner, parts: WorkbookParts): Cell {
  const { depth } = xml
  const type = xml.attribute('t') ?? 'n'
  const style = Number(xml.attribute('s') ?? 0)
  let value = ''
  let formula: string | null = null
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'v') value = xml.content()
    else if (xml.name === 'f') formula = xml.content()
    else if (xml.name === 'is') value = readRichText(xml)
  }
  return cellOf({ type, style, formula, value }, parts)
}

function columnsOf(xml: XmlScanner): number[] {
  const min = xml.attribute('min') ?? '1'
  const first = Math.max(Number(min), 1) - 1
  const last = Math.min(Number(xml.attribute('max') ?? min), MAX_COLUMNS) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function cellOf({ type, style, formula, value }: StoredCell, parts: WorkbookParts): Cell {
  if (formula !== null && value === '' && type !== 'str') return formulaCell(formula)
  if (type === 'inlineStr') return value
  if (value === '') return null
  switch (type) {
    case 's':
      return parts.sharedStrings[Number(value)] ?? null
    case 'str':
      return decodeEscapes(value)
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', day: value.slice(0, 10) }
    default: {
      const number = Number(value)
      return Number.isFinite(number) ? numberCell(number, style, parts) : value
    }
  }
}

function numberCell(number: number, style: number, { dateStyles, dateCell }: WorkbookParts): Cell {
  return dateStyles[style] === true ? dateCell(number) : number
}
