import type { MemberLedger, PaymentFilter, PaymentRow } from '../../../shared/contract/dues/payments'
import type { Day, Month } from '../../../shared/model/date'
import type { DuesEntryId, MemberId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

/** Who pays, with the balance: positive owes. */
export interface PayerStanding {
  readonly name: string
  readonly status: MembershipStatus
  readonly balance: Fen
}

/** What stands of a filter; `query` is a full-text expression of `searchQuery`. */
export type StoredFilter = Omit<PaymentFilter, 'search'> & { readonly query: string | null }

type StoredReceipt = Omit<MemberLedger['receipts'][number], 'isVoided'> & { readonly isVoided: 0 | 1 }
type StoredPayment = Omit<PaymentRow, 'isReversed'> & { readonly isReversed: 0 | 1 }

const isReversed = 'EXISTS (SELECT 1 FROM dues_entry AS reversal WHERE reversal.reverses_id = entry.id)'

/** Money that moved, by its day. */
const moved = (found: string) => `FROM dues_entry AS entry LEFT JOIN hand_over ON hand_over.id = entry.hand_over_id
  WHERE entry.paid_on BETWEEN @from AND @until AND entry.kind IN ('payment', 'refund')
    AND (@method IS NULL OR entry.method = @method) AND (@collector IS NULL OR collector = @collector) ${found}`

const foundOnly = `AND entry.member_id IN (SELECT member_id FROM member_standing
  JOIN member_search ON member_search.rowid = search_id WHERE member_search MATCH @query)`

interface Sums {
  readonly lines: number
  readonly payments: number
  readonly received: Fen
  readonly refunds: number
  readonly refunded: Fen
}

/** Prepared statements of payments, refunds and waivers; amounts in fen. */
export const paymentQueries = perDatabase(({ sqlite }) => {
  const receipts = sqlite.prepare<[MemberId], StoredReceipt>(
    `SELECT id, entry_id AS entryId, series, number, voided_on IS NOT NULL AS isVoided FROM dues_receipt
    WHERE member_id = ? ORDER BY series, number`,
  )
  const prepareList = (found: string) =>
    sqlite.prepare<[StoredFilter & { readonly limit: number; readonly offset: number }], StoredPayment>(
      `SELECT entry.id AS entryId, entry.member_id AS memberId, name, department, entry.kind, -entry.amount AS amount,
        entry.method, entry.paid_on AS paidOn, collector, entry.note, ${isReversed} AS isReversed
      ${moved(found).replace('WHERE', 'JOIN member ON member.id = entry.member_id WHERE')}
      ORDER BY entry.paid_on DESC, entry.rowid DESC LIMIT @limit OFFSET @offset`,
    )
  const prepareSums = (found: string) =>
    sqlite.prepare<[StoredFilter], Sums>(
      `SELECT count(*) AS lines, coalesce(sum(stands AND kind = 'payment'), 0) AS payments,
        coalesce(-sum(amount) FILTER (WHERE stands AND kind = 'payment'), 0) AS received,
        coalesce(sum(stands AND kind = 'refund'), 0) AS refunds,
        coalesce(sum(amount) FILTER (WHERE stands AND kind = 'refund'), 0) AS refunded
      FROM (SELECT entry.kind, entry.amount, NOT ${isReversed} AS stands ${moved(found)})`,
    )
  const lists = { all: prepareList(''), found: prepareList(foundOnly) }
  const sums = { all: prepareSums(''), found: prepareSums(foundOnly) }
  return {
    received: sqlite.prepare<[{ readonly month: Month }], { readonly payments: number; readonly amount: Fen }>(
      `SELECT coalesce(sum(CASE kind WHEN 'payment' THEN 1 ELSE -1 END), 0) AS payments,
        coalesce(-sum(amount), 0) AS amount
      FROM dues_entry WHERE paid_on BETWEEN @month || '-01' AND @month || '-31'`,
    ),

    /** No row for an unknown or merged member. */
    payer: sqlite.prepare<[MemberId], PayerStanding>(
      `SELECT name, status, coalesce(balance, 0) AS balance FROM member_standing
      JOIN member ON member.id = member_standing.member_id LEFT JOIN dues_standing USING (member_id)
      WHERE member_standing.member_id = ?`,
    ),

    /** Whether a payment stands that is the same. */
    isPaidAlready: sqlite
      .prepare<[{ readonly memberId: MemberId; readonly paidOn: Day; readonly amount: Fen }], 0 | 1>(
        `SELECT EXISTS (SELECT 1 FROM dues_entry AS entry WHERE member_id = @memberId AND kind = 'payment'
          AND paid_on = @paidOn AND amount = -@amount AND NOT ${isReversed})`,
      )
      .pluck(),

    /** The highest dues a month that a member was ever charged; null for who never was. */
    highestCharge: sqlite
      .prepare<[MemberId], Fen | null>("SELECT max(amount) FROM dues_entry WHERE member_id = ? AND kind = 'charge'")
      .pluck(),
    /** Likewise of anybody; reads the whole ledger. */
    highestChargeOfAll: sqlite
      .prepare<[], Fen | null>("SELECT max(amount) FROM dues_entry WHERE kind = 'charge'")
      .pluck(),

    /** Whether anything was ever given back to a member. */
    hasRefund: sqlite
      .prepare<[MemberId], 0 | 1>("SELECT EXISTS (SELECT 1 FROM dues_entry WHERE member_id = ? AND kind = 'refund')")
      .pluck(),

    receipts: (memberId: MemberId) =>
      receipts.all(memberId).map((receipt) => ({ ...receipt, isVoided: receipt.isVoided === 1 })),

    /** Latest day first. */
    list: (filter: StoredFilter & { readonly limit: number; readonly offset: number }): PaymentRow[] =>
      (filter.query === null ? lists.all : lists.found)
        .all(filter)
        .map((row) => ({ ...row, isReversed: row.isReversed === 1 })),

    /** Sums of a list; what was taken back counts among the lines only. */
    sums: (filter: StoredFilter): Sums | undefined => (filter.query === null ? sums.all : sums.found).get(filter),

    collectors: sqlite.prepare<[], string>('SELECT DISTINCT collector FROM hand_over ORDER BY collector').pluck(),

    /** Waivers of a member's month, newest first. */
    waiversOf: sqlite
      .prepare<[{ readonly memberId: MemberId; readonly month: string }], DuesEntryId>(
        `SELECT id FROM dues_entry AS entry WHERE member_id = @memberId AND month = @month AND kind = 'waiver'
          AND NOT ${isReversed} ORDER BY rowid DESC`,
      )
      .pluck(),
  }
})
