import { noticeOn } from '../../codes/member-notices'
import type { MemberNotice } from '../../model/member-notice'
import { dayOf } from '../date'

/** The text of the notice 告知书 that is given out now. */
export const NOTICE_VERSION = noticeOn(dayOf(new Date())).version

/** How far a member was told, by the latest line about them. */
export function noticeStanding(latest: Pick<MemberNotice, 'version' | 'withdrawnOn'> | undefined) {
  if (latest === undefined) return 'none'
  if (latest.withdrawnOn !== null) return 'withdrawn'
  return latest.version === NOTICE_VERSION ? 'given' : 'outdated'
}
