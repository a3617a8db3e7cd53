import { cellText, isEmptyCell, type Cell, type RawSheet, type SheetRow } from './cell'
import { bareWords } from './headings'

/** How far down a header is looked for, in rows. */
const SEARCH_DEPTH = 40

/** A sheet whose family and given names have a column each, 姓 and 名, with the whole names under 姓名. */
export function withWholeNames(sheet: RawSheet): RawSheet {
  const heading = (cell: Cell | undefined) => (typeof cell === 'string' ? bareWords(cell) : '')
  for (const [index, { cells }] of sheet.rows.slice(0, SEARCH_DEPTH).entries()) {
    const column = cells.findIndex((cell, at) => heading(cell) === '姓' && heading(cells[at + 1]) === '名')
    if (column >= 0) return { ...sheet, rows: sheet.rows.map((row, at) => (at < index ? row : joined(row, column))) }
  }
  return sheet
}

function joined(row: SheetRow, column: number): SheetRow {
  const parts = row.cells.slice(column, column + 2)
  if (parts.every(isEmptyCell)) return row
  const name = parts.map((part) => cellText(part).trim()).join('')
  return { ...row, cells: row.cells.map((cell, at) => (at === column ? name : at === column + 1 ? null : cell)) }
}
