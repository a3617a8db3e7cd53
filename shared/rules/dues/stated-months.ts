import { monthSchema, type Day, type Month } from '../../model/date'
import { addMonths, monthOf } from '../date'
import { toHalfWidth } from '../half-width'
import { monthRanges } from './sentence'

/** The months that a list is about; both ends included. */
export interface MonthSpan {
  readonly from: Month
  readonly until: Month
}

const YEAR = String.raw`(20\d{2})`
const MONTH = String.raw`(1[0-2]|0?[1-9])`
const TO = String.raw`\s*(?:[-—–~～至到]|--)\s*`
/** Days are those of a signature or a print, no months of dues. */
const NO_DAY = String.raw`(?!\s*\d{1,2}\s*[日号])`

/** `2025年4月至6月`, `2025年11月-2026年1月`, `2025.04-06`. */
const DATED_RANGE = new RegExp(
  String.raw`${YEAR}\s*[年./]\s*${MONTH}\s*月?份?${TO}(?:${YEAR}\s*[年./]\s*)?${MONTH}(?!\d)\s*(?:月|$|[^\d./日号-])`,
)
/** `2025-04–2025-06`, as our own sheets write it; with days it is no span of months. */
const ISO_RANGE = new RegExp(String.raw`${YEAR}-(0[1-9]|1[0-2])${TO}${YEAR}-(0[1-9]|1[0-2])(?![\d-])`)
/** `4-6月`. */
const RANGE = new RegExp(String.raw`(?<!\d)${MONTH}\s*月?份?${TO}${MONTH}\s*月`)
const DATED = new RegExp(String.raw`${YEAR}\s*年\s*度?\s*${MONTH}\s*月${NO_DAY}`)
const COMPACT = new RegExp(String.raw`(?<!\d)${YEAR}[./_-]?(0[1-9]|1[0-2])(?![\d./_-]*\d)`)
const ALONE = new RegExp(String.raw`(?<!\d)${MONTH}\s*月份?${NO_DAY}`)
const HALF = new RegExp(String.raw`(?:${YEAR}\s*年?\s*度?)?\s*(上|下)半年`)
const QUARTER = new RegExp(String.raw`(?:${YEAR}\s*年?\s*度?)?\s*第?([一二三四1-4])季度?`)
const QUARTERS = '一二三四'

/**
 * The months that a text says it is about: a title, the name of a sheet or of a file; null where it names none. A month
 * without a year is that of the twelve months until the one after today's.
 */
export function statedMonths(text: string, today: Day): MonthSpan | null {
  const plain = toHalfWidth(text)
  const near = nearestTo(today)
  const dated = DATED_RANGE.exec(plain) ?? ISO_RANGE.exec(plain)
  if (dated !== null) return spanOf(dated[1], dated[2], dated[3] ?? dated[1], dated[4])
  const half = HALF.exec(plain)
  if (half !== null) return half[2] === '上' ? near(half[1], 1, 6) : near(half[1], 7, 12)
  const quarter = QUARTER.exec(plain)
  if (quarter !== null) {
    const number = QUARTERS.includes(quarter[2] ?? '') ? QUARTERS.indexOf(quarter[2] ?? '') : Number(quarter[2]) - 1
    return near(quarter[1], number * 3 + 1, number * 3 + 3)
  }
  const year = new RegExp(YEAR).exec(plain)?.[1]
  const range = RANGE.exec(plain)
  if (range !== null && Number(range[1]) <= Number(range[2])) return near(year, Number(range[1]), Number(range[2]))
  const single = DATED.exec(plain) ?? COMPACT.exec(plain)
  if (single !== null) return spanOf(single[1], single[2], single[1], single[2])
  const alone = ALONE.exec(plain)
  return alone === null ? null : near(year, Number(alone[1]), Number(alone[1]))
}

function nearestTo(today: Day): (year: string | undefined, first: number, last: number) => MonthSpan {
  const latest = addMonths(monthOf(today), 1)
  return (year, first, last) => {
    if (year !== undefined) return { from: monthAt(year, first), until: monthAt(year, last) }
    const thisYear = monthAt(latest.slice(0, 4), last)
    const back = thisYear > latest ? -12 : 0
    return { from: addMonths(monthAt(latest.slice(0, 4), first), back), until: addMonths(thisYear, back) }
  }
}

function spanOf(
  fromYear: string | undefined,
  from: string | undefined,
  untilYear: string | undefined,
  until: string | undefined,
): MonthSpan | null {
  const span = { from: monthAt(fromYear ?? '', Number(from)), until: monthAt(untilYear ?? '', Number(until)) }
  return span.from <= span.until ? span : null
}

function monthAt(year: string, month: number): Month {
  return monthSchema.parse(`${year}-${String(month).padStart(2, '0')}`)
}

/** Months as a sheet writes them: `2026-03`, those that follow each other as `2026-03–2026-06`. */
export function monthsText(months: readonly Month[]): string {
  return monthRanges(months).map(spanText).join(', ')
}

/** A span as a sheet writes it. */
export function spanText({ from, until }: MonthSpan): string {
  return from === until ? from : `${from}–${until}`
}
