import type { Day } from '../../../model/date'
import type { Member } from '../../../model/member'
import type { MembershipEvent } from '../../../model/membership'

/** Somebody of the member's family, as far as papers name them; the phone as it may be shown. */
export interface PaperRelative {
  readonly relation: string
  readonly name: string
  readonly employer: string | null
  readonly phone: string | null
}

/** Whom a paper is about. ID and phone numbers are masked already unless the paper was confirmed to be in clear. */
export interface PaperSubject {
  readonly member: Member
  readonly events: readonly MembershipEvent[]
  readonly relatives: readonly PaperRelative[]
  /** What else is kept of the person, e.g. further documents, honours, the branch's own fields. */
  readonly others: readonly { readonly name: string; readonly text: string }[]
  /** JPEG as base64. */
  readonly photo: string | null
  readonly unionName: string
  readonly today: Day
}
