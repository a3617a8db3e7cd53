import type { LimitTotal } from '../../../shared/contract/funds/limits'
import type { Day } from '../../../shared/model/date'
import type { FundEntry, SpendingLimit } from '../../../shared/model/fund'
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

const columns = `id, region, item, amount, per, valid_from AS validFrom, valid_until AS validUntil, source, note`

/** Shares of spending that stands: neither reversed nor a reversal. */
const standing = `fund_share AS share JOIN fund_entry AS entry ON entry.id = share.fund_entry_id
  WHERE share.item IS NOT NULL AND ${stands('entry')}`

const given = (narrowed: string) => `SELECT share.member_id AS memberId, share.item, max(entry."on") AS "on",
    coalesce(entry.activity_id, entry."on") AS occasion, sum(share.amount) AS amount,
    count(DISTINCT entry.id) AS entries,
    coalesce((SELECT julianday(ends_on) - julianday(starts_on) + 1 FROM activity WHERE id = entry.activity_id), 1)
      AS days
  FROM ${standing} AND ${narrowed} GROUP BY 1, 2, 4`

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
    `${given(`entry."on" BETWEEN @year || '-01-01' AND @year || '-12-31'`)} ORDER BY 1`,
  ),
  /** Of a member in a year. */
  givenTo: sqlite.prepare<[{ readonly memberId: MemberId; readonly year: string }], GivenRow>(
    given(`share.member_id = @memberId AND entry."on" BETWEEN @year || '-01-01' AND @year || '-12-31'`),
  ),
  entries: sqlite.prepare<
    [{ readonly memberId: MemberId; readonly item: LimitItem; readonly year: string }],
    Pick<FundEntry, 'id' | 'on' | 'voucherNumber' | 'summary' | 'form' | 'overLimitReason' | 'amount'>
  >(
    `SELECT entry.id AS id, entry."on" AS "on", entry.voucher_number AS voucherNumber, entry.summary AS summary, entry.form AS form,
      entry.over_limit_reason AS overLimitReason, sum(share.amount) AS amount
    FROM ${standing} AND share.member_id = @memberId AND share.item = @item
      AND entry."on" BETWEEN @year || '-01-01' AND @year || '-12-31'
    GROUP BY entry.id ORDER BY entry."on" DESC, entry.voucher_number DESC`,
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
