import type { MembershipEventType, MembershipStatus } from '../model/membership'

/** The standing 会籍状态 that a membership event leaves behind; the last recorded event decides. */
export const statusAfter: Readonly<Record<MembershipEventType, MembershipStatus>> = {
  admission: 'active',
  transferIn: 'active',
  restoration: 'active',
  keeping: 'kept',
  transferOut: 'transferred',
  expulsion: 'expelled',
  withdrawal: 'withdrawn',
  death: 'deceased',
}
