import type { Month } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { MembershipEvent } from '../../../shared/model/membership'
import { perDatabase } from '../../branch-database'

export interface RegisterMember {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly unionGroup: string | null
}

interface Months {
  readonly from: Month
  readonly until: Month
}

/** Who is charged for a month of those asked for, reversals taken off; that of a waiver is above zero. */
const registered = `FROM member_standing JOIN member ON member.id = member_id
  WHERE EXISTS (SELECT 1 FROM dues_entry AS entry
    WHERE entry.member_id = member.id AND month BETWEEN @from AND @until
      AND (kind = 'charge' OR (kind = 'reversal' AND amount < 0))
    GROUP BY month HAVING sum(amount) > 0)`

/** Prepared statements of the register of dues. */
export const registerQueries = perDatabase(({ sqlite }) => ({
  count: sqlite.prepare<[Months], number>(`SELECT count(*) ${registered}`).pluck(),
  /** By 分会, 小组 and name. */
  members: sqlite.prepare<[Months & { readonly limit: number; readonly offset: number }], RegisterMember>(
    `SELECT member_id AS memberId, name, department, union_group AS unionGroup ${registered}
    ORDER BY department IS NULL, department, union_group IS NULL, union_group, pinyin, member_id
    LIMIT @limit OFFSET @offset`,
  ),
  exemptions: sqlite.prepare<
    [MemberId],
    { readonly from: Month; readonly until: Month | null; readonly reason: string }
  >('SELECT "from", until, reason FROM dues_exemption WHERE member_id = ?'),
  /** In the order of recording. */
  events: sqlite.prepare<[MemberId], Pick<MembershipEvent, 'type' | 'date'>>(
    'SELECT type, date FROM membership_event WHERE member_id = ? ORDER BY rowid',
  ),
}))
