import type { CareKind } from '../../../shared/model/care-gift'
import type { LimitTotal } from '../../../shared/contract/funds/limits'
import type { Day } from '../../../shared/model/date'
import type { FundForm, SpendingLimit } from '../../../shared/model/fund'
import type { ActivityId, MemberId, SpendingLimitId } from '../../../shared/model/id'
import type { LimitItem } from '../../../shared/model/limit-item'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { stands } from './standing-entries'

/** What a member was given of an item on an occasion. */
export interface GivenRow {
  readonly memberId: MemberId
  readonly item: LimitItem
  readonly on: Day
  readonly occasion: string
  readonly amount: Fen
  readonly entries: number
  /** How many days the occasion lasts. */
  readonly days: number
}

/** What is behind a total: an entry of the book, or a gift of the register. */
export interface LimitEntryRow {
  readonly id: string
  readonly isGift: 0 | 1
  readonly on: Day
  readonly voucherNumber: number | null
  readonly summary: string | null
  readonly occasion: string | null
  readonly kind: CareKind | null
  readonly form: FundForm | null
  readonly overLimitReason: string | null
  readonly amount: Fen
}

const columns = `id, region, item, amount, per, valid_from AS validFrom, valid_until AS validUntil, source, note`

/**
 * SQL: shares of spending that stands, neither reversed nor a reversal, but for those that pay a gift of the register:
 * what a member was given counts once, by the gift.
 */
const shares = (narrowed: string) => `SELECT share.member_id, share.item, entry."on",
    coalesce(entry.activity_id, entry."on") AS occasion, share.amount, entry.id, entry.activity_id
  FROM fund_share AS share JOIN fund_entry AS entry ON entry.id = share.fund_entry_id
  WHERE share.item IS NOT NULL AND ${stands('entry')} AND ${narrowed}
    AND NOT EXISTS (SELECT 1 FROM care_gift AS gift WHERE gift.fund_entry_id = entry.id AND gift.kind = share.item
      AND gift.member_id IN (share.member_id, (SELECT into_id FROM member_merge WHERE member_id = share.member_id)))`

/** SQL: gifts of the register, but for those that others paid. */
const gifts = (narrowed: string) => `SELECT gift.member_id, gift.kind AS item, gift."on", gift."on" AS occasion,
    gift.amount, gift.id, NULL AS activity_id
  FROM care_gift AS gift WHERE gift.paid_by IS NULL AND ${narrowed}`

const inYear = (of: string) => `${of}."on" BETWEEN @year || '-01-01' AND @year || '-12-31'`

const given = (ofShares: string, ofGifts: string) => `SELECT member_id AS memberId, item, max("on") AS "on", occasion,
    sum(amount) AS amount, count(DISTINCT id) AS entries,
    coalesce((SELECT julianday(ends_on) - julianday(starts_on) + 1 FROM activity WHERE id = found.activity_id), 1)
      AS days
  FROM (${shares(ofShares)} UNION ALL ${gifts(ofGifts)}) AS found GROUP BY 1, 2, 4`

/** Prepared statements of the limits of spending; amounts in fen. */
export const limitQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[], SpendingLimit>(
    `SELECT ${columns} FROM spending_limit ORDER BY item, valid_from DESC, per, id`,
  ),
  get: sqlite.prepare<[SpendingLimitId], SpendingLimit>(`SELECT ${columns} FROM spending_limit WHERE id = ?`),
  insert: sqlite.prepare<[SpendingLimit]>(
    `INSERT INTO spending_limit (id, region, item, amount, per, valid_from, valid_until, source, note)
    VALUES (@id, @region, @item, @amount, @per, @validFrom, @validUntil, @source, @note)`,
  ),
  update: sqlite.prepare<[SpendingLimit]>(
    `UPDATE spending_limit SET region = @region, item = @item, amount = @amount, per = @per, valid_from = @validFrom,
      valid_until = @validUntil, source = @source, note = @note WHERE id = @id`,
  ),
  end: sqlite.prepare<[{ readonly id: SpendingLimitId; readonly validUntil: Day }]>(
    'UPDATE spending_limit SET valid_until = @validUntil WHERE id = @id',
  ),
  remove: sqlite.prepare<[SpendingLimitId]>('DELETE FROM spending_limit WHERE id = ?'),

  /** Of all members in a year, each member's together. */
  givenInYear: sqlite.prepare<[{ readonly year: string }], GivenRow>(
    `${given(inYear('entry'), inYear('gift'))} ORDER BY 1`,
  ),
  /** Of a member in a year; `except` are the ids of gifts left out, as JSON. */
  givenTo: sqlite.prepare<[{ readonly memberId: MemberId; readonly year: string; readonly except: string }], GivenRow>(
    given(
      `share.member_id = @memberId AND ${inYear('entry')}`,
      `gift.member_id = @memberId AND ${inYear('gift')} AND gift.id NOT IN (SELECT value FROM json_each(@except))`,
    ),
  ),
  /** The entries and gifts behind a total, the latest first. */
  entries: sqlite.prepare<
    [{ readonly memberId: MemberId; readonly item: LimitItem; readonly year: string }],
    LimitEntryRow
  >(
    `SELECT found.id, entry.id IS NULL AS isGift, found."on", entry.voucher_number AS voucherNumber, entry.summary,
      gift.occasion, gift.kind, coalesce(entry.form, gift.form) AS form,
      coalesce(entry.over_limit_reason, gift.over_limit_reason) AS overLimitReason, sum(found.amount) AS amount
    FROM (${shares(`share.member_id = @memberId AND share.item = @item AND ${inYear('entry')}`)}
      UNION ALL ${gifts(`gift.member_id = @memberId AND gift.kind = @item AND ${inYear('gift')}`)}) AS found
    LEFT JOIN fund_entry AS entry ON entry.id = found.id LEFT JOIN care_gift AS gift ON gift.id = found.id
    GROUP BY found.id ORDER BY found."on" DESC, entry.voucher_number DESC, found.id DESC`,
  ),
  daysOfActivity: sqlite
    .prepare<[ActivityId], number>('SELECT julianday(ends_on) - julianday(starts_on) + 1 FROM activity WHERE id = ?')
    .pluck(),
  member: sqlite.prepare<[MemberId], Pick<LimitTotal, 'name' | 'department'>>(
    'SELECT name, department FROM member WHERE id = ?',
  ),
  owes: sqlite
    .prepare<[MemberId], number>('SELECT EXISTS (SELECT 1 FROM dues_standing WHERE member_id = ? AND balance > 0)')
    .pluck(),
}))
