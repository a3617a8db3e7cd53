import type { Month } from '../../../shared/model/date'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

/** First and last month, both included. */
interface Span {
  readonly from: Month
  readonly until: Month
}

interface MonthAmount {
  readonly month: Month
  readonly amount: Fen
}

/** Sums of the dues ledger by month, in fen; months without lines are left out. */
export const pictureQueries = perDatabase(({ sqlite }) => ({
  charged: sqlite.prepare<[Span], MonthAmount>(
    `SELECT month, sum(amount) AS amount FROM dues_entry WHERE month BETWEEN @from AND @until GROUP BY month`,
  ),
  /** By the day that counts in the books. */
  collected: sqlite.prepare<[Span], MonthAmount>(
    `SELECT month, -sum(amount) AS amount FROM (
      SELECT substr(paid_on, 1, 7) AS month, amount FROM dues_entry
        WHERE booked_on IS NULL AND paid_on BETWEEN @from || '-01' AND @until || '-31'
      UNION ALL SELECT substr(booked_on, 1, 7), amount FROM dues_entry
        WHERE paid_on IS NOT NULL AND booked_on BETWEEN @from || '-01' AND @until || '-31'
    ) GROUP BY month`,
  ),
}))
