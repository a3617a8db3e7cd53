import { columnLetter } from '../../../../shared/rules/roster/cell'
import type { ReportCell } from '../../../../shared/rules/reports/line'
import { shiftBelow } from './shift'

export interface RowsToFill {
  /** 1-based. */
  readonly startRow: number
  /** The first row that is no member's any more and moves down where room is short; null where nothing follows. */
  readonly endRow: number | null
  /** By the cells of a row: 0-based column of the sheet; null for cells without a place. */
  readonly columns: readonly (number | null)[]
  readonly rows: readonly (readonly ReportCell[])[]
}

/** Formulas stand below the rows, which cannot be moved without changing what they say. */
export class NoRoom extends Error {
  constructor(readonly room: number) {
    super('Formulas stand below the rows')
  }
}

const ATTRIBUTES = `((?:[^>"']|"[^"]*"|'[^']*')*?)`

/**
 * Fills rows into the XML of a worksheet and leaves every other character of it as it is: cells keep their style, new
 * ones take that of the first row, formulas of the receiver stay. Rows that are not needed lose their content, rows
 * that are missing are put in before `endRow`. Texts are written into their cells, so that nothing becomes a formula.
 * @throws NoRoom
 */
export function fillSheetXml(xml: string, { startRow, endRow, columns, rows }: RowsToFill): string {
  const sheetData = new RegExp(`<((?:\\w+:)?)sheetData\\b${ATTRIBUTES}(/>|>([\\s\\S]*?)</\\1sheetData>)`).exec(xml)
  if (sheetData === null) throw new Error('The sheet has no rows element')
  const [whole, prefix = '', attributes = '', , inner = ''] = sheetData
  const before = xml.slice(0, sheetData.index)
  const after = xml.slice(sheetData.index + whole.length)
  const lastRow = startRow + rows.length - 1
  const inserted = endRow === null ? 0 : Math.max(0, lastRow + 1 - endRow)

  const present = readRows(inner, prefix)
  const moving = endRow === null || inserted === 0 ? [] : present.filter(({ number }) => number >= endRow)
  if (endRow !== null && moving.some(({ xml: row }) => new RegExp(`<${prefix}f[\\s/>]`).test(row))) {
    throw new NoRoom(endRow - startRow)
  }
  const pattern = present.find(({ number }) => number === startRow)
  const byNumber = new Map(present.map((row) => [row.number, row]))
  const parts: string[] = present.filter(({ number }) => number < startRow).map(({ xml: row }) => row)
  rows.forEach((cells, index) => {
    const number = startRow + index
    const own = endRow !== null && number >= endRow ? undefined : byNumber.get(number)
    parts.push(filledRow(prefix, number, own, pattern, columns, cells))
  })
  for (const row of present) {
    if (row.number <= lastRow || row.number < startRow) continue
    if (endRow === null || row.number < endRow) parts.push(emptied(prefix, row, columns))
  }
  for (const row of present) {
    if (endRow === null || row.number < endRow) continue
    parts.push(inserted === 0 ? row.xml : renumbered(prefix, row, row.number + inserted))
  }
  const data = `<${prefix}sheetData${attributes}>${parts.join('')}</${prefix}sheetData>`
  const moved = endRow === null || inserted === 0 ? after : shiftBelow(after, startRow, endRow, inserted)
  return withDimension(before, lastRow, inserted) + data + moved
}

interface SheetRow {
  readonly number: number
  readonly attributes: string
  readonly inner: string
  /** With what stands between it and the row before. */
  readonly xml: string
}

function readRows(inner: string, prefix: string): SheetRow[] {
  const rows: SheetRow[] = []
  const element = new RegExp(`<${prefix}row(?=[\\s/>])${ATTRIBUTES}(?:/>|>([\\s\\S]*?)</${prefix}row>)`, 'g')
  let [end, previous] = [0, 0]
  for (const match of inner.matchAll(element)) {
    const [whole, attributes = '', content = ''] = match
    previous = Number(/\sr=["'](\d+)["']/.exec(attributes)?.[1] ?? previous + 1)
    const xml = inner.slice(end, match.index) + whole
    rows.push({ number: previous, attributes, inner: content, xml })
    end = match.index + whole.length
  }
  return rows
}

interface SheetCell {
  readonly column: number
  readonly style: string | null
  readonly formula: string | null
  readonly xml: string
}

function readCells(row: SheetRow | undefined, prefix: string): SheetCell[] {
  if (row === undefined) return []
  const element = new RegExp(`<${prefix}c(?=[\\s/>])${ATTRIBUTES}(?:/>|>([\\s\\S]*?)</${prefix}c>)`, 'g')
  let previous = -1
  return [...row.inner.matchAll(element)].map(([xml, attributes = '', content = '']) => {
    const letters = /\sr=["']([A-Z]+)\d+["']/.exec(attributes)?.[1]
    previous = letters === undefined ? previous + 1 : columnIndex(letters)
    return {
      column: previous,
      style: /\ss=["'](\d+)["']/.exec(attributes)?.[1] ?? null,
      formula:
        new RegExp(`<${prefix}f(?=[\\s/>])${ATTRIBUTES}(?:/>|>[\\s\\S]*?</${prefix}f>)`).exec(content)?.[0] ?? null,
      xml,
    }
  })
}

/** `AB` → 27. */
function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function filledRow(
  prefix: string,
  number: number,
  own: SheetRow | undefined,
  pattern: SheetRow | undefined,
  columns: readonly (number | null)[],
  values: readonly ReportCell[],
): string {
  const styles = new Map(readCells(pattern, prefix).map(({ column, style }) => [column, style]))
  const cells = new Map<number, string>()
  // A new row is ruled like the first one, also where nothing is written.
  for (const [column, style] of own === undefined ? styles : []) {
    cells.set(column, emptyCell(prefix, column, number, style))
  }
  const ownCells = new Map(readCells(own, prefix).map((present) => [present.column, present]))
  for (const present of ownCells.values()) cells.set(present.column, kept(prefix, number, present))
  columns.forEach((column, index) => {
    const present = column === null ? undefined : ownCells.get(column)
    if (column === null || (present?.formula ?? null) !== null) return
    const style = present === undefined ? (styles.get(column) ?? null) : present.style
    cells.set(column, valueCell(prefix, column, number, style, values[index] ?? null))
  })
  const attributes = withNumber(own?.attributes ?? pattern?.attributes ?? '', number)
  const inner = [...cells].sort(([left], [right]) => left - right).map(([, xml]) => xml)
  return `<${prefix}row${visible(attributes)}>${inner.join('')}</${prefix}row>`
}

/** Takes the content out of the columns that are filled and leaves style, formulas and the rest. */
function emptied(prefix: string, row: SheetRow, columns: readonly (number | null)[]): string {
  const inner = readCells(row, prefix).map((present) =>
    columns.includes(present.column) && present.formula === null
      ? emptyCell(prefix, present.column, row.number, present.style)
      : kept(prefix, row.number, present),
  )
  return `<${prefix}row${withNumber(row.attributes, row.number)}>${inner.join('')}</${prefix}row>`
}

/** What is not filled. A formula loses what it came to before, which is not true any more; the receiver reckons it anew. */
function kept(prefix: string, number: number, { column, style, formula, xml }: SheetCell): string {
  return formula === null ? xml : cell(prefix, column, number, style, '', formula)
}

function renumbered(prefix: string, row: SheetRow, number: number): string {
  const inner = row.inner.replace(
    new RegExp(`(<${prefix}c(?=\\s)(?:[^>"']|"[^"]*"|'[^']*')*?\\sr=["'][A-Z]+)\\d+`, 'g'),
    `$1${number}`,
  )
  return `<${prefix}row${withNumber(row.attributes, number)}>${inner}</${prefix}row>`
}

function withNumber(attributes: string, number: number): string {
  return ` r="${number}"${attributes.replace(/\sr=["']\d+["']/, '')}`
}

/** Who is reported is to be seen. */
function visible(attributes: string): string {
  return attributes.replace(/\shidden=["'](?:1|true)["']/, '')
}

function valueCell(prefix: string, column: number, row: number, style: string | null, value: ReportCell): string {
  if (value === null) return emptyCell(prefix, column, row, style)
  if (typeof value === 'number') return cell(prefix, column, row, style, '', `<${prefix}v>${value}</${prefix}v>`)
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t></${prefix}is>`
  return cell(prefix, column, row, style, ' t="inlineStr"', text)
}

function emptyCell(prefix: string, column: number, row: number, style: string | null): string {
  return cell(prefix, column, row, style, '', '')
}

function cell(
  prefix: string,
  column: number,
  row: number,
  style: string | null,
  type: string,
  content: string,
): string {
  const styled = style === null ? '' : ` s="${style}"`
  const opening = `<${prefix}c r="${columnLetter(column)}${row}"${styled}${type}`
  return content === '' ? `${opening}/>` : `${opening}>${content}</${prefix}c>`
}

// What XML 1.0 cannot hold at all.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** The stated size of the sheet, as far as it grew. */
function withDimension(head: string, lastRow: number, inserted: number): string {
  return head.replace(/(<(?:\w+:)?dimension\s+ref=["'][A-Z]+\d+:[A-Z]+)(\d+)/, (_, start: string, end: string) => {
    return start + String(Math.max(Number(end) + inserted, lastRow))
  })
}
