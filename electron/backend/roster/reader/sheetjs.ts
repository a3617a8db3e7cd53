import { read, set_cptable, type CellObject, type ParsingOptions, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { isEmptyCell, type Cell, type RawSheet, type SheetRow } from '../../../../shared/rules/roster/cell'
import { dateCells, formulaCell, type DateCellOf } from './cells'
import { MAX_COLUMNS, MAX_ROWS, UnreadableFile, type FileFault } from './unreadable'
import { isDateFormat } from './xlsx-parts'

// Texts before Excel 97 are in the code page of their machine; before Excel 5 they do not say in which.
set_cptable(codePages)

const OPTIONS: ParsingOptions = {
  dense: true,
  codepage: 936,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
  sheetStubs: true,
}

/** Reads .xls and .xlsb. @throws UnreadableFile FILE_… */
export function readLegacyWorkbook(bytes: Buffer): RawSheet[] {
  const workbook = orUnreadable(() => read(bytes, { ...OPTIONS, type: 'buffer' }))
  const dateCell = dateCells(workbook.Workbook?.WBProps?.date1904 === true)
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return []
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return [{ name, hidden, typed: true, ...contentOf(sheet, dateCell) }]
  })
}

function orUnreadable<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw new UnreadableFile(faultOf(error))
  }
}

/** SheetJS tells its reasons in words only. */
function faultOf(error: unknown): FileFault {
  const message = error instanceof Error ? error.message : ''
  if (/password|encrypt/i.test(message)) return 'FILE_ENCRYPTED'
  return /Cannot find Workbook stream/.test(message) ? 'FILE_NOT_A_ROSTER' : 'FILE_BROKEN'
}

function contentOf(sheet: WorkSheet, dateCell: DateCellOf): Pick<RawSheet, 'rows' | 'hiddenColumns' | 'merges'> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  if (data.length > MAX_ROWS) throw new UnreadableFile('FILE_BROKEN')
  const rows = data.flatMap((stored, index): SheetRow[] => {
    const read = Array.from(columnsOf(stored ?? [], dateCell), (cell) => cellOf(cell, dateCell))
    const cells = read.map((cell) => (isEmptyCell(cell) ? null : cell))
    while (cells.length > 0 && isEmptyCell(cells.at(-1))) cells.pop()
    return cells.length === 0 ? [] : [{ row: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells }]
  })
  return {
    rows,
    hiddenColumns: (sheet['!cols'] ?? [])
      .slice(0, MAX_COLUMNS)
      .flatMap((column, index) => (column.hidden === true ? [index] : [])),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c })),
  }
}

type StoredCells = readonly (CellObject | undefined)[]

/**
 * The columns of a row that are read. A damaged file may name one in the milliards: of a row as wide only the cells that
 * are there are looked at. @throws UnreadableFile FILE_TOO_MANY_COLUMNS
 */
function columnsOf(stored: StoredCells, dateCell: DateCellOf): StoredCells {
  if (stored.length <= MAX_COLUMNS) return stored
  const beyond = Object.keys(stored)
    .map(Number)
    .filter((column) => column >= MAX_COLUMNS)
  if (beyond.some((column) => !isEmptyCell(cellOf(stored[column], dateCell))))
    throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
  return stored.slice(0, MAX_COLUMNS)
}

function cellOf(cell: CellObject | undefined, dateCell: DateCellOf): Cell {
  if (cell === undefined) return null
  const { t: type, v: value, f: formula, z: format } = cell
  if (type === 'e') return { kind: 'error', text: cell.w ?? ERRORS[Number(value)] ?? '#ERROR!' }
  if (value === undefined || type === 'z') return formula === undefined ? null : formulaCell(formula)
  if (value instanceof Date) return { kind: 'date', day: value.toISOString().slice(0, 10) }
  if (typeof value !== 'number') return value
  return typeof format === 'string' && isDateFormat(format) ? dateCell(value) : value
}

/** Error values by their number in BIFF and OOXML (ECMA-376 part 1, 18.18.11). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
