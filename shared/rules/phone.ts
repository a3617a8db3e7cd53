import { toHalfWidth } from './half-width'

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/

/** Whether the text is a mainland mobile number: 11 digits, no separators. */
export function isMobile(text: string): boolean {
  return MOBILE.test(text)
}

/** Whether the text is a mobile number or a landline with its area code, e.g. `0571-88886666-801`. */
export function isMobileOrLandline(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text)
}

/**
 * A phone number as it is kept: half-width, without blanks and country code; mobile numbers also lose their hyphens,
 * landlines keep those between area code, number and extension. What is no phone number comes back cleaned, not empty.
 */
export function normalisePhone(text: string): string {
  const clean = toHalfWidth(text)
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/^(\+86|0086)-?/, '')
  const digits = clean.replaceAll('-', '')
  return isMobile(digits) ? digits : clean
}
