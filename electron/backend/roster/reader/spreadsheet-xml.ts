import {
  isEmptyCell,
  type Cell,
  type MergedRange,
  type RawSheet,
  type SheetRow,
} from '../../../../shared/rules/roster/cell'
import { formulaCell } from './cells'
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from './unreadable'
import { isTrue } from './xlsx-parts'
import { XmlScanner } from './xml'

type SheetContent = Pick<RawSheet, 'hidden' | 'rows' | 'hiddenColumns' | 'merges'>

/**
 * Reads XML Spreadsheet 2003, which many systems write under the extension .xls. SheetJS was seen to loop for hours over
 * an index or a merge of this format that is out of all bounds.
 * @throws UnreadableFile FILE_BROKEN, FILE_TOO_MANY_COLUMNS
 */
export function readSpreadsheetXml(content: Buffer): RawSheet[] {
  const xml = new XmlScanner(content)
  const sheets: RawSheet[] = []
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token !== 'open' || xml.name !== 'Worksheet') continue
    sheets.push({ name: xml.attribute('Name') ?? '', typed: true, ...readWorksheet(xml) })
  }
  return sheets
}

/** Reads the worksheet just opened, up to its end. */
function readWorksheet(xml: XmlScanner): SheetContent {
  const { depth } = xml
  const rows: SheetRow[] = []
  const hiddenColumns: number[] = []
  const merges: MergedRange[] = []
  let hidden = false
  let row = 0
  let column = -1
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'Column') {
      column = indexOf(xml, column + 2) - 1
      const isHidden = isTrue(xml.attribute('Hidden'))
      const last = column + countOf(xml, 'Span')
      for (; column < Math.min(last, MAX_COLUMNS); column++) if (isHidden) hiddenColumns.push(column)
      if (isHidden && column < MAX_COLUMNS) hiddenColumns.push(column)
      column = last
    } else if (xml.name === 'Row') {
      row = indexOf(xml, row + 1)
      const isHidden = isTrue(xml.attribute('Hidden'))
      const span = countOf(xml, 'Span')
      const cells = readCells(xml, row, merges)
      if (cells.length > 0) rows.push({ row, hidden: isHidden, cells })
      row += span
    } else if (xml.name === 'Visible') hidden = xml.content() !== 'SheetVisible'
  }
  return { hidden, rows: rows.sort((one, other) => one.row - other.row), hiddenColumns, merges }
}

function readCells(xml: XmlScanner, row: number, merges: MergedRange[]): Cell[] {
  const { depth } = xml
  const cells: Cell[] = []
  let column = -1
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open' || xml.name !== 'Cell') continue
    column = indexOf(xml, column + 2) - 1
    const [across, down] = [countOf(xml, 'MergeAcross'), countOf(xml, 'MergeDown')]
    if (across > 0 || down > 0) merges.push({ top: row, left: column, bottom: row + down, right: column + across })
    const cell = readCell(xml)
    if (!isEmptyCell(cell)) {
      if (column >= MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
      for (let gap = cells.length; gap < column; gap++) cells.push(null)
      cells[column] = cell
    }
    column += across
  }
  return cells
}

/** Reads the cell just opened, up to its end. */
function readCell(xml: XmlScanner): Cell {
  const { depth } = xml
  const formula = xml.attribute('Formula')
  let type: string | undefined
  let text = ''
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'Comment') xml.skip()
    else if (xml.name === 'Data') {
      type = xml.attribute('Type')
      text = xml.content()
    }
  }
  if (formula !== undefined && text === '') return formulaCell(formula.replace(/^=/, ''))
  if (type === 'DateTime' && text >= '1900') return { kind: 'date', day: text.slice(0, 10) }
  if (type === 'Boolean') return text === '1'
  if (type === 'Error') return { kind: 'error', text }
  return type === 'Number' && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

/** The 1-based `Index` of a row, column or cell, which is there where some before it were left out. */
function indexOf(xml: XmlScanner, next: number): number {
  const index = Number(xml.attribute('Index') ?? next)
  if (!Number.isInteger(index) || index < 1 || index > MAX_ROWS) throw new UnreadableFile('FILE_BROKEN')
  return index
}

/** How many further rows or columns one thing is for. */
function countOf(xml: XmlScanner, attribute: string): number {
  const count = Number(xml.attribute(attribute) ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_ROWS) : 0
}
