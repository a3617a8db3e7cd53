import type { BranchDatabase } from '../../../../db/branch-database'
import { bookQueries } from '../../../../db/queries/funds/book'
import type { BookFilter } from '../../../../shared/contract/funds/book'
import type { HostClient } from '../../../../shared/contract/host'
import { fenSchema } from '../../../../shared/model/money'
import { bookWords } from '../../../../shared/rules/funds/book-words'
import { accountCode, chartOn } from '../../../../shared/rules/funds/chart'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import { saveLedger } from '../../dues/save-ledger'
import type { LedgerFormula, LedgerValue } from '../../ledger-sheet'
import { lineFilter } from './list'

/** Rows read at once. */
const PORTION = 500
const BALANCE = 9

/** The balance of the row above, with the income and less the spending of this one. */
function runningBalance(result: number): LedgerFormula {
  return {
    formula: (cell) => `${cell(BALANCE, 1)}+N(${cell(BALANCE - 2)})-N(${cell(BALANCE - 1)})`,
    result,
  }
}

/** Writes an account's year to a workbook, oldest line first, see the contract. */
export function exportBook(
  db: BranchDatabase,
  host: HostClient,
  { account, year, language }: Pick<BookFilter, 'account' | 'year'> & { readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const words = bookWords[language]
  const filter = lineFilter({
    account,
    year,
    month: null,
    direction: null,
    category: null,
    subcategory: null,
    activityId: null,
    least: null,
    most: null,
    isWithoutAttachment: false,
    search: '',
  })
  const { listForward, totals, balanceBefore } = bookQueries(db)
  const total = totals.get(filter)?.total ?? 0
  const { from } = daysOfYear(year)
  const carried = balanceBefore.get({ account, day: from }) ?? fenSchema.parse(0)

  function* rows(): Generator<(LedgerValue | LedgerFormula)[], void, void> {
    yield [from, null, words.carried, null, null, null, null, null, null, carried, null, null]
    for (let offset = 0; offset < total; offset += PORTION) {
      for (const line of listForward.all({ ...filter, offset, limit: PORTION })) {
        const isSpending = line.direction === 'spending'
        const chart = line.chart ?? chartOn(line.on).version
        yield [
          line.on,
          line.id === null ? null : line.voucherNumber,
          line.id === null ? words.duesLine(line.lines) : line.summary,
          line.category === null ? null : accountCode(chart, line.category),
          line.category,
          line.subcategory,
          line.counterpart,
          isSpending ? null : line.amount,
          isSpending ? line.amount : null,
          runningBalance(line.balance),
          line.invoice,
          line.decision,
        ]
      }
    }
  }

  const [on, voucher, summary, code, category, item, counterpart, income, spending, balance, invoice, decision] =
    words.headings
  return saveLedger(
    db,
    host,
    `${words.title(account)}-${year}`,
    {
      name: words.title(account).slice(0, 31),
      title: words.title(account),
      lines: [words.year(year)],
      columns: [
        { heading: on, width: 12, kind: 'day' },
        { heading: voucher, width: 8, kind: 'count' },
        { heading: summary, width: 30, kind: 'text' },
        { heading: code, width: 9, kind: 'text' },
        { heading: category, width: 18, kind: 'text' },
        { heading: item, width: 14, kind: 'text' },
        { heading: counterpart, width: 20, kind: 'text' },
        { heading: income, width: 14, kind: 'money', isSummed: true },
        { heading: spending, width: 14, kind: 'money', isSummed: true },
        { heading: balance, width: 14, kind: 'money' },
        { heading: invoice, width: 18, kind: 'text' },
        { heading: decision, width: 24, kind: 'text' },
      ],
      groups: [{ title: null, rows: rows() }],
      rowCount: total + 1,
      total: words.total,
      notes: [words.signatures],
    },
    signal,
  )
}
