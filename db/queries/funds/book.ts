import type { BookFilter, DuesBehind } from '../../../shared/contract/funds/book'
import type { Day } from '../../../shared/model/date'
import type { FundAccount, FundEntry, FundShare } from '../../../shared/model/fund'
import type { ActivityId, BatchId, FundEntryId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { bookLines } from './book-lines'
import { isReversed, lacksAttachment, stands } from './standing-entries'

/** The days of an account that are looked at, both ends included. */
export interface AccountDays {
  readonly account: FundAccount
  readonly from: Day
  readonly until: Day
}

/** What narrows the lines of the days. */
export type LineFilter = AccountDays &
  Omit<BookFilter, 'account' | 'year' | 'month' | 'isWithoutAttachment'> & { readonly isWithoutAttachment: 0 | 1 }

type LinePage = LineFilter & { readonly limit: number; readonly offset: number }

export type FoundLine = Omit<FundEntry, 'id'> & {
  /** Null on lines that the dues ledger brings in; their other columns are null as well. */
  readonly id: FundEntryId | null
  readonly lines: number
  readonly attachments: number
  readonly members: number
  readonly isReversed: 0 | 1
  readonly balance: Fen
}

const columns = (of: string) => `${of}.id, ${of}.account, ${of}.direction, ${of}."on", ${of}.amount, ${of}.chart,
  ${of}.category, ${of}.subcategory, ${of}.voucher_number AS voucherNumber, ${of}.summary, ${of}.counterpart,
  ${of}.activity_id AS activityId, ${of}.form, ${of}.decision, ${of}.invoice, ${of}.sign_off AS signOff,
  ${of}.over_limit_reason AS overLimitReason, ${of}.reverses_id AS reversesId, ${of}.batch_id AS batchId, ${of}.note,
  ${of}.recorded_at AS recordedAt`

const contains = (column: string) => `instr(lower(coalesce(${column}, '')), lower(@search)) > 0`

const found = `${bookLines}, counted AS (
  SELECT *, sum(effect) OVER (ORDER BY "on", place, voucher_number ROWS UNBOUNDED PRECEDING) AS balance
  FROM book_line WHERE account = @account AND "on" <= @until
), found AS (
  SELECT * FROM counted WHERE "on" >= @from
    AND (@direction IS NULL OR direction = @direction)
    AND (@category IS NULL OR category = @category)
    AND (@subcategory IS NULL OR subcategory = @subcategory)
    AND (@activityId IS NULL OR activity_id = @activityId)
    AND (@least IS NULL OR abs(amount) >= @least)
    AND (@most IS NULL OR abs(amount) <= @most)
    AND (@isWithoutAttachment = 0 OR (${lacksAttachment('counted')}))
    AND (@search = '' OR ${contains('summary')} OR ${contains('counterpart')} OR ${contains('invoice')}
      OR ${contains('decision')} OR voucher_number = CAST(@search AS INTEGER) AND id IS NOT NULL)
)`

const lines = `${found} SELECT ${columns('found')}, coalesce(lines, 0) AS lines, balance,
      (SELECT count(*) FROM attachment WHERE owner_id = found.id) AS attachments,
      (SELECT count(DISTINCT member_id) FROM fund_share WHERE fund_entry_id = found.id) AS members,
      ${isReversed('found')} AS isReversed FROM found`

const behind = `
  SELECT dues_entry.id AS id, kind, member_id AS memberId, name, department, method, 0 - amount AS amount, NULL AS title,
    dues_entry.rowid AS place
  FROM dues_entry JOIN member ON member.id = member_id
  WHERE paid_on IS NOT NULL AND payroll_list_id IS NULL AND coalesce(booked_on, paid_on) = @on
  UNION ALL
  SELECT remittance.id, 'remittance', NULL, NULL, NULL, NULL, amount, title, remittance.rowid
  FROM remittance JOIN payroll_list ON payroll_list.id = payroll_list_id WHERE received_on = @on`

/** What the dues ledger holds behind a line, as its row has it. */
export type BehindRow = {
  readonly id: string
  readonly kind: DuesBehind['kind']
  readonly memberId: MemberId | null
  readonly name: string | null
  readonly department: string | null
  readonly method: string | null
  readonly amount: Fen
  readonly title: string | null
}

/** Prepared statements of the book of income and spending; amounts in fen. */
export const bookQueries = perDatabase(({ sqlite }) => ({
  /** The sum of everything before a day: the balance with which it begins. */
  balanceBefore: sqlite
    .prepare<[{ readonly account: FundAccount; readonly day: Day }], Fen>(
      `${bookLines} SELECT coalesce(sum(effect), 0) FROM book_line WHERE account = @account AND "on" < @day`,
    )
    .pluck(),

  sums: sqlite.prepare<[AccountDays], { readonly direction: FundEntry['direction']; readonly amount: Fen }>(
    `${bookLines} SELECT direction, sum(amount) AS amount FROM book_line
    WHERE account = @account AND "on" BETWEEN @from AND @until GROUP BY direction`,
  ),

  /** First and last day that has a line. */
  span: sqlite.prepare<[], { readonly first: Day | null; readonly last: Day | null }>(
    `${bookLines} SELECT min("on") AS first, max("on") AS last FROM book_line`,
  ),

  withoutAttachment: sqlite
    .prepare<[AccountDays], number>(
      `SELECT count(*) FROM fund_entry WHERE account = @account AND "on" BETWEEN @from AND @until
        AND ${lacksAttachment('fund_entry')}`,
    )
    .pluck(),

  /** Latest first. */
  list: sqlite.prepare<[LinePage], FoundLine>(
    `${lines} ORDER BY "on" DESC, place DESC, voucher_number DESC LIMIT @limit OFFSET @offset`,
  ),
  /** Oldest first. */
  listForward: sqlite.prepare<[LinePage], FoundLine>(
    `${lines} ORDER BY "on", place, voucher_number LIMIT @limit OFFSET @offset`,
  ),
  totals: sqlite.prepare<[LineFilter], { readonly total: number; readonly income: Fen; readonly spending: Fen }>(
    `${found} SELECT count(*) AS total,
      coalesce(sum(CASE direction WHEN 'income' THEN amount END), 0) AS income,
      coalesce(sum(CASE direction WHEN 'spending' THEN amount END), 0) AS spending FROM found`,
  ),

  duesBehind: sqlite.prepare<[{ readonly on: Day; readonly limit: number; readonly offset: number }], BehindRow>(
    `${behind} ORDER BY 2, place LIMIT @limit OFFSET @offset`,
  ),
  duesBehindCount: sqlite.prepare<[{ readonly on: Day }], number>(`SELECT count(*) FROM (${behind})`).pluck(),

  entry: sqlite.prepare<[FundEntryId], FundEntry>(`SELECT ${columns('fund_entry')} FROM fund_entry WHERE id = ?`),
  reversalOf: sqlite.prepare<[FundEntryId], FundEntryId>('SELECT id FROM fund_entry WHERE reverses_id = ?').pluck(),
  /** The entries of a batch, in the order in which they were booked. */
  entriesOfBatch: sqlite.prepare<[BatchId], FundEntry>(
    `SELECT ${columns('fund_entry')} FROM fund_entry
    WHERE reverses_id IS NULL AND id IN (SELECT row_id FROM change WHERE batch_id = ? AND "table" = 'fund_entry')
    ORDER BY rowid`,
  ),
  ofActivity: sqlite.prepare<[ActivityId], FundEntry>(
    `SELECT ${columns('fund_entry')} FROM fund_entry WHERE activity_id = ? AND direction = 'spending'
    ORDER BY "on", voucher_number`,
  ),
  activityTitle: sqlite.prepare<[ActivityId], string>('SELECT title FROM activity WHERE id = ?').pluck(),

  /** The opening balance of an account that stands. */
  opening: sqlite.prepare<[FundAccount], FundEntry>(
    `SELECT ${columns('fund_entry')} FROM fund_entry WHERE account = ? AND direction = 'opening'
    AND ${stands('fund_entry')}`,
  ),
  /** The first day on which something else was booked in an account and stands. */
  firstDay: sqlite
    .prepare<[FundAccount], Day | null>(
      `SELECT min("on") FROM fund_entry WHERE account = ? AND direction <> 'opening'
      AND ${stands('fund_entry')}`,
    )
    .pluck(),

  /** Of an account and year. */
  nextVoucher: sqlite
    .prepare<[{ readonly account: FundAccount; readonly year: string }], number>(
      `SELECT coalesce(max(voucher_number), 0) + 1 FROM fund_entry
      WHERE account = @account AND substr("on", 1, 4) = @year`,
    )
    .pluck(),
  insertEntry: sqlite.prepare<[FundEntry]>(
    `INSERT INTO fund_entry (id, account, direction, "on", amount, chart, category, subcategory, voucher_number, summary,
      counterpart, activity_id, form, decision, invoice, sign_off, over_limit_reason, reverses_id, batch_id, note,
      recorded_at)
    VALUES (@id, @account, @direction, @on, @amount, @chart, @category, @subcategory, @voucherNumber, @summary,
      @counterpart, @activityId, @form, @decision, @invoice, @signOff, @overLimitReason, @reversesId, @batchId, @note,
      @recordedAt)`,
  ),

  insertShare: sqlite.prepare<[FundShare]>(
    `INSERT INTO fund_share (id, fund_entry_id, member_id, item, amount)
    VALUES (@id, @fundEntryId, @memberId, @item, @amount)`,
  ),
  /** By name. */
  shares: sqlite.prepare<[FundEntryId], FundShare & { readonly name: string; readonly department: string | null }>(
    `SELECT fund_share.id AS id, fund_entry_id AS fundEntryId, fund_share.member_id AS memberId, item, amount, name,
      department
    FROM fund_share JOIN member ON member.id = fund_share.member_id
    JOIN member_standing ON member_standing.member_id = fund_share.member_id
    WHERE fund_entry_id = ? ORDER BY pinyin, fund_share.member_id`,
  ),
}))
