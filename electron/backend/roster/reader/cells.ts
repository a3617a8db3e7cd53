import type { Cell, MergedRange } from '../../../../shared/rules/roster/cell'
import { dayOfSerial } from '../../../../shared/rules/roster/dates'

/** Days between the two calendars a workbook can count in. */
const DAYS_TO_1904 = 1462

/** What a number under a date format is. */
export type DateCellOf = (serial: number) => Cell

/** Tells days from bare times of day, which stay numbers. The same days come again and again, and share a cell. */
export function dateCells(date1904: boolean): DateCellOf {
  const known = new Map<number, Cell>()
  return (serial) => {
    const days = date1904 ? serial + DAYS_TO_1904 : serial
    if (!(days >= 1 && days < 2_958_466)) return serial
    const key = Math.floor(days + 1e-9)
    const cell = known.get(key) ?? { kind: 'date', day: dayOfSerial(key) }
    known.set(key, cell)
    return cell
  }
}

/** A formula without a stored result. A quoted text (`="0012"`) needs no calculating. */
export function formulaCell(formula: string): Cell {
  const literal = /^"((?:[^"]|"")*)"$/.exec(formula)
  return literal === null ? { kind: 'uncalculated', formula } : (literal[1] ?? '').replaceAll('""', '"')
}

/** `AB12` as its 0-based column and 1-based row. */
export function placeOf(address: string): { readonly column: number; readonly row: number } {
  let column = 0
  let index = 0
  for (; index < address.length; index++) {
    const letter = address.charCodeAt(index) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return { column: column - 1, row: Number(address.slice(index)) }
}

/** `A1:C3`, or a single cell, as a range. */
export function rangeOf(reference: string): MergedRange {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const [start, end] = [placeOf(from), placeOf(to)]
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}
