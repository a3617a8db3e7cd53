import { rosterImportIdSchema, type RosterImportId } from '../../model/id'
import { cellText, type Cell, type RawSheet, type SheetRow } from './cell'
import { gridOf } from './grid'
import { tidyText } from './text'
import { hasLostDigits } from './values'

/**
 * The keys in a workbook of rows that were left out: each row names its import and its place there, and a hidden row
 * names the columns, so that both are known again however the workbook was renamed, sorted or cut.
 */
const ROW_KEY = /^GH:([0-9a-f-]{36}):(\d+):(\d+)$/
const COLUMN_KEY = /^GH:(\d+)$/

/** Where a row stands: its sheet by the order of the file, its number there. */
export interface RowPlace {
  readonly sheet: number
  readonly row: number
}

export function rowKey(id: RosterImportId, { sheet, row }: RowPlace): string {
  return `GH:${id}:${String(sheet)}:${String(row)}`
}

export function columnKey(index: number): string {
  return `GH:${String(index)}`
}

/** A row that came back, perhaps corrected. */
export interface ReturnedRow extends RowPlace {
  /** The texts of its cells by the column of the file that it came from. */
  readonly texts: Readonly<Record<string, string>>
}

export interface ReturnedRows {
  readonly importId: RosterImportId
  readonly rows: readonly ReturnedRow[]
}

/** The rows of a workbook that were left out by an import; null for any other workbook. */
export function returnedRows(sheets: readonly RawSheet[]): ReturnedRows | null {
  const found = sheets.flatMap((sheet) => {
    const columns = new Map<number, string>()
    return sheet.rows.flatMap(({ cells }) => {
      for (const [index, cell] of cells.entries()) {
        const column = matchOf(cell, COLUMN_KEY)?.[1]
        if (column !== undefined) columns.set(index, column)
      }
      const key = keyOf(cells)
      return key === null ? [] : [{ ...key, cells, columns }]
    })
  })
  const importId = found[0]?.id
  if (importId === undefined) return null
  const rows = found
    .filter(({ id }) => id === importId)
    .map(({ place, cells, columns }) => ({ ...place, texts: textsOf(cells, columns) }))
  return { importId, rows }
}

function matchOf(cell: Cell | undefined, pattern: RegExp): RegExpExecArray | null {
  return typeof cell === 'string' && cell.startsWith('GH:') ? pattern.exec(cell) : null
}

function keyOf(cells: readonly Cell[]): { readonly id: RosterImportId; readonly place: RowPlace } | null {
  for (const cell of cells) {
    const match = matchOf(cell, ROW_KEY)
    if (match === null) continue
    const id = rosterImportIdSchema.safeParse(match[1])
    if (id.success) return { id: id.data, place: { sheet: Number(match[2]), row: Number(match[3]) } }
  }
  return null
}

/** Columns stand where they stood when the row that names them was taken out. */
function textsOf(cells: readonly Cell[], columns: ReadonlyMap<number, string>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((cell, index) => {
      const column = columns.size === 0 ? String(index) : columns.get(index)
      return column === undefined ? [] : [[column, shownText(cell)] as const]
    }),
  )
}

/** The text of a cell; a number that lost its last digits shows that it did. */
export function shownText(cell: Cell | undefined): string {
  if (typeof cell === 'number' && hasLostDigits(cell)) return cell.toExponential().toUpperCase()
  return tidyText(cellText(cell))
}

/** The same sheets as if nothing had ever been written beside their rows, for a workbook whose import is gone. */
export function withoutKeys(sheets: readonly RawSheet[]): RawSheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.flatMap((row): SheetRow[] => {
      if (row.cells.some((cell) => matchOf(cell, COLUMN_KEY) !== null)) return []
      return [{ ...row, cells: row.cells.map((cell) => (matchOf(cell, ROW_KEY) === null ? cell : null)) }]
    }),
  }))
}

/** The texts of some rows of a file, by the order of its sheets; merged values stand in every cell of their range. */
export function textsAt(sheets: readonly RawSheet[], places: readonly RowPlace[]): readonly ReturnedRow[] {
  return sheets.flatMap((raw, sheet) => {
    const wanted = places.filter((place) => place.sheet === sheet)
    if (wanted.length === 0) return []
    const grid = gridOf(raw)
    return wanted.map(({ row }) => ({ sheet, row, texts: textsOf(grid.row(row)?.cells ?? [], new Map()) }))
  })
}
