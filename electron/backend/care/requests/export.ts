import type { BranchDatabase } from '../../../../db/branch-database'
import { requestQueries } from '../../../../db/queries/care/requests'
import type { RequestFilter, RequestRow } from '../../../../shared/contract/care/requests'
import type { HostClient } from '../../../../shared/contract/host'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { requestWords } from '../../../../shared/rules/care/request-words'
import { saveLedger } from '../../dues/save-ledger'
import type { LedgerValue } from '../../ledger-sheet'
import { storedFilter } from './filter'
import { shownRow } from './shown-request'

/** Rows read at once. */
const PORTION = 500

/** Writes the register of requests 诉求登记表 to a workbook, see the contract. */
export function exportRequests(
  db: BranchDatabase,
  host: HostClient,
  { language, ...input }: RequestFilter & { readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const words = requestWords[language]
  const filter = storedFilter(db, input)
  const { list, count, confidential } = requestQueries(db)
  const total = count.get(filter) ?? 0
  const hidden = confidential.get(filter) ?? 0

  function* rows(): Generator<LedgerValue[], void, void> {
    for (let offset = 0; offset < total; offset += PORTION) {
      for (const row of list.all({ ...filter, offset, limit: PORTION })) yield cells(shownRow(row), row.text)
    }
  }

  function cells(row: RequestRow, text: string): LedgerValue[] {
    return [
      row.receivedOn,
      row.isConfidential ? words.confidential : (row.name ?? words.unnamed),
      row.department,
      words.kinds[row.kind],
      row.topic,
      words.urgencies[row.urgency],
      words.channels[row.channel],
      row.isConfidential ? words.confidential : row.title,
      row.isConfidential ? null : text,
      row.owner,
      row.dueOn,
      words.states[row.state],
      row.closedOn,
      row.satisfaction === null ? null : (words.satisfactions[row.satisfaction - 1] ?? null),
    ]
  }

  const widths = [12, 12, 18, 10, 12, 8, 10, 26, 40, 12, 12, 10, 12, 10]
  const days = new Set([0, 10, 12])
  return saveLedger(
    db,
    host,
    words.title,
    {
      name: words.title,
      title: words.title,
      lines: [words.lines(filter.from, filter.until, total)],
      columns: words.headings.map((heading, index) => ({
        heading,
        width: widths[index] ?? 12,
        kind: days.has(index) ? 'day' : 'text',
      })),
      groups: [{ title: null, rows: rows() }],
      rowCount: total,
      total: null,
      notes: hidden === 0 ? [] : [words.hidden(hidden)],
    },
    signal,
  )
}
