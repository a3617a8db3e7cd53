import type { Month } from '../../../shared/model/date'
import { perDatabase } from '../../branch-database'

/** Prepared statements of the closing of months 结账. */
export const closingQueries = perDatabase(({ sqlite }) => ({
  /** 1 where the latest act of the month is its closing; no row for a month that was never closed. */
  isClosed: sqlite
    .prepare<[Month], number>(`SELECT act = 'close' FROM month_closing WHERE month = ? ORDER BY rowid DESC LIMIT 1`)
    .pluck(),
}))
