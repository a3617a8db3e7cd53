import { cellText, isEmptyCell, type Cell, type MergedRange, type RawSheet, type SheetRow } from './cell'
import { tidyText } from './text'

export interface GridRow extends SheetRow {
  /** Cells as stored: a merged value stands in the first cell of its range only. */
  readonly own: readonly Cell[]
  /** Columns whose value is that of a merge that began in a row above. */
  readonly fromAbove: ReadonlySet<number>
}

/** A sheet with merged values copied into every cell of their range, and its rows found by number. */
export interface Grid {
  readonly rows: readonly GridRow[]
  readonly width: number
  readonly merges: readonly MergedRange[]
  row(number: number): GridRow | undefined
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Spreads merged values over the rows and columns in use, as whole columns can be merged. Sound merges do not overlap:
 * no more cells are filled than there are.
 */
export function gridOf(sheet: RawSheet): Grid {
  const width = sheet.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const rows = sheet.rows.map((row): GridRow => ({ ...row, own: row.cells, fromAbove: NONE }))
  let fillable = rows.length * width
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = firstFrom(rows, top)
    const value = rows[first]?.row === top ? rows[first].own[left] : undefined
    if (value === undefined || isEmptyCell(value)) continue
    const end = Math.min(right + 1, width)
    for (let index = first; fillable > 0; index++) {
      const row = rows[index]
      if (row === undefined || row.row > bottom) break
      rows[index] = filled(row, value, left, end, row.row > top)
      fillable -= end - left
    }
  }
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  return { rows, width, merges: sheet.merges, row: (number) => byNumber.get(number) }
}

/** The index of the first row with this number or a higher one. */
function firstFrom(rows: readonly GridRow[], number: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.row ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function filled(row: GridRow, value: Cell, left: number, end: number, isBelow: boolean): GridRow {
  const cells = [...row.cells]
  for (let gap = cells.length; gap < left; gap++) cells.push(null)
  const fromAbove = new Set(row.fromAbove)
  for (let column = left; column < end; column++) {
    cells[column] = value
    if (isBelow) fromAbove.add(column)
  }
  return { ...row, cells, fromAbove }
}

/** The tidied text of a stored cell. */
export function ownText(row: GridRow | undefined, column: number): string {
  return tidyText(cellText(row?.own[column]))
}

/** The stored cells of a row that hold something, with their columns and tidied texts. */
export type FilledCells = readonly { readonly column: number; readonly text: string }[]

export function filledCells(row: GridRow): FilledCells {
  return row.own.flatMap((cell, column) => (isEmptyCell(cell) ? [] : [{ column, text: tidyText(cellText(cell)) }]))
}
