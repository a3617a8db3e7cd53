import type { ActivityId, MemberId } from '../../model/id'
import { squeezeText } from '../roster/text'

const ACTIVITY = 'HD-'
const MEMBER = 'HY-'
const TAIL = 8

const tailOf = (id: string) => id.slice(-TAIL).toUpperCase()

/** What a keyboard scanner can type. */
const TYPED = /^[\x21-\x7e]{1,40}$/

/** What the code of an activity says. */
export function activityCode(id: ActivityId): string {
  return ACTIVITY + tailOf(id)
}

/** What somebody's code says: the staff number or the number of the member's card, and a short one for who has neither. */
export function memberCode({
  id,
  staffNumber,
  memberCardNumber,
}: {
  readonly id: MemberId
  readonly staffNumber: string | null
  readonly memberCardNumber: string | null
}): string {
  const number = [staffNumber, memberCardNumber].find((one) => one !== null && TYPED.test(one))
  return number ?? MEMBER + tailOf(id)
}

export type ScannedCode =
  | { readonly kind: 'activity'; readonly tail: string }
  /** A number, a name, or the end of a member's id. */
  | { readonly kind: 'member'; readonly text: string; readonly tail: string | null }

/** What was scanned or typed; a Chinese input method may have made it full-width. */
export function readCode(scanned: string): ScannedCode {
  const text = squeezeText(scanned)
  const short = /^(HD|HY)-?([\dA-F]{8})$/i.exec(text)
  const tail = short?.[2]?.toLowerCase() ?? null
  if (tail !== null && short?.[1]?.toUpperCase() === 'HD') return { kind: 'activity', tail }
  return { kind: 'member', text, tail }
}
