import {
  isEmptyCell,
  type Cell,
  type MergedRange,
  type RawSheet,
  type SheetRow,
} from '../../../../shared/rules/roster/cell'
import { htmlTokens, type HtmlTag } from './html-tokens'
import { MAX_COLUMNS, UnreadableFile } from './unreadable'

/** Rows that a cell may span at most. */
const MAX_SPAN = 100_000

/**
 * Reads the tables of web pages, called `#1`, `#2` … in the order in which they begin; a row is a `<tr>`. A table
 * within a cell of another one is a sheet of its own: pages lay themselves out in tables.
 */
export function readHtmlTables(pages: readonly string[]): RawSheet[] {
  const sheets: RawSheet[] = []
  for (const page of pages) {
    const tables = tablesOf(page)
    for (let index = 0; index < tables.length; index++) {
      const [table, next] = [tables[index], tables[index + 1]]
      if (table === undefined) continue
      const isHeaderOfNext = next !== undefined && table.isHeaderOf(next)
      sheets.push((isHeaderOfNext ? table.followedBy(next) : table).toSheet(`#${sheets.length + 1}`))
      if (isHeaderOfNext) index++
    }
  }
  return sheets
}

function tablesOf(page: string): readonly Table[] {
  const tables: Table[] = []
  const open: Table[] = []
  for (const token of htmlTokens(page)) {
    const table = open.at(-1)
    if (typeof token === 'string') table?.text(token)
    else if (token.name !== 'table') table?.tag(token)
    else if (token.closes) {
      table?.endRow()
      open.pop()
    } else {
      const inner = new Table()
      tables.push(inner)
      open.push(inner)
    }
  }
  for (const table of open) table.endRow()
  return tables
}

/** Elements that begin a line of their own. */
const BLOCKS = new Set(['p', 'div', 'li', 'br'])

class Table {
  readonly #rows: SheetRow[] = []
  readonly #merges: MergedRange[] = []
  readonly #hiddenColumns = new Set<number>()
  /** By column: the last row into which a cell from above spans. */
  readonly #spannedTo: number[] = []
  #row: SheetRow | null = null
  #cell: { readonly tag: HtmlTag; text: string } | null = null
  #rowCount = 0
  #column = 0
  #declaredColumns = 0
  #isSectionHidden = false

  text(text: string): void {
    if (this.#cell !== null) this.#cell.text += text.replace(/[ \t\r\n]+/g, ' ')
  }

  tag(tag: HtmlTag): void {
    switch (tag.name) {
      case 'tr':
        this.endRow()
        if (!tag.closes)
          this.#row = { row: ++this.#rowCount, hidden: this.#isSectionHidden || isHidden(tag), cells: [] }
        this.#column = 0
        break
      case 'td':
      case 'th':
        this.#endCell()
        if (tag.closes) break
        this.#row ??= { row: ++this.#rowCount, hidden: this.#isSectionHidden, cells: [] }
        this.#cell = { tag, text: '' }
        break
      case 'thead':
      case 'tbody':
      case 'tfoot':
        this.endRow()
        this.#isSectionHidden = !tag.closes && isHidden(tag)
        break
      case 'col':
        for (let span = spanOf(tag, 'span', MAX_COLUMNS); span > 0 && this.#declaredColumns < MAX_COLUMNS; span--) {
          if (isHidden(tag)) this.#hiddenColumns.add(this.#declaredColumns)
          this.#declaredColumns++
        }
        break
      default:
        if (this.#cell !== null && BLOCKS.has(tag.name) && (tag.name === 'br' || this.#cell.text.trim() !== '')) {
          this.#cell.text += '\n'
        }
    }
  }

  endRow(): void {
    this.#endCell()
    if (this.#row !== null && this.#row.cells.length > 0) this.#rows.push(this.#row)
    this.#row = null
  }

  #endCell(): void {
    const [cell, row] = [this.#cell, this.#row]
    this.#cell = null
    if (cell === null || row === null) return
    while ((this.#spannedTo[this.#column] ?? 0) >= row.row) this.#column++
    const left = this.#column
    const width = spanOf(cell.tag, 'colspan', MAX_COLUMNS)
    const height = spanOf(cell.tag, 'rowspan', MAX_SPAN)
    this.#column += width
    const value = valueOf(cell.tag, cell.text)
    if (!isEmptyCell(value)) {
      if (left >= MAX_COLUMNS) throw new UnreadableFile('FILE_TOO_MANY_COLUMNS')
      for (let gap = row.cells.length; gap < left; gap++) row.cells.push(null)
      row.cells[left] = value
      if (isHidden(cell.tag)) this.#hiddenColumns.add(left)
    }
    if (width === 1 && height === 1) return
    this.#merges.push({ top: row.row, left, bottom: row.row + height - 1, right: left + width - 1 })
    for (let column = left; column < Math.min(left + width, MAX_COLUMNS); column++) {
      this.#spannedTo[column] = row.row + height - 1
    }
  }

  get #width(): number {
    return Math.max(0, ...this.#rows.slice(0, 20).map(({ cells }) => cells.length))
  }

  /** Pages that keep their headings in sight have them in a table of their own, as wide as the one with the rows. */
  isHeaderOf(next: Table): boolean {
    return this.#rowCount <= 2 && this.#width >= 3 && this.#width === next.#width && next.#rowCount > 0
  }

  /** Both as one table. */
  followedBy(next: Table): Table {
    const down = this.#rowCount
    const both = new Table()
    both.#rows.push(...this.#rows)
    for (const row of next.#rows) both.#rows.push({ ...row, row: row.row + down })
    both.#merges.push(...this.#merges)
    for (const merge of next.#merges)
      both.#merges.push({ ...merge, top: merge.top + down, bottom: merge.bottom + down })
    for (const column of next.#hiddenColumns) both.#hiddenColumns.add(column)
    return both
  }

  toSheet(name: string): RawSheet {
    const { rows, merges, hiddenColumns } = {
      rows: this.#rows,
      merges: this.#merges,
      hiddenColumns: this.#hiddenColumns,
    }
    return { name, hidden: false, typed: false, rows, merges, hiddenColumns: [...hiddenColumns].sort((a, b) => a - b) }
  }
}

function isHidden({ attributes }: HtmlTag): boolean {
  const style = attributes.get('style') ?? ''
  return attributes.has('hidden') || /display\s*:\s*none|mso-(?:hide|yfti-hidden)\s*:\s*(?:all|yes)/i.test(style)
}

function spanOf({ attributes }: HtmlTag, name: string, most: number): number {
  const span = parseInt(attributes.get(name) ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most)
}

/** A number that is shown cut off is written out by Excel beside the text (`x:num`), a text with its blanks (`x:str`). */
function valueOf({ attributes }: HtmlTag, text: string): Cell {
  const shown = text.replace(/ *\n */g, '\n').trim()
  const exact = Number(attributes.get('x:num') || Number.NaN)
  if (/^[-+]?[\d.,]+(?:E[-+]?\d+)?$|^#+$/i.test(shown) && Number.isFinite(exact)) return exact
  return attributes.get('x:str') || shown
}
