import { ownText, type FilledCells, type Grid, type GridRow } from './grid'
import { bareWords, readHeading, type HeadingMeaning } from './headings'

/** The header of a sheet: one row, or two whose texts are joined. */
export interface Header {
  /** 1-based; empty for a sheet without a header. */
  readonly rows: readonly number[]
  /** By column: the texts of its heading, group first; empty for a column without one. */
  readonly headings: readonly (readonly string[])[]
}

/** How far down a header is looked for, in rows with content. */
const SEARCH_DEPTH = 30

/**
 * Finds the header: the row, or the two rows together, with the most known headings. Two rows are taken only where
 * they say more than either alone. Null where nothing looks like the header of a list of persons.
 */
export function findHeader(grid: Grid): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null
  for (const row of grid.rows.slice(0, SEARCH_DEPTH)) {
    const single = headerOf(grid, [row.row])
    const double = headerOf(grid, [row.row, row.row + 1])
    const below = scoreOf(headerOf(grid, [row.row + 1]))
    const score = scoreOf(single)
    const doubleScore = scoreOf(double)
    const found =
      doubleScore > Math.max(score, below) ? { header: double, score: doubleScore } : { header: single, score }
    if (found.score > (best?.score ?? 0)) best = found
  }
  return best?.header ?? null
}

/** The headings of the given header rows. */
export function headerOf(grid: Grid, rows: readonly number[]): Header {
  const [top, bottom] = [rows.at(0), rows.at(1)]
  const columns = Array.from({ length: grid.width }, (_, column) => column)
  if (top === undefined) return { rows, headings: columns.map(() => []) }
  const topRow = grid.row(top)
  if (bottom === undefined) return { rows, headings: columns.map((column) => textParts(ownText(topRow, column))) }
  const groups = groupTexts(grid, top, topRow, grid.row(bottom))
  return {
    rows,
    headings: columns.map((column) => {
      const leaf = ownText(grid.row(bottom), column)
      const group = groups[column] ?? ''
      return group === leaf ? textParts(leaf) : [...textParts(group), ...textParts(leaf)]
    }),
  }
}

const textParts = (text: string) => (text === '' ? [] : [text])

/**
 * The upper header row with its groups spread to the right: over the columns of a merge, or, in files that know no
 * merges, over empty cells that follow a cell with a heading below it.
 */
function groupTexts(grid: Grid, top: number, upper: GridRow | undefined, lower: GridRow | undefined): string[] {
  const texts = Array.from({ length: grid.width }, (_, column) => ownText(upper, column))
  const merges = grid.merges.filter((merge) => merge.top === top && merge.right > merge.left)
  for (const { left, right } of merges) texts.fill(texts[left] ?? '', left, Math.min(right + 1, grid.width))
  if (grid.merges.length > 0) return texts
  let group = ''
  return texts.map((text, column) => {
    const hasLeaf = ownText(lower, column) !== ''
    if (text !== '') group = hasLeaf ? text : ''
    return text === '' && hasLeaf ? group : text
  })
}

/** The heading as people see it: group and heading joined by `/`. */
export function headingText(parts: readonly string[]): string {
  return parts.join('/')
}

function scoreOf({ headings }: Header): number {
  const meanings = headings.filter((parts) => parts.length > 0).map(readHeading)
  const fields = new Set(meanings.flatMap(({ field }) => (field === null ? [] : [field])))
  const known = meanings.filter(isKnown)
  if (!fields.has('name') && fields.size < 2) return 0
  // A banner or a note is one long text; rows of values hardly hold two headings.
  return known.length < 2 && meanings.length > 1 ? 0 : fields.size * 2 + known.length
}

const isKnown = ({ kind }: HeadingMeaning) => kind !== 'unknown'

/**
 * Whether a row below the header repeats it: most of its texts are the headings of their columns.
 * @param words of each column's heading, see `bareWords`
 */
export function repeatsHeader(filled: FilledCells, words: readonly ReadonlySet<string>[]): boolean {
  let others = 0
  for (const { column, text } of filled) {
    if (words[column]?.has(bareWords(text)) !== true) others++
    if (others > filled.length * 0.4) return false
  }
  return filled.length - others >= 2
}
