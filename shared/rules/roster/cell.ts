/** A cell of a real date format; a date cell is a whole day however it is shown. */
export interface DateCell {
  readonly kind: 'date'
  /** ISO `yyyy-mm-dd`. */
  readonly day: string
}

/** An error that the spreadsheet shows, such as `#N/A`. */
export interface ErrorCell {
  readonly kind: 'error'
  readonly text: string
}

/** A formula without a stored result: what it would show is not in the file. */
export interface UncalculatedCell {
  readonly kind: 'uncalculated'
  readonly formula: string
}

/** What every reader makes of a cell; null is an empty one. Texts are as they stand in the file. */
export type Cell = null | string | number | boolean | DateCell | ErrorCell | UncalculatedCell

export interface SheetRow {
  /** 1-based, as the spreadsheet counts. */
  readonly row: number
  readonly hidden: boolean
  /** By 0-based column; may be shorter than the sheet is wide. */
  readonly cells: Cell[]
}

/** Rows 1-based, columns 0-based, all inclusive. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as a reader hands it over: nothing interpreted yet. */
export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  /** Ascending; rows without content are left out. */
  readonly rows: readonly SheetRow[]
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly MergedRange[]
  /** False where the format knows text only (CSV, HTML), so that a number may have lost its form on the way. */
  readonly typed: boolean
}

/** The text of a cell, as people would read it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  if (cell.kind === 'date') return cell.day
  return cell.kind === 'error' ? cell.text : `=${cell.formula}`
}

/** Whether a cell holds nothing a person could see. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  return typeof cell === 'string' && !/[^\s\u200b-\u200f\u2060-\u2069\ufeff]/.test(cell)
}

/** Letters of a 0-based column, e.g. 27 → `AB`. */
export function columnLetter(index: number): string {
  const rest = index % 26
  const letter = String.fromCharCode(65 + rest)
  return index < 26 ? letter : columnLetter((index - rest) / 26 - 1) + letter
}
