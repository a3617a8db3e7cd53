import type { Exemption } from '../../../shared/contract/dues/charges'
import type { Month } from '../../../shared/model/date'
import type { MemberClass } from '../../../shared/model/dues-rule'
import type { MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { statusByType } from '../../status-by-type'

interface MonthParameters {
  readonly month: Month
  /** The first month after it. */
  readonly next: Month
}

/** What a member's dues of the month follow from, or why they need not be reckoned. */
interface SubjectOfMonth {
  readonly exemption: Extract<Exemption, 'alreadyCharged' | 'notActive'> | null
  readonly memberClass: MemberClass
  readonly grade: string | null
  /** JSON, see `dues_basis`; null without a basis. */
  readonly pay: string | null
  readonly wage: Fen | null
}

export interface MemberOfMonth extends SubjectOfMonth {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
}

/**
 * Every member with what a charge run for the month would do. The standing at the end of the month decides: events
 * without a date always count, and only who has later events needs a look at the earlier ones.
 */
const membersOfMonth = `
WITH charged AS MATERIALIZED (
  SELECT member_id FROM dues_entry WHERE month = @month GROUP BY member_id HAVING sum(amount) > 0
), moved_later AS MATERIALIZED (
  SELECT DISTINCT member_id FROM membership_event WHERE date >= @next
), standing AS (
  SELECT member_id, pinyin, CASE WHEN member_id IN moved_later THEN (
    SELECT ${statusByType} FROM membership_event AS event
    WHERE event.member_id = member_standing.member_id AND (date IS NULL OR date < @next) ORDER BY rowid DESC LIMIT 1
  ) ELSE status END AS status
  FROM member_standing
), dated AS (
  SELECT standing.*, dues_basis.member_class, grade, pay FROM standing LEFT JOIN dues_basis ON dues_basis.id = (
    SELECT id FROM dues_basis WHERE member_id = standing.member_id AND valid_from <= @month
    ORDER BY valid_from DESC LIMIT 1
  )
), member_of_month AS (
  SELECT member_id AS memberId, pinyin, name, department, CASE
    WHEN member_id IN charged THEN 'alreadyCharged'
    WHEN status NOT IN ('active', 'kept') OR status IS NULL THEN 'notActive'
  END AS exemption, CASE status WHEN 'kept' THEN 'kept' ELSE coalesce(member_class, 'regular') END AS memberClass,
    grade, pay, wage
  FROM dated JOIN member ON member.id = member_id
)`

/** Prepared statements of charging; amounts in fen. */
export const chargeQueries = perDatabase(({ sqlite }) => ({
  /** How many members share what the dues of a month follow from. */
  subjects: sqlite.prepare<[MonthParameters], SubjectOfMonth & { readonly members: number }>(
    `${membersOfMonth} SELECT exemption, memberClass, grade, pay, wage, count(*) AS members FROM member_of_month
    GROUP BY exemption, memberClass, grade, pay, wage`,
  ),

  /** Every member, by name. */
  members: sqlite.prepare<[MonthParameters], MemberOfMonth>(
    `${membersOfMonth} SELECT memberId, name, department, exemption, memberClass, grade, pay, wage
    FROM member_of_month ORDER BY pinyin, memberId`,
  ),

  charged: sqlite.prepare<[Month], { readonly members: number; readonly amount: Fen }>(
    `SELECT count(*) AS members, coalesce(sum(amount), 0) AS amount FROM (
      SELECT sum(amount) AS amount FROM dues_entry WHERE month = ? GROUP BY member_id HAVING sum(amount) > 0)`,
  ),
}))
