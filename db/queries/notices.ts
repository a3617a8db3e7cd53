import type { Day } from '../../shared/model/date'
import type { MemberId, MemberNoticeId } from '../../shared/model/id'
import type { MemberNotice, NoticeStanding } from '../../shared/model/member-notice'
import { NOTICE_VERSION } from '../../shared/rules/federation/notice'
import { perDatabase } from '../branch-database'

/** SQL: how far the member of an id was told, by the latest line about them. */
export function noticeStandingOf(memberId: string): string {
  return `coalesce((SELECT CASE WHEN withdrawn_on IS NOT NULL THEN 'withdrawn'
      WHEN version = '${NOTICE_VERSION}' THEN 'given' ELSE 'outdated' END
    FROM member_notice WHERE member_notice.member_id = ${memberId} ORDER BY member_notice.rowid DESC LIMIT 1), 'none')`
}

/** Prepared statements of what members were told. */
export const noticeQueries = perDatabase(({ sqlite }) => ({
  ofMember: sqlite.prepare<[MemberId], MemberNotice>(
    `SELECT id, member_id AS memberId, version, basis, given_on AS givenOn, withdrawn_on AS withdrawnOn
    FROM member_notice WHERE member_id = ? ORDER BY rowid DESC`,
  ),
  insert: sqlite.prepare<[MemberNotice]>(
    `INSERT INTO member_notice (id, member_id, version, basis, given_on, withdrawn_on)
    VALUES (@id, @memberId, @version, @basis, @givenOn, @withdrawnOn)`,
  ),
  withdraw: sqlite.prepare<[{ readonly id: MemberNoticeId; readonly on: Day }]>(
    'UPDATE member_notice SET withdrawn_on = @on WHERE id = @id',
  ),
  counts: sqlite.prepare<[], { readonly standing: NoticeStanding; readonly members: number }>(
    `SELECT ${noticeStandingOf('member_standing.member_id')} AS standing, count(*) AS members FROM member_standing
    WHERE status IN ('active', 'kept') GROUP BY standing`,
  ),
  consents: sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM member_standing WHERE status IN ('active', 'kept') AND (
        SELECT basis = 'separateConsent' AND withdrawn_on IS NULL FROM member_notice
        WHERE member_notice.member_id = member_standing.member_id ORDER BY rowid DESC LIMIT 1)`,
    )
    .pluck(),
  /** Members not told of the present notice; who took a consent back was told. */
  untold: sqlite
    .prepare<[], MemberId>(
      `SELECT member_id FROM member_standing WHERE status IN ('active', 'kept')
      AND ${noticeStandingOf('member_standing.member_id')} IN ('none', 'outdated') ORDER BY member_id`,
    )
    .pluck(),
}))
