import type { Month } from '../../model/date'
import type { ChosenMonth } from '../../model/dues'
import { fenSchema, type Fen } from '../../model/money'
import { addMonths } from '../date'
import type { SheetLanguage } from '../roster/sheet-words'
import { sumOf } from './ledger'

/** What a payment came to and the months it paid; the rest was paid ahead. */
export interface Paid {
  readonly amount: Fen
  readonly months: readonly ChosenMonth[]
}

/** Months in a row of which a payment paid the same amount each. */
interface Span {
  readonly from: Month
  readonly until: Month
  /** Of each month. */
  readonly amount: Fen
}

interface Words {
  readonly month: (month: Month) => string
  readonly part: (month: Month, amount: Fen) => string
  readonly span: (span: Span) => string
  readonly ahead: (amount: Fen) => string
  readonly comma: string
}

const yuan = (fen: Fen) => (fen / 100).toFixed(2)
const yearOf = (month: Month) => month.slice(0, 4)
const numberOf = (month: Month) => Number(month.slice(5))

const chinese: Omit<Words, 'ahead'> = {
  month: (month) => `${yearOf(month)}年${numberOf(month)}月`,
  part: (month, amount) => `${chinese.month(month)}（${yuan(amount)}元）`,
  span: ({ from, until, amount }) => {
    const end = yearOf(from) === yearOf(until) ? `${numberOf(until)}月` : chinese.month(until)
    return `${chinese.month(from)}至${end}（每月${yuan(amount)}元）`
  },
  comma: '、',
}

const words: Readonly<Record<SheetLanguage, Words>> = {
  'zh-CN': { ...chinese, ahead: (amount) => `预缴${yuan(amount)}元` },
  'zh-TW': { ...chinese, ahead: (amount) => `預繳${yuan(amount)}元` },
  en: {
    month: (month) => month,
    part: (month, amount) => `${month} (${yuan(amount)})`,
    span: ({ from, until, amount }) => `${from} to ${until} (${yuan(amount)} each)`,
    ahead: (amount) => `${yuan(amount)} ahead`,
    comma: ', ',
  },
}

/** What a payment paid, months in a row together: `2026年1月至3月（每月12.00元）、2026年4月（6.00元）、预缴24.00元`. */
export function paidMonthsText({ amount, months }: Paid, language: SheetLanguage): string {
  const { ahead, comma, month, part, span } = words[language]
  const spans = spansOf(months)
  const rest = fenSchema.parse(Math.max(0, amount - sumOf(months)))
  // Of a single month that takes the whole payment the amount stands beside it anyway.
  const isWhole = spans.length === 1 && rest === 0
  const parts = spans.map((one) => {
    if (one.from !== one.until) return span(one)
    return isWhole ? month(one.from) : part(one.from, one.amount)
  })
  return [...parts, ...(rest > 0 ? [ahead(rest)] : [])].join(comma)
}

function spansOf(months: readonly ChosenMonth[]): readonly Span[] {
  const spans: Span[] = []
  for (const { month, amount } of months) {
    const last = spans.at(-1)
    if (last !== undefined && last.amount === amount && addMonths(last.until, 1) === month) {
      spans.splice(-1, 1, { ...last, until: month })
    } else spans.push({ from: month, until: month, amount })
  }
  return spans
}
