import type { Exemption } from '../../../shared/contract/dues/charges'
import type { Month } from '../../../shared/model/date'
import { duesEntrySchema, duesFormulaSchema, type DuesEntry, type DuesRule } from '../../../shared/model/dues'
import type { DuesEntryId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { statusByType } from '../../status-by-type'

/** The month asked for; `next` is the first one after it, `leastWage` null for rules that need no wage. */
interface MonthParameters {
  readonly month: Month
  readonly next: Month
  readonly leastWage: Fen | null
}

interface Window {
  readonly limit: number
  readonly offset: number
}

export interface MemberOfMonth {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly wage: Fen | null
  readonly exemption: Exemption | null
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
), member_of_month AS (
  SELECT member_id, pinyin, name, department, wage, CASE
    WHEN member_id IN charged THEN 'alreadyCharged'
    WHEN status = 'kept' THEN 'kept'
    WHEN status IS NOT 'active' THEN 'notActive'
    WHEN @leastWage IS NOT NULL AND (wage IS NULL OR wage < @leastWage) THEN 'noWage'
  END AS exemption
  FROM standing JOIN member ON member.id = member_id
)`

const entryColumns = `id, member_id AS memberId, kind, amount, month, rule_id AS ruleId, method, paid_on AS paidOn,
  chosen_months AS chosenMonths, booked_on AS bookedOn, payroll_list_id AS payrollListId,
  hand_over_id AS handOverId, reverses_id AS reversesId, batch_id AS batchId, note, recorded_at AS recordedAt`

/** An entry as its row holds it. */
type EntryRow = Omit<DuesEntry, 'chosenMonths'> & { readonly chosenMonths: string | null }

const chosenMonthsSchema = duesEntrySchema.shape.chosenMonths

function entryOf(row: EntryRow): DuesEntry {
  return {
    ...row,
    chosenMonths: row.chosenMonths === null ? null : chosenMonthsSchema.parse(JSON.parse(row.chosenMonths)),
  }
}

/** Members found by a full-text expression, see `searchQuery`. */
const found = `(SELECT member_id FROM member_standing JOIN member_search ON member_search.rowid = search_id
  WHERE member_search MATCH @query)`

/** Prepared statements of the dues ledger; amounts in fen. */
export const duesQueries = perDatabase(({ sqlite }) => {
  const rules = sqlite.prepare<[], Omit<DuesRule, 'formula'> & { readonly formula: string }>(
    'SELECT id, formula, valid_from AS validFrom, decision FROM dues_rule ORDER BY valid_from DESC, id DESC',
  )
  const insertEntry = sqlite.prepare<[EntryRow]>(
    `INSERT INTO dues_entry (id, member_id, kind, amount, month, rule_id, method, paid_on, chosen_months, booked_on,
      payroll_list_id, hand_over_id, reverses_id, batch_id, note, recorded_at)
    VALUES (@id, @memberId, @kind, @amount, @month, @ruleId, @method, @paidOn, @chosenMonths, @bookedOn,
      @payrollListId, @handOverId, @reversesId, @batchId, @note, @recordedAt)`,
  )
  const ledger = sqlite.prepare<[MemberId], EntryRow>(
    `SELECT ${entryColumns} FROM dues_entry WHERE member_id = ? ORDER BY rowid`,
  )
  const entry = sqlite.prepare<[DuesEntryId], EntryRow>(`SELECT ${entryColumns} FROM dues_entry WHERE id = ?`)
  const entriesOfBatch = sqlite.prepare<[string], EntryRow>(
    `SELECT ${entryColumns} FROM dues_entry
    WHERE kind <> 'reversal' AND id IN (SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'dues_entry')
    ORDER BY member_id, month`,
  )
  return {
    /** Newest first. */
    rules: () =>
      rules.all().map((rule): DuesRule => ({ ...rule, formula: duesFormulaSchema.parse(JSON.parse(rule.formula)) })),

    insertRule: sqlite.prepare<[Omit<DuesRule, 'formula'> & { readonly formula: string }]>(
      'INSERT INTO dues_rule (id, formula, valid_from, decision) VALUES (@id, @formula, @validFrom, @decision)',
    ),

    insertEntry: (line: DuesEntry): void => {
      const { chosenMonths } = line
      insertEntry.run({ ...line, chosenMonths: chosenMonths === null ? null : JSON.stringify(chosenMonths) })
    },

    /** How many members share an exemption and a wage. */
    monthGroups: sqlite.prepare<
      [MonthParameters],
      { readonly exemption: Exemption | null; readonly wage: Fen | null; readonly members: number }
    >(`${membersOfMonth} SELECT exemption, wage, count(*) AS members FROM member_of_month GROUP BY exemption, wage`),

    /** Members of an exemption, or with null those to be charged, by name. */
    monthMembers: sqlite.prepare<[MonthParameters & Window & { readonly exemption: Exemption | null }], MemberOfMonth>(
      `${membersOfMonth} SELECT member_id AS memberId, name, department, wage, exemption FROM member_of_month
      WHERE exemption IS @exemption ORDER BY pinyin, member_id LIMIT @limit OFFSET @offset`,
    ),

    monthMemberCount: sqlite
      .prepare<[MonthParameters & { readonly exemption: Exemption | null }], number>(
        `${membersOfMonth} SELECT count(*) FROM member_of_month WHERE exemption IS @exemption`,
      )
      .pluck(),

    /** Whom a charge run charges, in the order of the ledger's index. */
    chargeable: sqlite.prepare<[MonthParameters], { readonly memberId: MemberId; readonly wage: Fen | null }>(
      `${membersOfMonth} SELECT member_id AS memberId, wage FROM member_of_month WHERE exemption IS NULL
      ORDER BY member_id`,
    ),

    charged: sqlite.prepare<[Month], Total>(
      `SELECT count(*) AS members, coalesce(sum(amount), 0) AS amount FROM (
        SELECT sum(amount) AS amount FROM dues_entry WHERE month = ? GROUP BY member_id HAVING sum(amount) > 0)`,
    ),

    received: sqlite.prepare<[{ readonly month: Month }], { readonly payments: number; readonly amount: Fen }>(
      `SELECT coalesce(sum(CASE kind WHEN 'payment' THEN 1 ELSE -1 END), 0) AS payments,
        coalesce(-sum(amount), 0) AS amount
      FROM dues_entry WHERE paid_on BETWEEN @month || '-01' AND @month || '-31'`,
    ),

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

    /** The balance of a member: positive owes, negative has paid ahead; no row for an unknown member. */
    balance: sqlite
      .prepare<[MemberId], Fen>(
        'SELECT coalesce(balance, 0) FROM member_standing LEFT JOIN dues_standing USING (member_id) WHERE member_id = ?',
      )
      .pluck(),

    /** A member's lines in the order of recording. */
    ledger: (memberId: MemberId) => ledger.all(memberId).map(entryOf),

    entry: (id: DuesEntryId): DuesEntry | undefined => {
      const row = entry.get(id)
      return row === undefined ? undefined : entryOf(row)
    },

    isReversed: sqlite
      .prepare<[DuesEntryId], number>('SELECT EXISTS (SELECT 1 FROM dues_entry WHERE reverses_id = ?)')
      .pluck(),

    /** The charges and payments of a batch; the change log knows which they are. */
    entriesOfBatch: (batchId: string) => entriesOfBatch.all(batchId).map(entryOf),
  }
})
