import type { CustomField } from '../model/custom-field'
import { partialDateSchema } from '../model/date'
import { yesNoSchema } from '../codes'
import { toHalfWidth } from './half-width'
import { maskIdNumber } from './mask'

type Judged = Pick<CustomField, 'kind' | 'choices'>

export type CustomValueCheck =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: 'number' | 'date' | 'choice' }

/** Checks a value against the kind of its field; numbers are kept without separators. The text is not empty. */
export function checkCustomValue({ kind, choices }: Judged, text: string): CustomValueCheck {
  const value = text.trim()
  switch (kind) {
    case 'text':
      return { ok: true, value }
    case 'number': {
      const digits = toHalfWidth(value).replace(/[,\s]/g, '')
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(digits) ? { ok: true, value: digits } : { ok: false, fault: 'number' }
    }
    case 'date':
      return partialDateSchema.safeParse(value).success ? { ok: true, value } : { ok: false, fault: 'date' }
    case 'choice':
      return choices.includes(value) ? { ok: true, value } : { ok: false, fault: 'choice' }
    case 'yesNo':
      return yesNoSchema.safeParse(value).success ? { ok: true, value } : { ok: false, fault: 'choice' }
  }
}

/** A value of a masked field as it may leave the backend; anything but a text shows nothing of itself. */
export function maskCustomValue({ kind, isMasked }: Pick<CustomField, 'kind' | 'isMasked'>, value: string): string {
  if (!isMasked) return value
  return kind === 'text' ? maskIdNumber(value) : '****'
}
