import { toHalfWidth } from '../half-width'
import { toSimplified } from './simplified'

// Zero-width characters, soft hyphen, byte order mark and control characters other than tab and line break.
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What most cells are: ASCII and common Chinese characters without blanks, in no need of tidying. */
const TIDY = /^[!-~\u4e00-\u9fff]*$/
/** A number, date or amount without anything before it that people or programs put there. */
const SQUEEZED = /^[\dA-Za-z][!-~]*$/

/** Text without invisible characters, its ends trimmed of blanks of every kind, line breaks as `\n`. */
export function tidyText(text: string): string {
  if (TIDY.test(text)) return text
  return text.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim()
}

/**
 * The bare characters of a number, a date or an amount: half-width, without blanks, without the apostrophe or the
 * `="…"` by which people and programs force text in Excel.
 */
export function squeezeText(text: string): string {
  if (SQUEEZED.test(text)) return text
  const bare = toHalfWidth(text.replace(INVISIBLE, '')).replace(/\s/g, '')
  return bare.replace(/^=?"(.*)"$/, '$1').replace(/^['’‘`]+/, '')
}

/** How two terms are compared: half-width, without blanks, lower case, in simplified characters. */
export function termKey(text: string): string {
  return toSimplified(toHalfWidth(text.replace(INVISIBLE, '')).replace(/\s/g, '').toLowerCase())
}

const BETWEEN_HAN = '(?<=\\p{Script=Han})'
const BLANKS_IN_HAN = new RegExp(`${BETWEEN_HAN}[\\s\\u3000]+(?=\\p{Script=Han})`, 'gu')
const DOTS_IN_HAN = new RegExp(`${BETWEEN_HAN}\\s*[·.．•‧・･∙⋅●]\\s*(?=\\p{Script=Han})`, 'gu')

const PLAIN_NAME = /^[\u4e00-\u9fff]+$/

/**
 * A person's name as it is kept: no blanks between Chinese characters, single blanks between Latin words, the dot
 * between Chinese characters as `·`.
 */
export function tidyName(text: string): { readonly name: string; readonly spacesRemoved: boolean } {
  if (PLAIN_NAME.test(text)) return { name: text, spacesRemoved: false }
  const dotted = tidyText(text).replace(DOTS_IN_HAN, '·')
  const joined = dotted.replace(BLANKS_IN_HAN, '')
  return { name: joined.replace(/\s+/g, ' '), spacesRemoved: joined !== dotted }
}
