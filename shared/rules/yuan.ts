import { fenSchema, type Fen } from '../model/money'

/** Reads an amount in yuan with at most two decimals, e.g. `3,500.5`; null when it is no such amount. */
export function parseYuan(text: string): Fen | null {
  const digits = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[,\s¥元]/g, ''))
  if (digits === null) return null
  return fenSchema.parse(Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0')))
}
