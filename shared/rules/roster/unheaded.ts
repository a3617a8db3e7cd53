import { cellText } from './cell'
import { assignFields, type ColumnSamples } from './columns'
import { filledCells, type Grid, type GridRow } from './grid'
import { headerOf, type Header } from './header'
import { looksPersonal } from './shapes'

/** Rows in which the first member of a table without a known header is looked for. */
const SEARCH_DEPTH = 20

/**
 * The header of a table whose headings nobody knows: the row above the first one with an ID number or a mobile phone,
 * where it has texts over most of what the rows below have. An empty header where there is none; null where the values
 * do not show a list of persons: a name, and an ID number or a phone.
 */
export function headerByValues(grid: Grid, samplesOf: (rows: readonly GridRow[]) => ColumnSamples): Header | null {
  const first = grid.rows.slice(0, SEARCH_DEPTH).findIndex(({ own }) => own.some((cell) => looksPersonal([cell])))
  const [above, row] = [grid.rows[first - 1], grid.rows[first]]
  if (row === undefined) return null
  const none = headerOf(grid, [])
  const fields = assignFields(none.headings, samplesOf(grid.rows.slice(first))).map(({ field }) => field)
  if (!fields.includes('name') || (!fields.includes('idNumber') && !fields.includes('phone'))) return null
  const headings = above === undefined ? [] : filledCells(above).filter(({ text }) => !/^[\d.,-]+$/.test(text))
  const isHeader = headings.length >= 2 && headings.length * 2 >= filledCells(row).length && !isMember(above, fields)
  return above !== undefined && isHeader ? headerOf(grid, [above.row]) : none
}

/** Whether the row above is a member who has neither ID number nor phone. */
function isMember(row: GridRow | undefined, fields: readonly (string | null)[]): boolean {
  const gender = fields.indexOf('gender')
  return row !== undefined && gender >= 0 && /^[男女]$/.test(cellText(row.own[gender]).trim())
}
