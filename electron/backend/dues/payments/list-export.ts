import type { BranchDatabase } from '../../../../db/branch-database'
import { paymentQueries } from '../../../../db/queries/dues/payments'
import type { PaymentFilter, PaymentRow } from '../../../../shared/contract/dues/payments'
import type { HostClient } from '../../../../shared/contract/host'
import { methodWords } from '../../../../shared/rules/dues/method-words'
import { paymentWords } from '../../../../shared/rules/dues/payment-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerValue } from '../../ledger-sheet'
import { saveLedger } from '../save-ledger'
import { storedFilter } from './list'

/** Rows read at once. */
const PORTION = 500

/** Writes payments and refunds to a workbook, without those taken back, see the contract. */
export function exportPayments(
  db: BranchDatabase,
  host: HostClient,
  { language, ...input }: PaymentFilter & { readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const words = paymentWords[language]
  const filter = storedFilter(db, input)
  const { list, sums } = paymentQueries(db)
  const found = sums(filter)

  function* rows(): Generator<LedgerValue[], void, void> {
    for (let offset = 0; offset < (found?.lines ?? 0); offset += PORTION) {
      for (const row of list({ ...filter, offset, limit: PORTION })) if (!row.isReversed) yield cells(row)
    }
  }

  function cells({ paidOn, name, department, kind, method, amount, collector, note }: PaymentRow): LedgerValue[] {
    const way = method === null ? null : methodWords[language][method]
    return [paidOn, name, department, words[kind], way, amount, collector, note]
  }

  const [paidOn, name, department, kind, method, amount, collector, note] = words.headings
  return saveLedger(
    db,
    host,
    `${words.title}-${filter.from}-${filter.until}`,
    {
      name: words.title,
      title: words.title,
      lines: [words.days(filter.from, filter.until)],
      columns: [
        { heading: paidOn, width: 12, kind: 'day' },
        { heading: name, width: 12, kind: 'text' },
        { heading: department, width: 20, kind: 'text' },
        { heading: kind, width: 8, kind: 'text' },
        { heading: method, width: 12, kind: 'text' },
        { heading: amount, width: 14, kind: 'money', isSummed: true },
        { heading: collector, width: 12, kind: 'text' },
        { heading: note, width: 24, kind: 'text' },
      ],
      groups: [{ title: null, rows: rows() }],
      rowCount: (found?.payments ?? 0) + (found?.refunds ?? 0),
      total: words.total,
      notes: [],
    },
    signal,
  )
}
