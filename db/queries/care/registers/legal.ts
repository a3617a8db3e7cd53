import type { LegalFilter, LegalRow, LegalView } from '../../../../shared/contract/care/registers'
import type { LegalCaseId, MemberId, ProviderId } from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import type { LegalCase } from '../../../../shared/model/service-register'
import { perDatabase } from '../../../branch-database'

type Stored = LegalFilter & { readonly query: string | null }

const rows = `legal_case.id, legal_case.member_id AS memberId, legal_case.kind, opened_on AS openedOn,
  provider_id AS providerId, handler, closed_on AS closedOn, cost, member.name, member.department,
  provider.name AS providerName
  FROM legal_case JOIN member ON member.id = legal_case.member_id LEFT JOIN provider ON provider.id = provider_id`

const wanted = `WHERE CASE @view WHEN 'open' THEN closed_on IS NULL WHEN 'closed' THEN closed_on IS NOT NULL ELSE 1 END
  AND (@search = '' OR instr(lower(coalesce(handler, '')), lower(@search)) > 0 OR (@query IS NOT NULL
    AND legal_case.member_id IN (SELECT member_id FROM member_standing
      JOIN member_search ON member_search.rowid = search_id WHERE member_search MATCH @query)))`

/** Prepared statements of legal aid 法律援助. */
export const legalQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[Stored & Page], LegalRow>(
    `SELECT ${rows} ${wanted} ORDER BY opened_on DESC, legal_case.id DESC LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite.prepare<[Stored], number>(`SELECT count(*) FROM legal_case ${wanted}`).pluck(),
  counts: sqlite.prepare<[], Readonly<Record<LegalView, number>>>(
    `SELECT count(*) AS "all", count(closed_on) AS closed, count(*) - count(closed_on) AS open FROM legal_case`,
  ),
  ofMember: sqlite.prepare<[MemberId], LegalRow>(
    `SELECT ${rows} WHERE legal_case.member_id = ? ORDER BY opened_on DESC, legal_case.id DESC`,
  ),
  get: sqlite.prepare<[LegalCaseId], LegalCase>(
    `SELECT id, member_id AS memberId, kind, opened_on AS openedOn, matter, provider_id AS providerId, handler,
      closed_on AS closedOn, outcome, cost, note FROM legal_case WHERE id = ?`,
  ),
  insert: sqlite.prepare<[LegalCase]>(
    `INSERT INTO legal_case (id, member_id, kind, opened_on, matter, provider_id, handler, closed_on, outcome, cost, note)
    VALUES (@id, @memberId, @kind, @openedOn, @matter, @providerId, @handler, @closedOn, @outcome, @cost, @note)`,
  ),
  update: sqlite.prepare<[LegalCase]>(
    `UPDATE legal_case SET member_id = @memberId, kind = @kind, opened_on = @openedOn, matter = @matter,
      provider_id = @providerId, handler = @handler, closed_on = @closedOn, outcome = @outcome, cost = @cost, note = @note
    WHERE id = @id`,
  ),
  remove: sqlite.prepare<[LegalCaseId]>('DELETE FROM legal_case WHERE id = ?'),
  providers: sqlite.prepare<[], { readonly id: ProviderId; readonly name: string }>(
    'SELECT id, name FROM provider WHERE is_retired = 0 ORDER BY name',
  ),
  hasProvider: sqlite.prepare<[ProviderId], 0 | 1>('SELECT EXISTS (SELECT 1 FROM provider WHERE id = ?)').pluck(),
}))
