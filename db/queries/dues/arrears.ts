import type { Month } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

interface Window {
  readonly limit: number
  readonly offset: number
}

export interface Debt {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly owed: Fen
}

interface Total {
  readonly members: number
  readonly amount: Fen
}

/** Members found by a full-text expression, see `searchQuery`. */
const found = `(SELECT member_id FROM member_standing JOIN member_search ON member_search.rowid = search_id
  WHERE member_search MATCH @query)`

/** Prepared statements of what members owe; amounts in fen. */
export const arrearsQueries = perDatabase(({ sqlite }) => ({
  debt: sqlite.prepare<[], Total>(
    'SELECT count(*) AS members, coalesce(sum(balance), 0) AS amount FROM dues_standing WHERE balance > 0',
  ),
  debtFound: sqlite.prepare<[{ readonly query: string }], Total>(
    `SELECT count(*) AS members, coalesce(sum(balance), 0) AS amount FROM dues_standing
    WHERE balance > 0 AND member_id IN ${found}`,
  ),

  /** Largest debt first, then in the order in which members were added. */
  debtors: sqlite.prepare<[Window], Debt>(
    `SELECT member_id AS memberId, name, department, balance AS owed FROM dues_standing
    JOIN member ON member.id = member_id
    WHERE balance > 0 ORDER BY balance DESC, member_id DESC LIMIT @limit OFFSET @offset`,
  ),
  debtorsFound: sqlite.prepare<[Window & { readonly query: string }], Debt>(
    `SELECT member_id AS memberId, name, department, balance AS owed FROM dues_standing
    JOIN member ON member.id = member_id
    WHERE balance > 0 AND member_id IN ${found}
    ORDER BY balance DESC, member_id DESC LIMIT @limit OFFSET @offset`,
  ),

  /** What a member was charged for each month, reversals taken off. */
  chargesByMonth: sqlite.prepare<[MemberId], { readonly month: Month; readonly amount: Fen }>(
    `SELECT month, sum(amount) AS amount FROM dues_entry WHERE member_id = ? AND month IS NOT NULL
    GROUP BY month ORDER BY month`,
  ),
}))
