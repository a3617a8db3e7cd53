import type { BranchDatabase } from '../../../../db/branch-database'
import type { HostClient } from '../../../../shared/contract/host'
import type { HandOverId } from '../../../../shared/model/id'
import { capitalAmount } from '../../../../shared/rules/capital-amount'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { paidMonthsText } from '../../../../shared/rules/dues/paid-months'
import { receiptWords } from '../../../../shared/rules/dues/receipt-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { saveLedger } from '../save-ledger'
import { postedOf } from './posted'

/** Saves the slip of a hand-over as .xlsx, see the contract; payments taken back since are left out. */
export function exportSlip(
  db: BranchDatabase,
  host: HostClient,
  { id, language }: { readonly id: HandOverId; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const { handOver, rows: all } = postedOf(db, id)
  const words = receiptWords[language]
  const [number, name, department, months, receipt, amount] = words.slipHeadings
  const rows = all.filter(({ isReversed }) => !isReversed)
  const total = sumOf(rows)
  const { collector, receivedOn, note } = handOver
  const sheet = {
    name: words.slip,
    title: words.slip,
    lines: [
      words.slipLine(handOver),
      words.declared({ count: rows.length, total: (total / 100).toFixed(2), capitals: capitalAmount(total) }),
      ...(note === null ? [] : [note]),
    ],
    columns: [
      { heading: number, width: 8, kind: 'count' as const },
      { heading: name, width: 14, kind: 'text' as const },
      { heading: department, width: 18, kind: 'text' as const },
      { heading: months, width: 36, kind: 'text' as const },
      { heading: receipt, width: 14, kind: 'text' as const },
      { heading: amount, width: 12, kind: 'money' as const, isSummed: true },
    ],
    groups: [
      {
        title: null,
        rows: rows.map((row, index) => [
          index + 1,
          row.name,
          row.department,
          paidMonthsText(row, language),
          row.receipt,
          row.amount,
        ]),
      },
    ],
    rowCount: rows.length,
    total: words.total,
    notes: ['', words.slipSignatures],
  }
  return saveLedger(db, host, `${words.slip}-${collector}-${receivedOn}`, sheet, signal)
}
