import {
  FOLLOW_UP_DAYS,
  type CheckupFilter,
  type CheckupRow,
  type CheckupView,
} from '../../../../shared/contract/care/registers'
import type { Day } from '../../../../shared/model/date'
import type { CheckupId, MemberId } from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import type { Checkup } from '../../../../shared/model/service-register'
import { perDatabase } from '../../../branch-database'

type Stored = CheckupFilter & { readonly today: Day; readonly query: string | null }

const rows = `checkup.id, checkup.member_id AS memberId, checkup."on", provider_id AS providerId, package, cost, attendance,
  follow_up_on AS followUpOn, member.name, member.department, provider.name AS providerName
  FROM checkup JOIN member ON member.id = checkup.member_id LEFT JOIN provider ON provider.id = provider_id`

const isFollowUp = `follow_up_on <= date(@today, '+${FOLLOW_UP_DAYS} days')`
const wanted = `WHERE CASE @view WHEN 'all' THEN 1 WHEN 'followUp' THEN ${isFollowUp} ELSE attendance = @view END
  AND (@year IS NULL OR substr(checkup."on", 1, 4) = @year)
  AND (@search = '' OR (@query IS NOT NULL AND checkup.member_id IN (SELECT member_id FROM member_standing
    JOIN member_search ON member_search.rowid = search_id WHERE member_search MATCH @query)))`
const inOrder = `ORDER BY CASE @view WHEN 'followUp' THEN follow_up_on END, checkup."on" DESC, checkup.id DESC`

/** Prepared statements of check-ups 职工体检. */
export const checkupQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[Stored & Page], CheckupRow>(`SELECT ${rows} ${wanted} ${inOrder} LIMIT @limit OFFSET @offset`),
  count: sqlite.prepare<[Stored], number>(`SELECT count(*) FROM checkup ${wanted}`).pluck(),
  ids: sqlite.prepare<[Stored], CheckupId>(`SELECT id FROM checkup ${wanted} ${inOrder}`).pluck(),
  counts: sqlite.prepare<[{ readonly today: Day }], Readonly<Record<CheckupView, number>>>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE attendance = 'arranged') AS arranged,
      count(*) FILTER (WHERE attendance = 'attended') AS attended,
      count(*) FILTER (WHERE attendance = 'missed') AS missed, count(*) FILTER (WHERE ${isFollowUp}) AS followUp
    FROM checkup`,
  ),
  years: sqlite.prepare<[], string>('SELECT DISTINCT substr("on", 1, 4) FROM checkup ORDER BY 1 DESC').pluck(),
  ofMember: sqlite.prepare<[MemberId], CheckupRow>(
    `SELECT ${rows} WHERE checkup.member_id = ? ORDER BY checkup."on" DESC, checkup.id DESC`,
  ),
  get: sqlite.prepare<[CheckupId], Checkup>(
    `SELECT id, member_id AS memberId, "on", provider_id AS providerId, package, cost, attendance, finding,
      follow_up_on AS followUpOn, note FROM checkup WHERE id = ?`,
  ),
  isArranged: sqlite
    .prepare<[MemberId, Day], 0 | 1>('SELECT EXISTS (SELECT 1 FROM checkup WHERE member_id = ? AND "on" = ?)')
    .pluck(),
  insert: sqlite.prepare<[Checkup]>(
    `INSERT INTO checkup (id, member_id, "on", provider_id, package, cost, attendance, finding, follow_up_on, note)
    VALUES (@id, @memberId, @on, @providerId, @package, @cost, @attendance, @finding, @followUpOn, @note)`,
  ),
  mark: sqlite.prepare<[Pick<Checkup, 'id' | 'attendance'>]>(
    'UPDATE checkup SET attendance = @attendance WHERE id = @id',
  ),
  update: sqlite.prepare<[Omit<Checkup, 'memberId'>]>(
    `UPDATE checkup SET "on" = @on, provider_id = @providerId, package = @package, cost = @cost,
      attendance = @attendance, finding = @finding, follow_up_on = @followUpOn, note = @note WHERE id = @id`,
  ),
  remove: sqlite.prepare<[CheckupId]>('DELETE FROM checkup WHERE id = ?'),
}))
