import type { Fen } from '../../shared/model/money'

export { parseYuan } from '../../shared/rules/yuan'

const YUAN = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })

/** An amount in yuan: 123450 fen is `¥1,234.50`, in every language of the screen. */
export function formatYuan(fen: Fen): string {
  return YUAN.format(fen / 100)
}

const FIGURES = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** An amount in yuan without its sign, for columns of figures: 123450 fen is `1,234.50`. */
export function yuanFigures(fen: Fen): string {
  return FIGURES.format(fen / 100)
}

/** An amount in yuan as one types it: 123450 fen is `1234.5`. */
export function yuanText(fen: Fen): string {
  return String(fen / 100)
}
