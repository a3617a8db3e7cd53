import type { Day, Month } from '../../../shared/model/date'
import type { FundAccount, FundDirection, MonthClosing } from '../../../shared/model/fund'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'
import { isClosedMonth } from '../../closed-month'
import { bookLines } from './book-lines'
import { lacksAttachment } from './standing-entries'

interface Days {
  readonly from: Day
  readonly until: Day
}

interface Found {
  readonly count: number
  readonly amount: Fen
}

const columns = `id, month, act, dues_balance AS duesBalance, funds_balance AS fundsBalance, reason,
  recorded_at AS recordedAt`

/** Prepared statements of the closing of months 结账; amounts in fen. */
export const closingQueries = perDatabase(({ sqlite }) => ({
  isClosed: sqlite.prepare<[{ readonly month: Month }], 0 | 1>(`SELECT ${isClosedMonth('@month')}`).pluck(),
  latestClosed: sqlite
    .prepare<[], Month | null>(`SELECT max(month) FROM month_closing WHERE ${isClosedMonth('month_closing.month')}`)
    .pluck(),

  /** The latest first. */
  acts: sqlite.prepare<[], MonthClosing>(`SELECT ${columns} FROM month_closing ORDER BY rowid DESC`),
  insert: sqlite.prepare<[MonthClosing]>(
    `INSERT INTO month_closing (id, month, act, dues_balance, funds_balance, reason, recorded_at)
    VALUES (@id, @month, @act, @duesBalance, @fundsBalance, @reason, @recordedAt)`,
  ),

  /** What each month did to each account. */
  monthEffects: sqlite.prepare<[], { readonly month: Month; readonly account: FundAccount; readonly effect: number }>(
    `${bookLines} SELECT substr("on", 1, 7) AS month, account, sum(effect) AS effect FROM book_line
    GROUP BY 1, 2 ORDER BY 1`,
  ),
  /** What the days did, by account and direction. */
  sums: sqlite.prepare<
    [Days],
    { readonly account: FundAccount; readonly direction: FundDirection; readonly amount: Fen }
  >(
    `${bookLines} SELECT account, direction, sum(amount) AS amount FROM book_line
    WHERE "on" BETWEEN @from AND @until GROUP BY account, direction`,
  ),
  balancesBefore: sqlite.prepare<[Day], { readonly account: FundAccount; readonly balance: Fen }>(
    `${bookLines} SELECT account, sum(effect) AS balance FROM book_line WHERE "on" < ? GROUP BY account`,
  ),

  handOverDrafts: sqlite
    .prepare<[Days], number>(
      `SELECT count(*) FROM hand_over_draft WHERE content ->> 'receivedOn' BETWEEN @from AND @until`,
    )
    .pluck(),
  undatedDrafts: sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM hand_over_draft
      WHERE coalesce(content ->> 'receivedOn', '') NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`,
    )
    .pluck(),
  payrollImports: sqlite
    .prepare<[Days], number>(
      'SELECT count(*) FROM payroll_import WHERE posted_at IS NULL AND deducted_on BETWEEN @from AND @until',
    )
    .pluck(),
  /** Numbers that a series with receipts of the days does not have. */
  receiptGaps: sqlite
    .prepare<[Days], number>(
      `SELECT coalesce(sum(gap), 0) FROM (
        SELECT max(number) - count(*) AS gap FROM dues_receipt
        WHERE series IN (SELECT series FROM dues_receipt WHERE issued_on BETWEEN @from AND @until)
        GROUP BY series)`,
    )
    .pluck(),
  withoutAttachment: sqlite.prepare<[Days], Found>(
    `SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM fund_entry AS entry
    WHERE "on" BETWEEN @from AND @until AND ${lacksAttachment('entry')}`,
  ),
  /** Deducted from wages in the days and not received yet. */
  notRemitted: sqlite.prepare<[Days], Found>(
    `SELECT count(*) AS count, coalesce(sum(missing), 0) AS amount FROM (
      SELECT deducted - coalesce((SELECT sum(amount) FROM remittance WHERE payroll_list_id = payroll_list.id), 0)
        AS missing
      FROM payroll_list WHERE deducted_on BETWEEN @from AND @until
        AND EXISTS (SELECT 1 FROM dues_entry WHERE payroll_list_id = payroll_list.id)
    ) WHERE missing > 0`,
  ),
  /** Hand-overs of the days whose payments are not what was declared, with the difference. */
  handOverDifferences: sqlite.prepare<[Days], Found>(
    `SELECT count(*) AS count, coalesce(sum(difference), 0) AS amount FROM (
      SELECT declared_total + coalesce((SELECT sum(amount) FROM dues_entry WHERE hand_over_id = hand_over.id), 0)
        AS difference
      FROM hand_over WHERE received_on BETWEEN @from AND @until
    ) WHERE difference <> 0`,
  ),
}))
