import type ExcelJS from 'exceljs'
import { html, type Html } from './html'
import type { CommonKey } from './locale/common'
import type { Say } from './locale/words'

/** What a cell says: text, a number, or nothing. */
export type CellValue = string | number | null

export interface Column<Row> {
  readonly heading: string
  /** What is exported, and shown unless `show` is there; without it the column is of the screen only. */
  readonly value?: (row: Row) => CellValue
  readonly show?: (row: Row) => Html | CellValue
  /** Exported only. */
  readonly isOfExport?: boolean
  /** Written to the right, digits below digits. */
  readonly isNumber?: boolean
}

/** A list of the console; the first column names the row. */
export interface List<Row> extends ListFrame<Row> {
  readonly rows: readonly Row[]
}

/** A list that may be too long to be read whole: only the page that is shown is, or all of it for an export. */
export interface LongList<Row> extends ListFrame<Row> {
  /** How many rows have words in them; all for none. */
  count(words: string): Promise<number>
  /** Some of them, in the order of the list. */
  read(words: string, page: { readonly offset: number; readonly limit: number }): Promise<readonly Row[]>
  /** What its words are looked for in, beside the box. */
  readonly search: string
  /** The words, where the page has a box of its own for them. */
  readonly words?: string
}

interface ListFrame<Row> {
  /** Name of the list in the address and in the audit, e.g. `branches`; one of its kind on a page. */
  readonly name: string
  readonly title: string
  readonly columns: readonly Column<Row>[]
  /** What to say when there are none. */
  readonly empty: string
  /** Few narrow columns stay a table on a phone; else rows become cards there. */
  readonly staysTable?: boolean
  /** An id of the row, for whoever looks for it in the page. */
  readonly rowId?: (row: Row) => string
}

const ROWS_A_PAGE = 100
const SHEET_NAME_MAX = 31
const WIDTH_MAX = 60

function shown<Row>({ show, value }: Column<Row>, row: Row): Html | string | number {
  return (show ?? value)?.(row) ?? '–'
}

/** The same address with one parameter set. */
function addressWith(url: URL, name: string, value: string): string {
  const parameters = new URLSearchParams(url.searchParams)
  parameters.set(name, value)
  return `${url.pathname}?${parameters.toString()}`
}

function pager(url: URL, name: string, page: number, pages: number, say: Say<CommonKey>): Html {
  const to = (target: number, text: string) =>
    target < 1 || target > pages ? '' : html`<a href="${addressWith(url, name, String(target))}">${text}</a>`
  return html`<nav class="pager" aria-label="${say('pages')}">
    ${to(page - 1, say('previousPage'))} <span>${say('pageOf', { page, pages })}</span> ${to(page + 1, say('nextPage'))}
  </nav>`
}

/** The page of a list that an address asks for, and how many there are. */
function pageAsked(url: URL, name: string, total: number) {
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE))
  const asked = Number(url.searchParams.get(`page-${name}`) ?? 1)
  return { page: Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1, pages }
}

/** A list as a table that becomes cards on a phone. */
export function listTable<Row>(list: List<Row>, url: URL, say: Say<CommonKey>): Html {
  const { page } = pageAsked(url, list.name, list.rows.length)
  return pageTable(list, list.rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE), list.rows.length, url, say)
}

/** The words that a long list is searched for. */
const wordsIn = (url: URL, { name, words }: { readonly name: string; readonly words?: string | undefined }) =>
  words ?? (url.searchParams.get(`find-${name}`) ?? '').trim()

function searchBox({ name, search }: Pick<LongList<never>, 'name' | 'search'>, url: URL, say: Say<CommonKey>): Html {
  const kept = [...url.searchParams].filter(([key]) => key !== `find-${name}` && key !== `page-${name}`)
  return html`<form class="choose" method="get">
    ${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
    <label for="find-${name}">${search}</label>
    <input id="find-${name}" name="find-${name}" type="search" value="${wordsIn(url, { name })}" />
    <button>${say('find')}</button>
  </form>`
}

/** The same of a list that may be long, of which the page that is shown is read. */
export async function longListTable<Row>(list: LongList<Row>, url: URL, say: Say<CommonKey>): Promise<Html> {
  const words = wordsIn(url, list)
  const total = await list.count(words)
  const { page, pages } = pageAsked(url, list.name, total)
  const rows = total === 0 ? [] : await list.read(words, { offset: (page - 1) * ROWS_A_PAGE, limit: ROWS_A_PAGE })
  const shown = words === '' ? list : { ...list, empty: say('noneFound') }
  const hasNoBox = list.words !== undefined || (words === '' && pages === 1)
  return html`${hasNoBox ? '' : searchBox(list, url, say)} ${pageTable(shown, rows, total, url, say)}`
}

/** A long list whole, for an export. */
export async function wholeList<Row>(list: LongList<Row>, url: URL): Promise<List<Row>> {
  const words = wordsIn(url, list)
  return { ...list, rows: await list.read(words, { offset: 0, limit: await list.count(words) }) }
}

function pageTable<Row>(
  list: ListFrame<Row>,
  rows: readonly Row[],
  total: number,
  url: URL,
  say: Say<CommonKey>,
): Html {
  const { name, title, empty, rowId, staysTable = false } = list
  const columns = list.columns.filter(({ isOfExport = false }) => !isOfExport)
  if (total === 0) return html`<p class="empty">${empty}</p>`
  const { page, pages } = pageAsked(url, name, total)
  const headings = columns.map(
    ({ heading, isNumber = false }) =>
      html`<th role="columnheader" scope="col" class="${isNumber ? 'number' : ''}">${heading}</th>`,
  )
  const lines = rows.map((row) => {
    const cells = columns.map((column, at) => {
      const content = shown(column, row)
      if (at === 0) return html`<th role="rowheader" scope="row">${content}</th>`
      return html`<td role="cell" class="${column.isNumber === true ? 'number' : ''}" data-label="${column.heading}">
        <div>${content}</div>
      </td>`
    })
    return html`<tr role="row" data-row="${rowId?.(row) ?? ''}">
      ${cells}
    </tr>`
  })
  return html`<div class="${staysTable ? '' : 'list'}">
    <p class="tools">
      <span>${say('rowCount', { count: total })}</span>
      <a href="${addressWith(url, 'export', name)}">${say('exportExcel')}</a>
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${headings}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${lines}
        </tbody>
      </table>
    </div>
    ${pages > 1 ? pager(url, `page-${name}`, page, pages, say) : ''}
  </div>`
}

/** The list as an Excel workbook. What is text stays text, whatever it begins with. */
export async function listWorkbook<Row>({ title, columns, rows }: List<Row>): Promise<Uint8Array> {
  const { default: library } = await import('exceljs')
  const workbook: ExcelJS.Workbook = new library.Workbook()
  const sheet = workbook.addWorksheet(title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, SHEET_NAME_MAX), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  const exported = columns.flatMap(({ heading, value }) => (value === undefined ? [] : [{ heading, value }]))
  sheet.addRow(exported.map(({ heading }) => heading)).font = { bold: true }
  const widths = exported.map(({ heading }) => heading.length)
  for (const row of rows) {
    const values = exported.map(({ value }) => value(row))
    const line = sheet.addRow(values)
    for (const [at, value] of values.entries()) {
      widths[at] = Math.max(widths[at] ?? 0, String(value ?? '').length)
      if (typeof value === 'string') line.getCell(at + 1).numFmt = '@'
    }
  }
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = Math.min(width * 2 + 2, WIDTH_MAX)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
