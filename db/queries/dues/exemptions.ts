import type { ExemptionState, MemberExemption } from '../../../shared/contract/dues/exemptions'
import type { Month } from '../../../shared/model/date'
import type { DuesExemption } from '../../../shared/model/dues-rule'
import type { DuesExemptionId, MemberId } from '../../../shared/model/id'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'

interface AsOf {
  /** The month of today. */
  readonly month: Month
  /** The last month whose last day is here or past. */
  readonly over: Month
  /** Ends before this month are history, whether or not a month after them was ever charged. */
  readonly earliest: Month
}

interface Listed extends AsOf, Page {
  readonly state: ExemptionState
  /** A full-text expression of `searchQuery`; null for everybody. */
  readonly query: string | null
}

interface Span {
  readonly memberId: MemberId
  readonly from: Month
  readonly until: Month | null
}

const columns = `exemption.id, exemption.member_id AS memberId, exemption."from", exemption.until, exemption.reason,
  exemption.decision, exemption.decided_on AS decidedOn`

/**
 * An end is dealt with once something was charged for a later month, or a later exemption of the member goes on; and for
 * who is no member any more.
 */
const withState = `exemption AS (
  SELECT dues_exemption.*, CASE
    WHEN until IS NOT NULL AND until <= @over AND until >= @earliest AND status = 'active'
      AND NOT EXISTS (SELECT 1 FROM dues_entry WHERE month > until AND kind = 'charge')
      AND NOT EXISTS (SELECT 1 FROM dues_exemption AS later WHERE later.member_id = dues_exemption.member_id
        AND (later.until IS NULL OR later.until > dues_exemption.until)) THEN 'ending'
    WHEN until IS NOT NULL AND until < @month THEN 'past'
    WHEN "from" > @month THEN 'coming'
    ELSE 'current'
  END AS state, pinyin, search_id
  FROM dues_exemption JOIN member_standing USING (member_id)
)`
const ofState = `state = @state
  AND (@query IS NULL OR search_id IN (SELECT rowid FROM member_search WHERE member_search MATCH @query))`

/** Prepared statements of exemptions 免缴. */
export const exemptionQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[Listed], MemberExemption>(
    `WITH ${withState} SELECT ${columns}, name, department, state FROM exemption JOIN member ON member.id = member_id
    WHERE ${ofState} ORDER BY until IS NULL, until, pinyin, exemption.id LIMIT @limit OFFSET @offset`,
  ),
  count: sqlite
    .prepare<[Omit<Listed, keyof Page>], number>(`WITH ${withState} SELECT count(*) FROM exemption WHERE ${ofState}`)
    .pluck(),
  counts: sqlite.prepare<[AsOf], { readonly state: ExemptionState; readonly exemptions: number }>(
    `WITH ${withState} SELECT state, count(*) AS exemptions FROM exemption GROUP BY state`,
  ),
  ofMember: sqlite.prepare<[AsOf & { readonly memberId: MemberId }], MemberExemption>(
    `WITH ${withState} SELECT ${columns}, name, department, state FROM exemption JOIN member ON member.id = member_id
    WHERE member_id = @memberId ORDER BY "from" DESC, exemption.id DESC`,
  ),
  byId: sqlite.prepare<[DuesExemptionId], DuesExemption>(
    `SELECT ${columns} FROM dues_exemption AS exemption WHERE id = ?`,
  ),
  /** An exemption of the member in some of the months; `exceptId` is the one that is being changed. */
  overlapping: sqlite.prepare<[Span & { readonly exceptId: DuesExemptionId | null }], { readonly from: Month }>(
    `SELECT "from" FROM dues_exemption WHERE member_id = @memberId AND id IS NOT @exceptId
      AND (@until IS NULL OR "from" <= @until) AND (until IS NULL OR until >= @from) LIMIT 1`,
  ),
  /** Whether the member is charged for some of the months, reversals taken off. */
  isCharged: sqlite
    .prepare<[Span], number>(
      `SELECT EXISTS (SELECT 1 FROM dues_entry WHERE member_id = @memberId AND month >= @from
        AND (@until IS NULL OR month <= @until) GROUP BY month HAVING sum(amount) > 0)`,
    )
    .pluck(),
  /** Who is exempt in a month. */
  membersIn: sqlite
    .prepare<[{ readonly month: Month }], MemberId>(
      `SELECT DISTINCT member_id FROM dues_exemption WHERE "from" <= @month AND (until IS NULL OR until >= @month)`,
    )
    .pluck(),
  insert: sqlite.prepare<[DuesExemption]>(
    `INSERT INTO dues_exemption (id, member_id, "from", until, reason, decision, decided_on)
    VALUES (@id, @memberId, @from, @until, @reason, @decision, @decidedOn)`,
  ),
  setEnd: sqlite.prepare<[{ readonly id: DuesExemptionId; readonly until: Month | null }]>(
    'UPDATE dues_exemption SET until = @until WHERE id = @id',
  ),
  remove: sqlite.prepare<[DuesExemptionId]>('DELETE FROM dues_exemption WHERE id = ?'),
}))
