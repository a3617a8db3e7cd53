import type { SheetReading } from '../../contract/roster'
import type { RosterField, RosterSheet } from '../../model/roster'
import type { RawSheet } from './cell'
import { readValue } from './values'

/** How the sheets that are told to be lists of dues are read; no other one is. */
export function duesReadings(sheets: readonly RosterSheet[]): SheetReading[] {
  return readingsOf(sheets, ({ kind, unusedReason }) => kind === 'dues' && unusedReason === 'duesList')
}

/** By what somebody on a deduction list is known. */
const PERSON_FIELDS: readonly RosterField[] = ['name', 'staffNumber', 'idNumber']

/** How the sheets of a file that a person says is a deduction list are read: all that name people and amounts. */
export function deductionReadings(sheets: readonly RosterSheet[]): SheetReading[] {
  return readingsOf(sheets, ({ unusedReason, columns }) => {
    const fields = columns.map(({ field }) => field)
    const isShown = unusedReason !== 'hidden' && unusedReason !== 'empty'
    return isShown && fields.includes('duesAmount') && PERSON_FIELDS.some((field) => fields.includes(field))
  })
}

function readingsOf(sheets: readonly RosterSheet[], isUsed: (sheet: RosterSheet) => boolean): SheetReading[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    use: isUsed(sheet),
    headerRows: sheet.headerRows,
    hiddenRows: true,
    fields: Object.fromEntries(
      sheet.columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field]])),
    ),
  }))
}

/** The amount in fen that the last total of each list states, subtotals left aside; null where none does. */
export function statedTotal(sheets: readonly RosterSheet[], raw: readonly RawSheet[]): number | null {
  const totals = sheets.flatMap(({ use, columns, skippedRows }, index): number[] => {
    const column = columns.find(({ field }) => field === 'duesAmount')
    if (!use || column === undefined) return []
    const grand = skippedRows.filter(({ reason, text }) => reason === 'total' && !/小\s*计/.test(text))
    const amounts = grand.flatMap(({ row, text }) => {
      const cells = raw[index]?.rows.find((candidate) => candidate.row === row)?.cells
      const written = /[合总共]\s*计\D{0,10}?(-?[\d,]+(?:\.\d+)?)\s*元/.exec(text)?.[1] ?? null
      const { value } = readValue('duesAmount', cells?.[column.index] ?? written, { typed: true, trustsTenths: false })
      return typeof value === 'number' ? [value] : []
    })
    return amounts.slice(-1)
  })
  return totals.length === 0 ? null : totals.reduce((sum, fen) => sum + fen, 0)
}
