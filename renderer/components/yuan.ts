import { fenSchema, type Fen } from '../../shared/model/money'

const YUAN = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })

/** An amount in yuan: 123450 fen is `¥1,234.50`, in every language of the screen. */
export function formatYuan(fen: Fen): string {
  return YUAN.format(fen / 100)
}

/** An amount in yuan as one types it: 123450 fen is `1234.5`. */
export function yuanText(fen: Fen): string {
  return String(fen / 100)
}

/** Reads an amount in yuan with at most two decimals, e.g. `3,500.5`; null when it is no such amount. */
export function parseYuan(text: string): Fen | null {
  const digits = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[,\s¥元]/g, ''))
  if (digits === null) return null
  return fenSchema.parse(Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0')))
}
