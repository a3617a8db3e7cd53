import type { ArrearsRule, ArrearsStep } from '../../../shared/model/arrears'
import type { Day, Month } from '../../../shared/model/date'
import type { ActivityId, ArrearsRuleId, MemberId, PayrollListId } from '../../../shared/model/id'
import type { MembershipEvent, MembershipStatus } from '../../../shared/model/membership'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

/** A member whose standing is asked for; `balance` is the sum of the ledger. */
export interface DebtorRow {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly unionGroup: string | null
  readonly status: MembershipStatus
  readonly balance: Fen
}

/** Null asks for everybody with a balance. */
interface Whose {
  readonly memberId: MemberId | null
}

const debtorColumns = `member_id AS memberId, name, department, union_group AS unionGroup, status,
  coalesce(balance, 0) AS balance`

/** Rows of a table of those with a balance, or of one member. */
const asked = `(@memberId IS NOT NULL AND member_id = @memberId
  OR @memberId IS NULL AND member_id IN (SELECT member_id FROM dues_standing WHERE balance > 0))`

/** Prepared statements of arrears and the course with them. */
export const arrearsQueries = perDatabase(({ sqlite }) => ({
  debt: sqlite.prepare<[], { readonly members: number; readonly amount: Fen }>(
    'SELECT count(*) AS members, coalesce(sum(balance), 0) AS amount FROM dues_standing WHERE balance > 0',
  ),
  /** Largest balance first, then in the order in which members were added. */
  debtors: sqlite.prepare<[], DebtorRow>(
    `SELECT ${debtorColumns} FROM dues_standing JOIN member_standing USING (member_id) JOIN member ON member.id = member_id
    WHERE balance > 0 ORDER BY balance DESC, member_id DESC`,
  ),
  member: sqlite.prepare<[MemberId], DebtorRow>(
    `SELECT ${debtorColumns} FROM member_standing LEFT JOIN dues_standing USING (member_id)
    JOIN member ON member.id = member_id WHERE member_id = ?`,
  ),
  /** Members found by a full-text expression, see `searchQuery`. */
  found: sqlite
    .prepare<[{ readonly query: string }], MemberId>(
      `SELECT member_id FROM member_standing JOIN member_search ON member_search.rowid = search_id
      WHERE member_search MATCH @query`,
    )
    .pluck(),

  /** The ledger only grows: whose lines came after a place in it, and where it ends. */
  ledgerEnd: sqlite.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM dues_entry').pluck(),
  writtenAfter: sqlite.prepare<[number], MemberId>('SELECT DISTINCT member_id FROM dues_entry WHERE rowid > ?').pluck(),

  exemptions: sqlite.prepare<
    [Whose],
    { readonly memberId: MemberId; readonly from: Month; readonly until: Month | null; readonly reason: string }
  >(
    `SELECT member_id AS memberId, "from", until, reason FROM dues_exemption WHERE ${asked} ORDER BY member_id, "from"`,
  ),
  /** Of those whose membership was ever kept, in the order of recording. */
  eventsOfKept: sqlite.prepare<[Whose], Pick<MembershipEvent, 'memberId' | 'type' | 'date'>>(
    `SELECT member_id AS memberId, type, date FROM membership_event
    WHERE ${asked} AND member_id IN (SELECT member_id FROM membership_event WHERE type = 'keeping') ORDER BY rowid`,
  ),
  openDisputes: sqlite.prepare<[Whose], { readonly memberId: MemberId; readonly month: Month }>(
    `SELECT member_id AS memberId, month FROM dues_dispute WHERE ${asked} AND closed_on IS NULL`,
  ),
  /** Deduction lists that are not wholly paid over, and what is missing. */
  heldLists: sqlite.prepare<[], { readonly id: PayrollListId; readonly amount: Fen }>(
    `SELECT id, booked - paid AS amount FROM (
      SELECT id, (SELECT coalesce(-sum(amount), 0) FROM dues_entry WHERE payroll_list_id = payroll_list.id) AS booked,
        (SELECT coalesce(sum(amount), 0) FROM remittance WHERE payroll_list_id = payroll_list.id) AS paid
      FROM payroll_list) WHERE booked > paid`,
  ),

  steps: sqlite.prepare<[Whose], ArrearsStep>(
    `SELECT id, member_id AS memberId, kind, "on", since, months, owed, entered_until AS enteredUntil, "by", reason,
      decision, document, recorded_at AS recordedAt
    FROM arrears_step WHERE ${asked} ORDER BY "on", recorded_at, id`,
  ),
  insertStep: sqlite.prepare<[ArrearsStep]>(
    `INSERT INTO arrears_step (id, member_id, kind, "on", since, months, owed, entered_until, "by", reason, decision,
      document, recorded_at)
    VALUES (@id, @memberId, @kind, @on, @since, @months, @owed, @enteredUntil, @by, @reason, @decision, @document,
      @recordedAt)`,
  ),

  /** Newest first. */
  rules: sqlite.prepare<[], ArrearsRule>(
    `SELECT id, valid_from AS validFrom, reminder_months AS reminderMonths, notice_months AS noticeMonths,
      list_months AS listMonths, partial_payment AS partialPayment, decision
    FROM arrears_rule ORDER BY valid_from DESC, id DESC`,
  ),
  insertRule: sqlite.prepare<[ArrearsRule]>(
    `INSERT INTO arrears_rule (id, valid_from, reminder_months, notice_months, list_months, partial_payment, decision)
    VALUES (@id, @validFrom, @reminderMonths, @noticeMonths, @listMonths, @partialPayment, @decision)`,
  ),
  removeRule: sqlite.prepare<[ArrearsRuleId]>('DELETE FROM arrears_rule WHERE id = ?'),

  /** Hand-overs being entered that may hold payments up to a day; one without its day may hold any. */
  openHandOvers: sqlite
    .prepare<[Day], number>(
      `SELECT count(*) FROM hand_over_draft WHERE coalesce(json_extract(content, '$.receivedOn'), '') <= ?`,
    )
    .pluck(),
  /** Deduction lists read and not posted, of deductions up to a day. */
  openPayrollLists: sqlite
    .prepare<[Day], number>('SELECT count(*) FROM payroll_import WHERE posted_at IS NULL AND deducted_on <= ?')
    .pluck(),

  /** What a member came to in a time, latest first. */
  attended: sqlite.prepare<
    [{ readonly memberId: MemberId; readonly from: Day; readonly to: Day }],
    { readonly activityId: ActivityId; readonly title: string; readonly startsOn: Day }
  >(
    `SELECT activity_id AS activityId, title, starts_on AS startsOn FROM participation
    JOIN activity ON activity.id = activity_id
    WHERE member_id = @memberId AND attendance = 'present' AND starts_on BETWEEN @from AND @to
    ORDER BY starts_on DESC, activity_id DESC`,
  ),
}))
