import { partialDateSchema, type PartialDate } from '../../model/date'
import { toHalfWidth } from '../half-width'
import { cellText, type Cell } from './cell'
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
  const spaced = withoutTime(toHalfWidth(tidyText(cellText(cell))))
  const text = squeezeText(spaced)
  if (wasNumber && SERIAL.test(text)) return asDate(dayOfSerial(Number(text)))
  if (wasNumber && !trustsTenths && /^(19|20)?\d{2}\.1$/.test(text)) return { kind: 'unsure' }
  return readText(text, spaced)
}

/** The time of day is cut off while blanks still part it from the day: 1990/5/12 0:00. */
function withoutTime(text: string): string {
  return text.includes(':') ? text.replace(TIME, '') : text
}
const TIME =
  /(?:[\sT]+|(?<=[日号]))(?:上午|下午|[AP]M)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|[+-]\d{2}:?\d{2})?$/i

/**
 * The dates that a text may mean where `readDate` decides for none: `1985.1` with or without a lost zero, day and month
 * in either order, zeros for what was not known, the serial number of a day.
 */
export function possibleDates(text: string): string[] {
  const squeezed = squeezeText(text)
  const unknown = /^((?:19|20)\d{2})(?:[-/.年]?(0[1-9]|1[0-2]|[1-9]))?[-/.年月]?0{1,2}日?$/.exec(squeezed)
  if (unknown !== null) return datesOf(fromParts(unknown[1], unknown[2]))
  if (SERIAL.test(squeezed)) return datesOf(asDate(dayOfSerial(Number(squeezed))))
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
    .replace(/^(\d{4,8})\.0$/, '$1')
    .replace(/[。．·•]/g, '.')
    .replace(/[(]?(星期|周)[一二三四五六日天][)]?$/, '')
    .replace(/^出?生于|(?<=[\d日号月年])(出生|生)$/g, '')
    .replace(/(?<=\D\d{1,2}\D\d{1,2})[.,、]$/, '')
  const parts =
    /^(\d{4})\s(\d{1,2})(?:\s(\d{1,2}))?$/.exec(spaced) ??
    /^(\d{4}|\d{2})(?:年|[-/.,、\\_—–－])(\d{1,2})(?:月|[-/.,、\\_—–－])(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4}|\d{2})(?:年|[-/.,、\\_—–－])(\d{1,2})(?:月份?|[-/.,、\\_—–－])?$/.exec(text) ??
    /^(\d{4})[-/.](\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4}|\d{2})年(?:份)?$/.exec(text) ??
    /^(\d{4})[-/.]$/.exec(text)
  if (parts !== null) return fromParts(parts[1], parts[2], parts[3])
  return readDigits(text) ?? readRepublican(text) ?? readForeign(spaced)
}

/** Years of the Republic, as Taiwanese papers count: 民国79年5月12日 is of 1990. */
function readRepublican(text: string): DateReading | null {
  const parts = /^民[国國](\d{1,3})(?:年|[/.-])(?:(\d{1,2})(?:月|[/.-])?(?:(\d{1,2})日?)?)?$/.exec(text)
  return parts === null ? null : fromParts(String(Number(parts[1]) + 1911), parts[2], parts[3])
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

/**
 * `12-May-1990`, `May 12, 1990`, `May-90`, `12-5月-90`, `Sat May 12 00:00:00 CST 1990`, `25/5/1990`; where day and month,
 * or day and year, could be exchanged there is no sure reading.
 */
function readForeign(text: string): DateReading {
  const java = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) [\d:]{8} [a-z+\d:]{2,9} (\d{4})$/i.exec(text)
  if (java !== null) return fromParts(java[3], monthOf(java[1]), java[2])
  const named = /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/i.exec(text)
  if (named !== null) return fromParts(named[3], monthOf(named[2]), named[1])
  const american = /^([a-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/i.exec(text)
  if (american !== null) return fromParts(american[3], monthOf(american[1]), american[2])
  const oracle = /^(\d{1,2})-(\d{1,2})月\s?-\s?(\d{4}|\d{2})$/.exec(text)
  if (oracle !== null) return fromParts(oracle[3], oracle[2], oracle[1])
  const month = /^([a-z]{3,9})[\s-](\d{4}|\d{2})$|^(\d{4}|\d{2})[\s-]([a-z]{3,9})$/i.exec(text)
  if (month !== null) {
    const year = month[2] ?? month[3]
    return Number(year) > 31 ? fromParts(year, monthOf(month[1] ?? month[4])) : INVALID
  }
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (numbers === null) return INVALID
  const [first, second] = [Number(numbers[1]), Number(numbers[2])]
  if (first > 12 || first === second) return fromParts(numbers[3], numbers[2], numbers[1])
  return second > 12 ? fromParts(numbers[3], numbers[1], numbers[2]) : INVALID
}

/** The number of an English month; none for other words, which no date has. */
function monthOf(name: string | undefined): string {
  return String(MONTH_NAMES.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1 || 99)
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

/** `二〇二五年六月`, `1990年十二月三十一日` with Arabic digits; other texts come back as they are. */
function withArabicDigits(text: string): string {
  if (!/^[〇○零OＯo一二三四五六七八九\d]{2,4}年/.test(text)) return text
  return text.replace(/[〇○零OＯo一二三四五六七八九十]+/g, (numeral) => {
    const plain = numeral.replace(/[〇○OＯo]/g, '零')
    const ten = /^(.?)十(.?)$/.exec(plain)
    if (ten === null) return plain.replace(/./g, (digit) => String(CHINESE_DIGITS.indexOf(digit)))
    const tens = ten[1] === '' ? 1 : CHINESE_DIGITS.indexOf(ten[1] ?? '')
    const ones = ten[2] === '' ? 0 : CHINESE_DIGITS.indexOf(ten[2] ?? '')
    return String(tens * 10 + ones)
  })
}
