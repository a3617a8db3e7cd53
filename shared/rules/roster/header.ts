import { filledCells, ownText, type FilledCells, type Grid } from './grid'
import { bareWords, readHeading, readSimilarHeading, type HeadingMeaning } from './headings'
import { looksPersonal } from './shapes'

/** The header of a sheet: one row, or up to three whose texts are joined. */
export interface Header {
  /** 1-based; empty for a sheet without a header. */
  readonly rows: readonly number[]
  /** By column: the texts of its heading, group first; empty for a column without one. */
  readonly headings: readonly (readonly string[])[]
}

/** How far down a header is looked for, in rows with content. */
const SEARCH_DEPTH = 40
const MOST_ROWS = 3
/** The score of two known fields. */
const SURE = 6

interface Scored {
  readonly header: Header
  readonly score: number
}

/**
 * Finds the header: the row, or up to three rows together, with the most known headings. Several rows are taken only
 * where they say more than fewer of them, or where cells merged downwards show how high the header is. Null where
 * nothing looks like the header of a list of persons.
 */
export function findHeader(grid: Grid): Header | null {
  return searchHeader(grid, readHeading) ?? searchHeader(grid, readMistyped)
}

/** With typing errors forgiven, for a header that hardly has a right word. */
function readMistyped(parts: readonly string[]): HeadingMeaning {
  const meaning = readHeading(parts)
  const { field } = meaning.kind === 'unknown' ? readSimilarHeading(parts) : { field: null }
  return field === null ? meaning : { ...meaning, kind: 'field', field }
}

function searchHeader(grid: Grid, read: (parts: readonly string[]) => HeadingMeaning): Header | null {
  const scored = new Map<string, Scored>()
  const scoredHeader = (rows: readonly number[]): Scored => {
    const key = rows.join()
    const known = scored.get(key)
    if (known !== undefined) return known
    const header = headerOf(grid, rows)
    const isNone = hasTitleOverAll(header) || rows.some((row) => holdsValues(grid, row))
    const found = { header, score: isNone ? 0 : scoreOf(header, read) }
    scored.set(key, found)
    return found
  }
  const isHeading = (row: number) => scoredHeader([row]).score > 0
  let best: Scored | null = null
  for (const { row } of grid.rows.slice(0, SEARCH_DEPTH)) {
    // Below the first member a header can only be repeated.
    if (best !== null && best.score >= SURE && holdsValues(grid, row)) break
    const found = [row, row + 1, row + 2].some(isHeading) ? headerAt(grid, row, scoredHeader) : null
    if (found !== null && found.score > (best?.score ?? 0)) best = found
  }
  return best?.header ?? null
}

function headerAt(grid: Grid, top: number, scoredHeader: (rows: readonly number[]) => Scored): Scored {
  const height = mergedHeight(grid, top)
  if (height > 1) return scoredHeader(rowsFrom(top, height))
  let found = scoredHeader([top])
  let most = found.score
  for (let count = 2; count <= MOST_ROWS; count++) {
    const parts = Array.from({ length: count }, (_, start) =>
      Array.from({ length: count - start }, (__, less) => scoredHeader(rowsFrom(top + start, less + 1)).score),
    )
    const whole = scoredHeader(rowsFrom(top, count))
    const others = parts.flatMap((scores, start) => (start === 0 ? scores.slice(0, -1) : scores))
    most = Math.max(most, ...others)
    if (whole.score > most) found = whole
  }
  return found
}

const rowsFrom = (top: number, count: number) => Array.from({ length: count }, (_, index) => top + index)

/** How many rows a header has whose headings are merged downwards, 1 where none is. */
function mergedHeight(grid: Grid, top: number): number {
  const texts = new Map(cellsOf(grid, top).map(({ column, text }) => [column, text]))
  const heights = grid.merges
    .filter((merge) => merge.top === top && merge.left === merge.right && merge.bottom - top < MOST_ROWS)
    .filter(({ left }) => isKnown(readHeading([texts.get(left) ?? ''])))
    .map(({ bottom }) => bottom - top + 1)
  return Math.max(1, ...heights)
}

function cellsOf(grid: Grid, number: number): FilledCells {
  const row = grid.row(number)
  return row === undefined ? [] : filledCells(row)
}

/** The headings of the given header rows. */
export function headerOf(grid: Grid, rows: readonly number[]): Header {
  const columns = Array.from({ length: grid.width }, (_, column) => column)
  const own = rows.map((number) => columns.map((column) => ownText(grid.row(number), column)))
  const texts = own.map((row, index) => (index === rows.length - 1 ? row : groupTexts(grid, rows, own, index)))
  return {
    rows,
    headings: columns.map((column) =>
      texts.map((row) => row[column] ?? '').filter((text, index, all) => text !== '' && text !== all[index - 1]),
    ),
  }
}

/**
 * An upper header row with its groups spread to the right: over the columns of a merge, or, in rows without merges,
 * over empty cells that follow a cell with a heading below it.
 */
function groupTexts(
  grid: Grid,
  rows: readonly number[],
  own: readonly (readonly string[])[],
  index: number,
): readonly string[] {
  const texts = [...(own[index] ?? [])]
  const merges = grid.merges.filter((merge) => merge.top === rows[index] && merge.right > merge.left)
  for (const { left, right } of merges) texts.fill(texts[left] ?? '', left, Math.min(right + 1, grid.width))
  if (merges.length > 0) return texts
  const lower = own.slice(index + 1)
  let group = ''
  return texts.map((text, column) => {
    const hasLeaf = lower.some((row) => row[column] !== '')
    if (text !== '') group = hasLeaf ? text : ''
    return text === '' && hasLeaf ? group : text
  })
}

/** The heading as people see it: group and heading joined by `/`. */
export function headingText(parts: readonly string[]): string {
  return parts.join('/')
}

function scoreOf({ headings }: Header, read: (parts: readonly string[]) => HeadingMeaning): number {
  const meanings = headings.filter((parts) => parts.length > 0).map(read)
  const fields = new Set(meanings.flatMap(({ field }) => (field === null ? [] : [field])))
  const known = meanings.filter(isKnown)
  if (!fields.has('name') && fields.size < 2) return 0
  // A banner or a note is one long text; rows of values hardly hold two headings.
  return known.length < 2 && meanings.length > 1 ? 0 : fields.size * 2 + known.length
}

/** A title merged over the whole table is no group of its columns. */
function hasTitleOverAll({ rows, headings }: Header): boolean {
  const filled = headings.filter((parts) => parts.length > 0)
  return rows.length > 1 && filled.every(([group]) => group === filled[0]?.[0])
}

/** A row with a day or with a number as persons have them is a member's, whatever stands above a header that is repeated. */
function holdsValues(grid: Grid, number: number): boolean {
  const cells = grid.row(number)?.own ?? []
  return cells.some((cell) => (typeof cell === 'object' && cell?.kind === 'date') || looksPersonal([cell]))
}

const isKnown = ({ kind }: HeadingMeaning) => kind !== 'unknown'

/**
 * Whether a row below the header repeats it: most of its texts are the headings of their columns.
 * @param words of each column's heading, see `bareWords`
 */
export function repeatsHeader(filled: FilledCells, words: readonly ReadonlySet<string>[]): boolean {
  let others = 0
  for (const { column, text } of filled) {
    // Numbers, and most names, need no closer look.
    if (/^\d{3}/.test(text) || words[column]?.has(bareWords(text)) !== true) others++
    if (others > filled.length * 0.4) return false
  }
  return filled.length - others >= 2
}
