import { memberFieldDeclarations, type MemberField } from '../model/member'

/**
 * A document number of which region and tail stay readable: `110101********1234`. Shorter numbers keep a quarter at
 * each end, the shortest nothing.
 */
export function maskIdNumber(number: string): string {
  if (number.length === 18) return hideBetween(number, 6, 4)
  const shown = Math.floor(number.length / 4)
  return hideBetween(number, shown, shown)
}

/** A phone number of which the beginning and the last four digits stay readable: `138****1234`. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return hideBetween(phone, 3, 4)
  const shown = Math.floor(phone.length / 4)
  return hideBetween(phone, shown, shown)
}

/** The value of a member's field as it may leave the backend. */
export function maskField(field: MemberField, value: string): string {
  const { kind, masked } = memberFieldDeclarations[field]
  if (!masked) return value
  return kind === 'phone' ? maskPhone(value) : maskIdNumber(value)
}

function hideBetween(text: string, start: number, end: number): string {
  return text.slice(0, start) + '*'.repeat(text.length - start - end) + text.slice(text.length - end)
}
