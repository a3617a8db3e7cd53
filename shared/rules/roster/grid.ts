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

/** Spreads merged values. Ranges are cut to the rows and columns in use, as whole columns can be merged. */
export function gridOf(sheet: RawSheet): Grid {
  const width = sheet.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const last = sheet.rows.at(-1)?.row ?? 0
  const byNumber = new Map<number, GridRow>(
    sheet.rows.map((row) => [row.row, { ...row, own: row.cells, fromAbove: NONE }]),
  )
  for (const { top, left, bottom, right } of sheet.merges) {
    const value = byNumber.get(top)?.own[left]
    if (isEmptyCell(value) || value === undefined) continue
    for (let number = top; number <= Math.min(bottom, last); number++) {
      const known = byNumber.get(number) ?? { row: number, hidden: false, cells: [], own: [], fromAbove: NONE }
      const cells = known.cells === known.own ? [...known.own] : known.cells
      const fromAbove = new Set(known.fromAbove)
      for (let column = left; column <= Math.min(right, width - 1); column++) {
        cells[column] = value
        if (number > top) fromAbove.add(column)
      }
      byNumber.set(number, { ...known, cells, fromAbove })
    }
  }
  const rows = [...byNumber.values()].sort((one, other) => one.row - other.row)
  return { rows, width, merges: sheet.merges, row: (number) => byNumber.get(number) }
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
