import type { RosterField } from '../../model/roster'
import { cellText, columnLetter, isEmptyCell, type Cell, type RawSheet, type SheetRow } from './cell'
import { gridOf } from './grid'
import { findHeader } from './header'
import { readHeading, type HeadingMeaning } from './headings'
import { looksPersonal } from './shapes'
import { tidyText } from './text'
import { withWholeNames } from './whole-names'

/**
 * Parts a sheet into the lists on it, each as a sheet of its own: lists below each other whose headings stand otherwise,
 * and lists side by side under the same headings. Rows and columns keep their places; the first list keeps the sheet's
 * name, another one adds to it where it begins, `名册:11` or `名册:F`.
 */
export function tablesOf(sheet: RawSheet): RawSheet[] {
  return belowEachOther(withWholeNames(sheet)).flatMap(sideBySide)
}

function belowEachOther(sheet: RawSheet): RawSheet[] {
  const starts = [0]
  let known: FieldColumns | null = null
  let hasPersons = false
  for (const [index, { cells }] of sheet.rows.entries()) {
    const columns = headerColumns(cells)
    if (columns === null) hasPersons ||= cells.some((cell) => looksPersonal([cell]))
    else if (known === null) known = columns
    else if (hasPersons && standOtherwise(known, columns)) {
      // The first header may have a second row.
      known = wholeHeader(partOf(sheet, starts.at(-1) ?? 0, index)) ?? known
      if (!standOtherwise(known, columns)) continue
      starts.push(withTitles(sheet.rows, index))
      known = columns
      hasPersons = false
    }
  }
  if (starts.length === 1) return [sheet]
  return starts.map((start, index) => partOf(sheet, start, starts[index + 1]))
}

function partOf(sheet: RawSheet, start: number, end: number | undefined): RawSheet {
  const rows = sheet.rows.slice(start, end)
  const [top, bottom] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
  const merges = sheet.merges
    .filter((merge) => merge.bottom >= top && merge.top <= bottom)
    .map((merge) => ({ ...merge, top: Math.max(merge.top, top), bottom: Math.min(merge.bottom, bottom) }))
  return { ...sheet, name: start === 0 ? sheet.name : `${sheet.name}:${String(top)}`, rows, merges }
}

/** By field the first column under its heading. */
type FieldColumns = ReadonlyMap<RosterField, number>

/** Where a header of one row has its fields; null for any other row. */
function headerColumns(cells: readonly Cell[]): FieldColumns | null {
  if (!cells.some((cell) => typeof cell === 'string' && cell.length <= 20 && /名|name/i.test(cell))) return null
  if (cells.some((cell) => looksPersonal([cell]))) return null
  const filled = cells.filter((cell) => !isEmptyCell(cell))
  const meanings = cells.map((cell) => readHeading([tidyText(cellText(cell))]))
  const columns = fieldColumns(meanings)
  const known = meanings.filter(({ kind }) => kind !== 'unknown')
  return columns.has('name') && columns.size >= 3 && known.length >= filled.length * 0.6 ? columns : null
}

function wholeHeader(sheet: RawSheet): FieldColumns | null {
  const header = findHeader(gridOf(sheet))
  return header === null ? null : fieldColumns(header.headings.map(readHeading))
}

function fieldColumns(meanings: readonly HeadingMeaning[]): FieldColumns {
  const columns = new Map<RosterField, number>()
  for (const [column, { field }] of meanings.entries()) {
    if (field !== null && !columns.has(field)) columns.set(field, column)
  }
  return columns
}

/** Whether no mapping is right for both headers: one that repeats the other on a further page has its columns there. */
function standOtherwise(one: FieldColumns, other: FieldColumns): boolean {
  const moved = [...one].flatMap(([field, column]) => ((other.get(field) ?? column) === column ? [] : [field]))
  return moved.includes('name') || moved.includes('idNumber') || moved.length > 1
}

const TITLES = 3

/** The index of the first of the titles that stand above a header. */
function withTitles(rows: readonly SheetRow[], header: number): number {
  const isTitle = (index: number) => {
    const [only, second] = (rows[index]?.cells ?? []).filter((cell) => !isEmptyCell(cell))
    return typeof only === 'string' && second === undefined && !/计/.test(only)
  }
  let start = header
  while (header - start < TITLES && isTitle(start - 1)) start--
  return start
}

/** How far down a header of lists side by side is looked for, in rows. */
const SEARCH_DEPTH = 20

function sideBySide(sheet: RawSheet): RawSheet[] {
  for (const [index, { cells }] of sheet.rows.slice(0, SEARCH_DEPTH).entries()) {
    if (headerColumns(cells) === null) continue
    const starts = repeatsOf(cells.map((cell) => tidyText(cellText(cell))))
    const below = sheet.rows.slice(index + 1)
    const [, second] = starts
    if (second === undefined || !below.some((row) => row.cells.slice(second).some((cell) => looksPersonal([cell])))) {
      return [sheet]
    }
    return starts.map((start, order) => columnsOf(sheet, start, starts[order + 1] ?? Infinity, order === 0))
  }
  return [sheet]
}

/** The columns where headings begin that repeat all of the first ones: 姓名 手机 姓名 手机. */
function repeatsOf(headings: readonly string[]): number[] {
  const first = headings.findIndex((heading) => heading !== '')
  const starts = headings.flatMap((heading, column) => (heading === headings[first] ? [column] : []))
  const [, second = headings.length] = starts
  const list = headings.slice(first, second).join('\n').trimEnd()
  const repeats = starts.every(
    (start, order) =>
      headings
        .slice(start, starts[order + 1])
        .join('\n')
        .trimEnd() === list,
  )
  return repeats && list.split('\n').length >= 3 ? starts : [first]
}

/** The columns of one list; what stands left of them, or right, is not its own. */
function columnsOf(sheet: RawSheet, start: number, end: number, isFirst: boolean): RawSheet {
  return {
    ...sheet,
    name: isFirst ? sheet.name : `${sheet.name}:${columnLetter(start)}`,
    rows: sheet.rows.flatMap((row): SheetRow[] => {
      const cells = row.cells.slice(0, end).map((cell, column) => (column < start ? null : cell))
      return cells.every(isEmptyCell) ? [] : [{ ...row, cells }]
    }),
    merges: sheet.merges.filter(({ left }) => left >= start && left < end),
  }
}
