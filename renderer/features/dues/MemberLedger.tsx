import type { MemberId } from '../../../shared/model/id'

/** The dues ledger of one member. */
export function MemberLedger(_props: { readonly memberId: MemberId }) {
  return null
}
