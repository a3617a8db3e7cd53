import {
  isEmptyCell,
  type Cell,
  type MergedRange,
  type RawSheet,
  type SheetRow,
} from '../../../../shared/rules/roster/cell'
import { dateCells, formulaCell } from './cells'
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile } from './unreadable'
import { XmlScanner } from './xml'

/** Rows of the same content written as one; more of them than this is no list of persons. */
const MAX_ROW_REPEATS = 10_000

/**
 * Reads the content of an OpenDocument spreadsheet (.ods, or .fods, which is one XML file). SheetJS tells neither its
 * hidden sheets, rows and columns nor its errors.
 * @throws UnreadableFile FILE_BROKEN, FILE_TOO_LARGE, FILE_TOO_MANY_COLUMNS
 */
export function readOds(content: Buffer): RawSheet[] {
  const xml = new XmlScanner(content)
  const sheets: RawSheet[] = []
  const hiddenStyles = new Set<string>()
  const dateStyles = new Set<string>()
  const dateFormats = new Set<string>()
  const dateCell = dateCells(false)
  const numberCell: NumberCell = (number, style) => (dateStyles.has(style) ? dateCell(number) : number)
  let style = ''
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'date-style') dateFormats.add(xml.attribute('name') ?? '')
    else if (xml.name === 'style') {
      style = xml.attribute('name') ?? ''
      if (dateFormats.has(xml.attribute('data-style-name') ?? '')) dateStyles.add(style)
    } else if (xml.name === 'table-properties' && xml.attribute('display') === 'false') hiddenStyles.add(style)
    else if (xml.name === 'table') {
      const hidden = hiddenStyles.has(xml.attribute('style-name') ?? '')
      sheets.push({ name: xml.attribute('name') ?? '', hidden, typed: true, ...readTable(xml, numberCell) })
    } else if (NO_CONTENT.has(xml.name)) xml.skip()
  }
  return sheets
}

/** What a number is, given the name of its style: some programs write days as numbers that are shown as dates. */
type NumberCell = (number: number, style: string) => Cell

/** Parts of a document with cells or texts that are not in its sheets. */
const NO_CONTENT = new Set([
  'tracked-changes',
  'shapes',
  'annotation',
  'dde-links',
  'forms',
  'scripts',
  'master-styles',
])

/** Reads the table just opened, up to its end. */
function readTable(xml: XmlScanner, numberCell: NumberCell): Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'> {
  const { depth } = xml
  const rows: SheetRow[] = []
  const hiddenColumns: number[] = []
  const merges: MergedRange[] = []
  let row = 0
  let column = 0
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'table-column') {
      const next = column + repeats(xml, 'number-columns-repeated')
      if (isHidden(xml)) for (; column < Math.min(next, MAX_COLUMNS); column++) hiddenColumns.push(column)
      column = next
    } else if (xml.name === 'table-row') {
      const count = repeats(xml, 'number-rows-repeated')
      const hidden = isHidden(xml)
      const cells = readCells(xml, row + 1, merges, numberCell)
      if (cells.length > 0) {
        if (count > MAX_ROW_REPEATS || row + count > MAX_ROWS) throw new UnreadableFile('FILE_TOO_LARGE')
        for (let number = row + 1; number <= row + count; number++) rows.push({ row: number, hidden, cells })
      }
      row += count
    } else if (NO_CONTENT.has(xml.name)) xml.skip()
  }
  return { rows, hiddenColumns, merges }
}

function readCells(xml: XmlScanner, row: number, merges: MergedRange[], numberCell: NumberCell): Cell[] {
  const { depth } = xml
  const cells: Cell[] = []
  let column = 0
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open' || (xml.name !== 'table-cell' && xml.name !== 'covered-table-cell')) continue
    const isCovered = xml.name === 'covered-table-cell'
    const count = repeats(xml, 'number-columns-repeated')
    const right = column + repeats(xml, 'number-columns-spanned') - 1
    const bottom = row + repeats(xml, 'number-rows-spanned') - 1
    const cell = readCell(xml, numberCell)
    if (right > column || bottom > row) merges.push({ top: row, left: column, bottom, right })
    if (!isEmptyCell(cell) && !isCovered) {
      if (column + count > MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
      for (let gap = cells.length; gap < column; gap++) cells.push(null)
      for (let repeat = 0; repeat < count; repeat++) cells.push(cell)
    }
    column += count
  }
  return cells
}

/** Reads the cell just opened, up to its end. */
function readCell(xml: XmlScanner, numberCell: NumberCell): Cell {
  const { depth } = xml
  const type = xml.attribute('value-type')
  const formula = xml.attribute('formula')
  const value = xml.attribute(type === 'date' ? 'date-value' : type === 'boolean' ? 'boolean-value' : 'value')
  const style = xml.attribute('style-name') ?? ''
  const exactText = xml.attribute('string-value')
  const paragraphs: string[] = []
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token !== 'open') continue
    if (xml.name === 'p' || xml.name === 'h') paragraphs.push(readParagraph(xml))
    else if (NO_CONTENT.has(xml.name)) xml.skip()
  }
  const text = exactText ?? paragraphs.join('\n')
  if (formula !== undefined && /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(text)) return { kind: 'error', text }
  if (formula !== undefined && type === undefined && text === '') return formulaCell(formula.replace(/^\w+:=/, ''))
  if (type === 'date') return { kind: 'date', day: (value ?? text).slice(0, 10) }
  if (type === 'boolean') return value === 'true'
  const isNumber = type === 'float' || type === 'percentage' || type === 'currency'
  return isNumber && Number.isFinite(Number(value)) ? numberCell(Number(value), style) : text
}

/** Blanks beyond the first, tabs and line ends are elements of their own. */
function readParagraph(xml: XmlScanner): string {
  const { depth } = xml
  let text = ''
  for (let token = xml.next(); xml.depth >= depth; token = xml.next()) {
    if (token === 'text') text += xml.text.replace(/[ \t\r\n]+/g, ' ')
    if (token !== 'open') continue
    if (xml.name === 's') text += ' '.repeat(Math.min(Number(xml.attribute('c') ?? 1) || 1, 1000))
    else if (xml.name === 'tab') text += '\t'
    else if (xml.name === 'line-break') text += '\n'
    else if (xml.name === 'annotation' || xml.name === 'ruby-text' || xml.name === 'note') xml.skip()
  }
  return text
}

function repeats(xml: XmlScanner, attribute: string): number {
  const count = Number(xml.attribute(attribute) ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_ROWS) : 1
}

function isHidden(xml: XmlScanner): boolean {
  return (xml.attribute('visibility') ?? 'visible') !== 'visible'
}
