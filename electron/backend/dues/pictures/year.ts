import type { BranchDatabase } from '../../../../db/branch-database'
import { pictureQueries } from '../../../../db/queries/dues/pictures'
import type { YearMonth } from '../../../../shared/contract/dues/pictures'
import { fenSchema } from '../../../../shared/model/money'
import { monthsOfYear } from '../../../../shared/rules/dues/register'
import { boundsOf } from '../register/register'

/** What was charged for and collected in each month of a year `yyyy`. */
export function yearOfDues(db: BranchDatabase, year: string): YearMonth[] {
  const span = boundsOf(year)
  const { charged, collected } = pictureQueries(db)
  const chargedBy = new Map(charged.all(span).map(({ month, amount }) => [month, amount]))
  const collectedBy = new Map(collected.all(span).map(({ month, amount }) => [month, amount]))
  const none = fenSchema.parse(0)
  return monthsOfYear(year).map((month) => ({
    month,
    charged: chargedBy.get(month) ?? none,
    collected: collectedBy.get(month) ?? none,
  }))
}
