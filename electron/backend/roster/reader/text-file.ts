import { isEmptyCell, type RawSheet, type SheetRow } from '../../../../shared/rules/roster/cell'
import { MAX_COLUMNS, UnreadableFile } from './unreadable'

/** Whether decoded bytes are a text at all: hardly any control or replacement characters in its beginning. */
export function isText(text: string): boolean {
  const start = text.slice(0, 20_000)
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return strange <= 1 + start.length * 0.001
}

/** Reads delimited text as one sheet `#1`; a row is a record. @throws UnreadableFile FILE_NOT_A_ROSTER */
export function readDelimited(text: string): RawSheet[] {
  const [declaration, declared] = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text) ?? ['']
  const content = text.slice(declaration.length)
  const delimiter = declared ?? delimiterOf(content)
  if (delimiter === null) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  const records = delimiter === BLANKS ? recordsBetweenBlanks(content) : recordsOf(content, delimiter)
  const rows = records.flatMap((cells, index): SheetRow[] => {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (width > MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
    return width === 0 ? [] : [{ row: index + 1, hidden: false, cells: cells.slice(0, width) }]
  })
  return [{ name: '#1', hidden: false, typed: false, rows, hiddenColumns: [], merges: [] }]
}

/** Least part of the rows that have as many cells as most do. */
const MOST = 0.8

/**
 * Parts a sheet whose rows stand in its first column as delimited text: one that Excel opened without knowing the
 * separator. Any other sheet comes back as it is.
 */
export function withRecordsParted(sheet: RawSheet): RawSheet {
  const texts = sheet.rows.flatMap(({ cells: [first, ...others] }) =>
    typeof first === 'string' && others.every(isEmptyCell) ? [first.replace(/[\r\n]+/g, ' ')] : [],
  )
  if (texts.length < 3 || texts.length < sheet.rows.length) return sheet
  const delimiter = delimiterOf(texts.join('\n'))
  if (delimiter === null || delimiter.trim() === '') return sheet
  const records = texts.map((text) => recordsOf(text, delimiter)[0] ?? [])
  // Titles stand above the header.
  const widths = records.slice(records.findIndex(({ length }) => length > 2)).map(({ length }) => length)
  const width = widths.toSorted((one, other) => one - other)[widths.length >> 1] ?? 0
  if (width < 3 || widths.filter((cells) => cells === width).length < widths.length * MOST) return sheet
  return { ...sheet, typed: false, rows: sheet.rows.map((row, index) => ({ ...row, cells: records[index] ?? [] })) }
}

/** Parts text into records of cells. Empty lines are records too, so that rows keep their numbers. */
function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  const isEnd = (index: number) => index === text.length || text[index] === delimiter || isLineEnd(text, index)
  while (at < text.length || record.length > 0) {
    const open = afterBlanks(text, at)
    const quoteEnd = text[open] === '"' ? endOfQuotes(text, open, isEnd) : null
    let end = quoteEnd ?? at
    while (!isEnd(end)) end++
    const cell = quoteEnd === null ? text.slice(at, end) : text.slice(open + 1, quoteEnd - 1).replaceAll('""', '"')
    // ="0012" is how programs force a text in Excel.
    record.push(cell.startsWith('="') ? cell.replace(/^="([^"]*)"$/, '$1') : cell)
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (text[end] === delimiter) continue
    records.push(record)
    record = []
  }
  return records
}

/**
 * Where a quoted cell ends, its quotes included. Null where a quote stands alone in it or none closes it: then the
 * first one is a character of the text like any other, and no row after it is swallowed.
 */
function endOfQuotes(text: string, start: number, isEnd: (index: number) => boolean): number | null {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    if (text[quote + 1] !== '"') return isEnd(afterBlanks(text, quote + 1)) ? quote + 1 : null
    from = quote + 2
  }
}

function afterBlanks(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at++
  return at
}

function isLineEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code === 10 || code === 13
}

/** Several blanks, or full-width ones. */
const BLANKS = '  '
const BLANKS_PATTERN = / {2,}|\u3000+/
const DELIMITERS = [',', ';', '\t', '|', '^', '~', '，', '；', '、', BLANKS]

function recordsBetweenBlanks(text: string): string[][] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim().split(BLANKS_PATTERN))
}

/** The delimiter that cuts most lines into the same number of cells, more cells rather than fewer; null for none. */
function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 200_000)
    .replace(/"(?:[^"]|""){0,2000}"/g, '""')
    .split(/\r\n|\n|\r/, 200)
    .filter((line) => line.trim() !== '')
  let best: string | null = null
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const alike = new Map<number, number>()
    for (const line of lines) {
      const cuts = (delimiter === BLANKS ? line.trim().split(BLANKS_PATTERN) : line.split(delimiter)).length - 1
      if (cuts > 0) alike.set(cuts, (alike.get(cuts) ?? 0) + 1)
    }
    for (const [cuts, count] of alike) {
      const score = count * (1 + Math.min(cuts, 10) / 20)
      if (score <= bestScore) continue
      bestScore = score
      best = delimiter
    }
  }
  return best ?? (lines.length > 0 && lines.every((line) => line.trim().includes(' ')) ? ' ' : null)
}
