import type { Month, PartialDate } from '../../../shared/model/date'
import type { DuesEntryId, DuesRuleId, MemberId } from '../../../shared/model/id'
import type { DuesBasis, DuesExemption } from '../../../shared/model/dues-rule'
import type { MembershipEventType } from '../../../shared/model/membership'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { rowInserter } from '../../insert-rows'

interface Span {
  readonly from: Month
  readonly until: Month
}

/** Members as a JSON array of their ids. */
interface Members {
  readonly ids: string
}

type OfMember<Row> = Row & { readonly memberId: MemberId }

export interface NewCharge {
  readonly id: DuesEntryId
  readonly memberId: MemberId
  readonly amount: Fen
  readonly month: Month
  readonly ruleId: DuesRuleId
  readonly bookedOn: string | null
  readonly batchId: string
  readonly recordedAt: string
}

const ofMembers = 'member_id IN (SELECT value FROM json_each(@ids))'

/**
 * SQL of what a line adds to what stands charged for its month: a charge, and the reversal of one. A waiver lowers what
 * is owed, not what was charged; its reversal is the only one of a month that is positive.
 */
const chargedByLine = `CASE WHEN kind = 'charge' OR (kind = 'reversal' AND amount < 0) THEN amount ELSE 0 END`

/** Prepared statements of charging; amounts in fen. */
export const chargeQueries = perDatabase(({ sqlite }) => {
  const insert = rowInserter(sqlite, 'dues_entry', [
    'id',
    'member_id',
    'kind',
    'amount',
    'month',
    'rule_id',
    'booked_on',
    'batch_id',
    'recorded_at',
  ])
  return {
    /** Everybody in the order of the ledger's index. */
    memberIds: sqlite.prepare<[], MemberId>('SELECT member_id FROM member_standing ORDER BY member_id').pluck(),

    members: sqlite.prepare<
      [Members],
      OfMember<{
        readonly name: string
        readonly pinyin: string
        readonly department: string | null
        readonly wage: Fen | null
      }>
    >(
      `SELECT member_id AS memberId, name, pinyin, department, wage
      FROM member_standing JOIN member ON member.id = member_id WHERE ${ofMembers}`,
    ),

    /** In the order of recording. */
    events: sqlite.prepare<
      [Members],
      OfMember<{ readonly type: MembershipEventType; readonly date: PartialDate | null }>
    >(`SELECT member_id AS memberId, type, date FROM membership_event WHERE ${ofMembers} ORDER BY rowid`),

    /** The oldest first; `pay` is JSON. */
    bases: sqlite.prepare<
      [Members],
      OfMember<Pick<DuesBasis, 'validFrom' | 'memberClass' | 'grade'> & { readonly pay: string }>
    >(
      `SELECT member_id AS memberId, valid_from AS validFrom, member_class AS memberClass, grade, pay FROM dues_basis
      WHERE ${ofMembers} ORDER BY valid_from`,
    ),

    exemptions: sqlite.prepare<[Members], OfMember<Pick<DuesExemption, 'from' | 'until' | 'reason'>>>(
      `SELECT member_id AS memberId, "from", until, reason FROM dues_exemption WHERE ${ofMembers}`,
    ),

    /** What stands charged for each month, reversals taken off. */
    chargedOfMembers: sqlite.prepare<[Members & Span], OfMember<{ readonly month: Month; readonly amount: Fen }>>(
      `SELECT member_id AS memberId, month, sum(${chargedByLine}) AS amount FROM dues_entry
      WHERE ${ofMembers} AND month BETWEEN @from AND @until GROUP BY member_id, month HAVING sum(${chargedByLine}) <> 0`,
    ),

    /** Charges of a member's month that are not reversed. */
    openCharges: sqlite
      .prepare<[{ readonly memberId: MemberId; readonly month: Month }], DuesEntryId>(
        `SELECT id FROM dues_entry AS line WHERE member_id = @memberId AND month = @month AND kind = 'charge'
          AND NOT EXISTS (SELECT 1 FROM dues_entry WHERE reverses_id = line.id)`,
      )
      .pluck(),

    /** Whether anybody stands charged for a month. */
    isCharged: sqlite
      .prepare<[Month], number>(
        `SELECT EXISTS (SELECT 1 FROM dues_entry AS line WHERE month = ? AND kind = 'charge'
          AND NOT EXISTS (SELECT 1 FROM dues_entry WHERE reverses_id = line.id))`,
      )
      .pluck(),

    /** What stands charged for the months together, and for how many members. */
    charged: sqlite.prepare<[Span], { readonly members: number; readonly amount: Fen }>(
      `SELECT count(*) AS members, coalesce(sum(amount), 0) AS amount FROM (
        SELECT sum(${chargedByLine}) AS amount FROM dues_entry WHERE month BETWEEN @from AND @until
        GROUP BY member_id HAVING sum(${chargedByLine}) > 0)`,
    ),

    /** Grows with every change of anything that is synced. */
    version: sqlite.prepare<[], number>('SELECT coalesce(max(position), 0) FROM change').pluck(),

    insertCharges: (charges: readonly NewCharge[]): void =>
      insert(
        charges.map(({ id, memberId, amount, month, ruleId, bookedOn, batchId, recordedAt }) => [
          id,
          memberId,
          'charge',
          amount,
          month,
          ruleId,
          bookedOn,
          batchId,
          recordedAt,
        ]),
      ),
  }
})
