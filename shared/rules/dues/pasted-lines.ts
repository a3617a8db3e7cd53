import type { Fen } from '../../model/money'
import { squeezeText } from '../roster/text'
import { parseYuan } from '../yuan'

/** A line of a list as it was pasted; null for what it does not give. */
export interface PastedRow {
  readonly name: string
  readonly staffNumber: string | null
  readonly department: string | null
  readonly amount: Fen | null
}

type Column = 'name' | 'staffNumber' | 'department' | 'amount' | 'other'

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(会员|會員|职工|職工|员工|員工)?姓名$|^name$/i],
  ['staffNumber', /工号|工號|职工号|職工號|员工号|員工編號|编号|staff|employee/i],
  ['department', /部门|部門|单位|單位|分会|分會|小组|小組|车间|department|unit|group/i],
  ['amount', /金额|金額|会费|會費|实缴|實繳|应缴|應繳|缴费|繳費|元|amount|dues|paid/i],
]

/** What ends a list and is no person. */
const SUMS = /^(合计|合計|总计|總計|小计|小計|共计|共計|total|sum)[:：]?$/i

/**
 * Reads a list pasted from a spreadsheet or a message: a name a line, with an amount and whatever else stands beside it.
 * A line of headings says what its columns are; without one the last number is the amount. Headings, sums and empty lines
 * are left out.
 */
export function readPastedLines(text: string): readonly PastedRow[] {
  const lines = text
    .split(/\r?\n/)
    // In a message several people stand in a line.
    .flatMap((line) => (line.includes('\t') ? [line] : line.split(/[、;；]/)))
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [first = []] = lines
  const columns = headingsOf(first)
  const rows = columns === null ? lines : lines.slice(1)
  return rows.flatMap((cells) => {
    if (cells.some((cell) => SUMS.test(cell))) return []
    const row = columns === null ? guessed(cells, rows) : headed(cells, columns)
    return row === null ? [] : [row]
  })
}

/** A line's cells: between tabs, or else commas that group no digits, or else spaces. */
function cellsOf(line: string): readonly string[] {
  if (line.includes('\t')) return line.split('\t').map(squeezeText)
  const commas = line.split(/[,，:：](?!\d{3}(?:\D|$))/)
  return (commas.length > 1 ? commas : apart(line).trim().split(/\s+/)).map(squeezeText)
}

/** Names of two characters are often written with a blank between them, and amounts without one before them. */
function apart(line: string): string {
  return line
    .replace(/(?<!\S)(\p{Script=Han})\s+(\p{Script=Han})(?=[\s\d¥￥]|$)/gu, '$1$2')
    .replace(/(?<=\p{Script=Han})(?=[\d¥￥])/gu, ' ')
}

function headingsOf(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map((cell): Column => HEADINGS.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'other')
  return columns.includes('name') && cells.every((cell) => parseYuan(cell) === null) ? columns : null
}

function headed(cells: readonly string[], columns: readonly Column[]): PastedRow | null {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const name = cell('name')
  // The last of several amounts is what was paid, as in 应缴 and 实缴.
  const amount = cells[columns.lastIndexOf('amount')] ?? ''
  if (name === '') return null
  return {
    name,
    staffNumber: cell('staffNumber') || null,
    department: cell('department') || null,
    amount: parseYuan(amount),
  }
}

function guessed(cells: readonly string[], rows: readonly (readonly string[])[]): PastedRow | null {
  const isCounted =
    rows.length > 1 && rows.every(([first = ''], index) => first.replace(/[.、]$/, '') === String(index + 1))
  const known = isCounted ? cells.slice(1) : cells
  const at = known.findLastIndex((cell) => parseYuan(cell) !== null)
  const others = known.filter((cell, index) => index !== at && cell !== '')
  const name = others.find((cell) => !/\d/.test(cell))
  if (name === undefined) return null
  return {
    name,
    staffNumber: others.find((cell) => /\d/.test(cell)) ?? null,
    department: others.find((cell) => cell !== name && !/\d/.test(cell)) ?? null,
    amount: parseYuan(known[at] ?? ''),
  }
}
