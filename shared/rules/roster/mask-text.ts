import type { RosterField } from '../../model/roster'
import { maskIdNumber, maskPhone } from '../mask'
import { squeezeText } from './text'

/** Text out of a file as it may leave the backend: whatever looks like an ID or a mobile number is masked in it. */
export function maskNumbersIn(text: string): string {
  return text
    .replace(/\d{17}[\dXx]|\d{15}/g, maskIdNumber)
    .replace(/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g, (phone) => maskPhone(phone))
}

/** A cell's text as it may leave the backend, by the field of its column. */
export function maskCellText(field: RosterField | null, text: string): string {
  if (field === 'idNumber') return maskIdNumber(squeezeText(text))
  if (field === 'phone') return maskPhone(squeezeText(text))
  return maskNumbersIn(text)
}
