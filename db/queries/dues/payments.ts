import type { Month } from '../../../shared/model/date'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

/** Prepared statements of payments; amounts in fen. */
export const paymentQueries = perDatabase(({ sqlite }) => ({
  received: sqlite.prepare<[{ readonly month: Month }], { readonly payments: number; readonly amount: Fen }>(
    `SELECT coalesce(sum(CASE kind WHEN 'payment' THEN 1 ELSE -1 END), 0) AS payments,
      coalesce(-sum(amount), 0) AS amount
    FROM dues_entry WHERE paid_on BETWEEN @month || '-01' AND @month || '-31'`,
  ),
}))
