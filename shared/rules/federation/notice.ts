import type { MemberNotice } from '../../model/member-notice'

/** The text of the notice 告知书 that is given out now; the number rises when what it says changes. */
export const NOTICE_VERSION = '2026-1'

/** How far a member was told, by the latest line about them. */
export function noticeStanding(latest: Pick<MemberNotice, 'version' | 'withdrawnOn'> | undefined) {
  if (latest === undefined) return 'none'
  if (latest.withdrawnOn !== null) return 'withdrawn'
  return latest.version === NOTICE_VERSION ? 'given' : 'outdated'
}
