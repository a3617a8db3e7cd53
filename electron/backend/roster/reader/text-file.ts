import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { RawSheet, SheetRow } from '../../../../shared/rules/roster/cell'
import { MAX_COLUMNS, UnreadableFile } from './unreadable'

/**
 * Decodes a text of unknown encoding: by its byte order mark, as UTF-8 where it is valid UTF-8, else as GB18030, which
 * holds GBK and GB2312.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

/** Whether decoded bytes are a text at all: hardly any control or replacement characters in its beginning. */
export function isText(text: string): boolean {
  const start = text.slice(0, 20_000)
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return strange <= start.length * 0.001
}

const DELIMITERS = [',', ';', '\t', '|']

/** Reads delimited text as one sheet `#1`; a row is a record. @throws UnreadableFile FILE_BROKEN, FILE_NOT_A_ROSTER */
export function readDelimited(text: string): RawSheet[] {
  const delimiter = delimiterOf(text)
  if (delimiter === null) throw new UnreadableFile('FILE_NOT_A_ROSTER')
  const records = parseRecords(text, delimiter)
  const rows = records.flatMap((cells, index): SheetRow[] => {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (width > MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
    return width === 0 ? [] : [{ row: index + 1, hidden: false, cells: cells.slice(0, width) }]
  })
  return [{ name: '#1', hidden: false, typed: false, rows, hiddenColumns: [], merges: [] }]
}

/** Empty lines are records too, so that rows keep their numbers. A stray quote inside a cell belongs to its text. */
function parseRecords(text: string, delimiter: string): string[][] {
  const options = { delimiter, bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
  try {
    return parse(text, options)
  } catch {
    try {
      return parse(text, { ...options, quote: null })
    } catch {
      throw new UnreadableFile('FILE_BROKEN')
    }
  }
}

/** The delimiter that cuts most lines into the same number of cells; null where none cuts anything. */
function delimiterOf(text: string): string | null {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 200)
    .filter((line) => line.trim() !== '')
  const scores = DELIMITERS.map((delimiter) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const cuts = line.split(delimiter).length - 1
      if (cuts > 0) counts.set(cuts, (counts.get(cuts) ?? 0) + 1)
    }
    return { delimiter, score: Math.max(0, ...counts.values()) }
  })
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score === 0 ? null : best.delimiter
}
