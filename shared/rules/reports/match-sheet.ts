import type { SkippedRowReason } from '../../model/roster'
import type { ProfileDefinition } from '../../model/receiver-profile'
import { cellText, type RawSheet } from '../roster/cell'
import { filledCells, gridOf, ownText, type Grid, type GridRow } from '../roster/grid'
import { bareWords } from '../roster/headings'
import { skipReason, type TableLayout } from '../roster/rows'

/** Where a sheet takes the rows of a profile. */
export interface SheetMatch {
  readonly sheet: string
  /** 1-based row of the first member. */
  readonly startRow: number
  /** 1-based row below the last one that may hold a member: a note, a total; null where nothing follows. */
  readonly endRow: number | null
  /** By the profile's columns: 0-based column of the sheet, null where nothing is written or nothing has its heading. */
  readonly columns: readonly (number | null)[]
  /** Headings of the profile that the sheet does not have. */
  readonly missing: readonly string[]
  /** Rows between that hold something in one of these columns. */
  readonly filledRows: number
}

/** How far down the headings are looked for. */
const SEARCH_DEPTH = 40

/** How headings of a profile and of a sheet are compared: `*姓名（必填）` is 姓名. */
export function headingKey(text: string): string {
  const bare = bareWords(text)
  return bare.replace(/\([^()]*\)/g, '') || bare
}

/** Finds the sheet and the row with the headings of a profile; null where none has at least half of them. */
export function matchSheet(definition: ProfileDefinition, sheets: readonly RawSheet[]): SheetMatch | null {
  let best: {
    readonly sheet: RawSheet
    readonly grid: Grid
    readonly row: number
    readonly columns: (number | null)[]
  } | null = null
  let bestCount = Math.ceil(definition.columns.length / 2) - 1
  for (const sheet of sheets) {
    const grid = gridOf(sheet)
    for (const { row } of grid.rows.slice(0, SEARCH_DEPTH)) {
      const columns = columnsAt(definition, grid, row)
      const count = columns.filter((column) => column !== null).length
      if (count > bestCount) {
        bestCount = count
        best = { sheet, grid, row, columns }
      }
    }
  }
  return best === null ? null : placeOf(definition, best.sheet.name, best.grid, best.row, best.columns)
}

/** Equal headings are met in their order, so that a heading may stand twice. */
function columnsAt({ columns }: ProfileDefinition, grid: Grid, row: number): (number | null)[] {
  const keys = Array.from({ length: grid.width }, (_, column) => headingKey(ownText(grid.row(row), column)))
  const taken = new Set<number>()
  return columns.map(({ heading }) => {
    const column = keys.findIndex((key, index) => key !== '' && key === headingKey(heading) && !taken.has(index))
    if (column < 0) return null
    taken.add(column)
    return column
  })
}

function placeOf(
  definition: ProfileDefinition,
  sheet: string,
  grid: Grid,
  headingRow: number,
  found: readonly (number | null)[],
): SheetMatch {
  const missing = definition.columns.filter((_, index) => found[index] === null).map(({ heading }) => heading)
  const columns = found.map((column, index) => (definition.columns[index]?.value.from === 'nothing' ? null : column))
  // Headings merged over two rows, and the distance that the profile keeps to its first row.
  const below = grid.merges
    .filter(({ top, left }) => top === headingRow && columns.includes(left))
    .reduce((lowest, { bottom }) => Math.max(lowest, bottom), headingRow)
  const firstRow = Math.max(below + 1, headingRow + definition.startRow - definition.headingRow)
  const layout = layoutOf(definition, grid, columns, firstRow)
  const first = columns.find((column) => column !== null)
  // A value that the template gives beforehand, such as 否 in each row.
  const isPrefilled = (row: GridRow, reason: SkippedRowReason) =>
    reason === 'sectionTitle' &&
    !layout.wideMerges.has(row.row) &&
    filledCells(row).every(({ column }) => column !== first && columns.includes(column))
  let [startRow, endRow, filledRows]: [number, number | null, number] = [firstRow, null, 0]
  for (const row of grid.rows) {
    if (row.row < firstRow) continue
    const reason = skipReason(row, layout)
    if (reason === 'note' && row.row === firstRow && filledCells(row).length > 1) {
      // The receiver's own example.
      startRow = firstRow + 1
      continue
    }
    if (reason !== null && reason !== 'blank' && reason !== 'hidden' && !isPrefilled(row, reason)) {
      endRow = row.row
      break
    }
    if (columns.some((column) => column !== null && cellText(row.own[column]) !== '')) filledRows++
  }
  return { sheet, startRow, endRow, columns, missing, filledRows }
}

function layoutOf(
  definition: ProfileDefinition,
  grid: Grid,
  columns: readonly (number | null)[],
  firstDataRow: number,
): TableLayout {
  const columnOf = (field: string) => {
    const index = definition.columns.findIndex(({ value }) => 'field' in value && value.field === field)
    return columns[index] ?? null
  }
  return {
    headingWords: [],
    fieldColumns: new Set(columns.filter((column) => column !== null)),
    nameColumn: columnOf(definition.kind === 'member' ? 'name' : 'unionName'),
    idColumn: columnOf('idNumber'),
    wideMerges: new Map(grid.merges.filter(({ left, right }) => right > left).map((merge) => [merge.top, merge])),
    firstDataRow,
  }
}
