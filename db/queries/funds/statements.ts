import type { AuditedEntry, AuditedReversal } from '../../../shared/contract/funds/statements'
import type { Day, Month } from '../../../shared/model/date'
import type { FundAccount, FundDirection, MonthClosing } from '../../../shared/model/fund'
import type { Fen } from '../../../shared/model/money'
import type { DuesReceipt } from '../../../shared/model/receipt'
import { perDatabase } from '../../branch-database'
import { bookLines } from './book-lines'
import { lacksAttachment, stands } from './standing-entries'

interface Days {
  readonly from: Day
  readonly until: Day
}

export interface CategorySum {
  readonly account: FundAccount
  readonly direction: FundDirection
  readonly category: string | null
  readonly subcategory: string | null
  readonly amount: Fen
}

const audited = (narrowed: string) => `SELECT id, account, "on", voucher_number AS voucherNumber, summary, amount,
    over_limit_reason AS overLimitReason
  FROM fund_entry AS entry
  WHERE "on" BETWEEN @from AND @until AND ${narrowed}
  ORDER BY account, "on", voucher_number`

/** Prepared statements of the statements and of what the audit committee looks at; amounts in fen. */
export const statementQueries = perDatabase(({ sqlite }) => ({
  sums: sqlite.prepare<[Days], CategorySum>(
    `${bookLines} SELECT account, direction, category, subcategory, sum(amount) AS amount FROM book_line
    WHERE "on" BETWEEN @from AND @until GROUP BY 1, 2, 3, 4`,
  ),
  budget: sqlite.prepare<[{ readonly year: string }], CategorySum>(
    'SELECT account, direction, category, subcategory, sum(amount) AS amount FROM fund_budget WHERE year = @year GROUP BY 1, 2, 3, 4',
  ),

  overLimit: sqlite.prepare<[Days], AuditedEntry>(
    audited(`direction = 'spending' AND over_limit_reason IS NOT NULL AND ${stands('entry')}`),
  ),
  withoutAttachment: sqlite.prepare<[Days], AuditedEntry>(audited(lacksAttachment('entry'))),
  voided: sqlite.prepare<
    [Days],
    Pick<DuesReceipt, 'id' | 'series' | 'number' | 'payer' | 'amount' | 'issuedOn' | 'voidedOn' | 'voidReason'>
  >(
    `SELECT id, series, number, payer, amount, issued_on AS issuedOn, voided_on AS voidedOn, void_reason AS voidReason
    FROM dues_receipt WHERE voided_on BETWEEN @from AND @until ORDER BY series, number`,
  ),
  reversals: sqlite.prepare<[Days], AuditedReversal>(
    `SELECT "on", amount, id AS fundEntryId, NULL AS duesEntryId, NULL AS memberId, summary AS what, note AS reason
    FROM fund_entry WHERE reverses_id IS NOT NULL AND "on" BETWEEN @from AND @until
    UNION ALL
    SELECT coalesce(booked_on, paid_on, month || '-01'), amount, NULL, dues_entry.id, member_id, name, dues_entry.note
    FROM dues_entry JOIN member ON member.id = member_id
    WHERE kind = 'reversal' AND coalesce(booked_on, paid_on, month || '-01') BETWEEN @from AND @until
    ORDER BY 1, 6`,
  ),
  reopened: sqlite.prepare<[{ readonly year: string }], MonthClosing>(
    `SELECT id, month, act, dues_balance AS duesBalance, funds_balance AS fundsBalance, reason, recorded_at AS recordedAt
    FROM month_closing WHERE act = 'reopen' AND month BETWEEN @year || '-01' AND @year || '-12' ORDER BY rowid`,
  ),
  /** Charged for each month; what was waived is charged no more. */
  charged: sqlite.prepare<[{ readonly year: string }], { readonly month: Month; readonly amount: Fen }>(
    `SELECT month, sum(amount) AS amount FROM dues_entry WHERE month BETWEEN @year || '-01' AND @year || '-12'
    GROUP BY month`,
  ),
  /** Received by the branch in each month. */
  received: sqlite.prepare<[Days], { readonly month: Month; readonly amount: Fen }>(
    `${bookLines} SELECT substr("on", 1, 7) AS month, sum(amount) AS amount FROM book_line
    WHERE account = 'dues' AND category = '会费收入' AND "on" BETWEEN @from AND @until GROUP BY 1`,
  ),
  /** The monthly pay that the dues of the present members are reckoned from. */
  pay: sqlite
    .prepare<[{ readonly month: Month }], Fen>(
      `SELECT coalesce(sum(coalesce(
        (SELECT coalesce(pay ->> 'total', (SELECT sum(value) FROM json_each(pay))) FROM dues_basis
          WHERE dues_basis.member_id = member.id AND valid_from <= @month ORDER BY valid_from DESC LIMIT 1),
        wage, 0)), 0)
      FROM member JOIN member_standing ON member_standing.member_id = member.id WHERE status = 'active'`,
    )
    .pluck(),
}))
