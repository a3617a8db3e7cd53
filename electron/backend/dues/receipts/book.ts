import type { BranchDatabase } from '../../../../db/branch-database'
import { receiptQueries } from '../../../../db/queries/dues/receipts'
import type { BookInput, ReceiptSeries } from '../../../../shared/contract/dues/receipts'
import type { HostClient } from '../../../../shared/contract/host'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { methodWords } from '../../../../shared/rules/dues/method-words'
import { paidMonthsText } from '../../../../shared/rules/dues/paid-months'
import { receiptNumber, typedReceiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { receiptWords } from '../../../../shared/rules/dues/receipt-words'
import type { SheetLanguage } from '../../../../shared/rules/roster/sheet-words'
import type { LedgerFormula, LedgerSheet, LedgerValue } from '../../ledger-sheet'
import { saveLedger } from '../save-ledger'

const zero = fenSchema.parse(0)

/** The years of the book with what is missing of them, and who signed last. */
export function bookOf(db: BranchDatabase): { series: ReceiptSeries[]; issuer: string | null } {
  const { lastIssuer, missing, series } = receiptQueries(db)
  return {
    series: series.all().map((figures) => ({ ...figures, missing: missing.all(figures.series) })),
    issuer: lastIssuer.get() ?? null,
  }
}

/** One page of a year of the book. */
export function bookPage(
  db: BranchDatabase,
  { series, state, search, offset, limit }: BookInput & Page,
): { total: number; amount: Fen; rows: DuesReceipt[] } {
  const number = typedReceiptNumber(search)
  const wanted = {
    series,
    isVoided: state === 'all' ? null : state === 'voided' ? (1 as const) : (0 as const),
    number,
    name: number !== null || search === '' ? null : search,
  }
  const { figures, list } = receiptQueries(db)
  const { total, amount } = figures.get(wanted) ?? { total: 0, amount: zero }
  return { total, amount, rows: list({ ...wanted, offset, limit }) }
}

/** Saves a year of the book as .xlsx, see the contract. */
export function exportBook(
  db: BranchDatabase,
  host: HostClient,
  { series, language }: { readonly series: string; readonly language: SheetLanguage },
  signal: AbortSignal | undefined,
) {
  const words = receiptWords[language]
  return saveLedger(db, host, words.book(series), bookSheet(db, series, language), signal)
}

function bookSheet(db: BranchDatabase, series: string, language: SheetLanguage): LedgerSheet {
  const words = receiptWords[language]
  const receipts = receiptQueries(db).whole(series)
  const [number, issuedOn, payer, months, method, amount, valid, voidedOn, reason, issuer] = words.bookHeadings
  const voided = receipts.filter((receipt) => receipt.voidedOn !== null).length
  return {
    name: series,
    title: words.book(series),
    lines: [words.range(receipts.length, voided)],
    columns: [
      { heading: number, width: 14, kind: 'text' },
      { heading: issuedOn, width: 12, kind: 'day' },
      { heading: payer, width: 14, kind: 'text' },
      { heading: months, width: 34, kind: 'text' },
      { heading: method, width: 10, kind: 'text' },
      { heading: amount, width: 12, kind: 'money' },
      { heading: valid, width: 12, kind: 'money', isSummed: true },
      { heading: voidedOn, width: 12, kind: 'day' },
      { heading: reason, width: 24, kind: 'text' },
      { heading: issuer, width: 10, kind: 'text' },
    ],
    groups: [{ title: null, rows: receipts.map((receipt) => bookRow(receipt, language)) }],
    rowCount: receipts.length,
    total: words.total,
    notes: ['', words.bookSignatures],
  }
}

function bookRow(receipt: DuesReceipt, language: SheetLanguage): readonly (LedgerValue | LedgerFormula)[] {
  const { amount, issuedOn, issuer, method, payer, voidedOn, voidReason } = receipt
  const { takenBack } = receiptWords[language]
  return [
    receiptNumber(receipt),
    issuedOn,
    payer,
    paidMonthsText(receipt, language),
    methodWords[language][method],
    amount,
    // What is void counts for nothing.
    { formula: (cell) => `IF(${cell(7)}="",${cell(5)},0)`, result: voidedOn === null ? amount : 0 },
    voidedOn,
    voidedOn === null ? null : (voidReason ?? takenBack),
    issuer,
  ]
}
