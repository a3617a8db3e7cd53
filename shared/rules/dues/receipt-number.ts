import type { DuesReceipt } from '../../model/receipt'

/** Figures of a number on the paper; more where there are more receipts in a year. */
const FIGURES = 6

/** The number of a receipt as it is printed: `2026-000123`. */
export function receiptNumber({ series, number }: Pick<DuesReceipt, 'series' | 'number'>): string {
  return `${series}-${String(number).padStart(FIGURES, '0')}`
}

/** The number that somebody looks for: `123`, `000123` or `2026-000123`; null for what is no number. */
export function typedReceiptNumber(text: string): number | null {
  const digits = /^(?:\d{4}\s*[-－—]\s*)?0*(\d{1,9})$/.exec(text.normalize('NFKC').trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
