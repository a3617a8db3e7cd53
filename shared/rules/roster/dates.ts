import { partialDateSchema, type PartialDate } from '../../model/date'
import type { Cell } from './cell'
import { cellText } from './cell'
import { squeezeText, tidyText } from './text'

/**
 * What a cell says of a date. `unsure` is a number such as 1985.1: October with its zero lost, or January.
 * `invalid` is a day that does not exist, or words.
 */
export type DateReading =
  { readonly kind: 'date'; readonly date: PartialDate } | { readonly kind: 'unsure' } | { readonly kind: 'invalid' }

export interface DateContext {
  /** False for CSV and HTML: a text may be a number that was written out, see `RawSheet.typed`. */
  readonly typed: boolean
  /** The column writes October as `.10` or January as `.01` elsewhere, so that its `.1` can be trusted. */
  readonly trustsTenths: boolean
}

const INVALID: DateReading = { kind: 'invalid' }

/** Excel's serial numbers of 1927-05-18 to 2099-12-31: five digits, nothing else looks like them in a date column. */
const SERIAL = /^([1-6]\d{4}|7[0-2]\d{3}|730[0-4]\d|73050)(\.\d+)?$/
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** Reads a date in any spelling, as precisely as it is written. The cell is not empty. */
export function readDate(cell: Cell, { typed, trustsTenths }: DateContext): DateReading {
  if (cell !== null && typeof cell === 'object') return cell.kind === 'date' ? asDate(cell.day) : INVALID
  const wasNumber = typeof cell === 'number' || !typed
  const text = squeezeText(cellText(cell))
  if (wasNumber && SERIAL.test(text)) return asDate(dayOfSerial(Number(text)))
  if (wasNumber && !trustsTenths && /^(19|20)?\d{2}\.1$/.test(text)) return { kind: 'unsure' }
  return readText(text, tidyText(cellText(cell)))
}

/**
 * The dates that a text may mean where `readDate` decides for none: `1985.1` with or without a lost zero, day and month
 * in either order.
 */
export function possibleDates(text: string): string[] {
  const squeezed = squeezeText(text)
  const tenth = /^(19|20)?(\d{2})\.1$/.exec(squeezed)
  if (tenth !== null)
    return ['10', '01'].flatMap((month) => datesOf(fromParts(`${tenth[1] ?? ''}${tenth[2] ?? ''}`, month)))
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(squeezed)
  if (numbers === null || Number(numbers[1]) > 12 || Number(numbers[2]) > 12) return []
  return [fromParts(numbers[3], numbers[1], numbers[2]), fromParts(numbers[3], numbers[2], numbers[1])].flatMap(datesOf)
}

const datesOf = (reading: DateReading) => (reading.kind === 'date' ? [reading.date] : [])

/** Whether a text shows that its column writes months with all their digits. */
export function showsTenths(text: string): boolean {
  return /^\s*\d{4}\.(10|0\d)\s*$/.test(text)
}

/** The day of an Excel serial number (1900 date system), the time of day left out. */
export function dayOfSerial(serial: number): string {
  return new Date(EXCEL_EPOCH + Math.floor(serial + 1e-9) * DAY).toISOString().slice(0, 10)
}

function readText(squeezed: string, spaced: string): DateReading {
  const text = withArabicDigits(squeezed)
    .replace(/(\d)[T]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i, '$1')
    .replace(/[(（]?(星期|周)[一二三四五六日天][)）]?$/, '')
  const digits = readDigits(text)
  if (digits !== null) return digits
  const parts =
    /^(\d{4}|\d{2})(?:年|[-/.,、\\_—–－])(\d{1,2})(?:月|[-/.,、\\_—–－])(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4}|\d{2})(?:年|[-/.,、\\_—–－])(\d{1,2})(?:月份?|[-/.,、\\_—–－])?$/.exec(text) ??
    /^(\d{4}|\d{2})年(?:份)?$/.exec(text) ??
    /^(\d{4})\s(\d{1,2})(?:\s(\d{1,2}))?$/.exec(spaced)
  if (parts !== null) return fromParts(parts[1], parts[2], parts[3])
  return readForeign(spaced)
}

/** `19900512`, `199005`, `900512`, `1990`. */
function readDigits(text: string): DateReading | null {
  if (/^\d{8}$/.test(text)) return fromParts(text.slice(0, 4), text.slice(4, 6), text.slice(6))
  if (/^\d{6}$/.test(text)) {
    const month = /^(19|20)/.test(text) ? fromParts(text.slice(0, 4), text.slice(4)) : INVALID
    return month.kind === 'date' ? month : fromParts(text.slice(0, 2), text.slice(2, 4), text.slice(4))
  }
  if (/^\d{4}$/.test(text)) return fromParts(text)
  return /^\d+$/.test(text) ? INVALID : null
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `12-May-1990`, `May 12, 1990`, `25/5/1990`; where day and month could be exchanged there is no sure reading. */
function readForeign(text: string): DateReading {
  const named = /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s,-]+(\d{4})$/i.exec(text)
  const american = /^([a-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/i.exec(text)
  const monthName = (named?.[2] ?? american?.[1])?.slice(0, 3).toLowerCase()
  if (monthName !== undefined) {
    const month = MONTH_NAMES.indexOf(monthName) + 1
    return fromParts(named?.[3] ?? american?.[3], String(month), named?.[1] ?? american?.[2])
  }
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (numbers === null) return INVALID
  const [first, second] = [Number(numbers[1]), Number(numbers[2])]
  if (first > 12 || first === second) return fromParts(numbers[3], numbers[2], numbers[1])
  return second > 12 ? fromParts(numbers[3], numbers[1], numbers[2]) : INVALID
}

/** Two-digit years 13-99 are 19yy, 00-12 are 20yy. */
function fromParts(year: string | undefined, month?: string, day?: string): DateReading {
  if (year === undefined) return INVALID
  const fullYear = year.length === 4 ? year : `${Number(year) > 12 ? '19' : '20'}${year}`
  if (!/^(19|20)/.test(fullYear)) return INVALID
  return asDate([fullYear, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-'))
}

function asDate(text: string): DateReading {
  const date = partialDateSchema.safeParse(text)
  return date.success ? { kind: 'date', date: date.data } : INVALID
}

const CHINESE_DIGITS = '零一二三四五六七八九'

/** `二〇二五年六月`, `一九九〇年十二月三十一日` with Arabic digits; other texts come back as they are. */
function withArabicDigits(text: string): string {
  if (!/^[〇○零一二三四五六七八九]{2,4}年/.test(text)) return text
  return text.replace(/[〇○零一二三四五六七八九十]+/g, (numeral) => {
    const plain = numeral.replace(/[〇○]/g, '零')
    const ten = /^(.?)十(.?)$/.exec(plain)
    if (ten === null) return plain.replace(/./g, (digit) => String(CHINESE_DIGITS.indexOf(digit)))
    const tens = ten[1] === '' ? 1 : CHINESE_DIGITS.indexOf(ten[1] ?? '')
    const ones = ten[2] === '' ? 0 : CHINESE_DIGITS.indexOf(ten[2] ?? '')
    return String(tens * 10 + ones)
  })
}
