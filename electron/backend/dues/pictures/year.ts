import type { BranchDatabase } from '../../../../db/branch-database'
import { pictureQueries } from '../../../../db/queries/dues/pictures'
import type { YearMonth } from '../../../../shared/contract/dues/pictures'
import { monthSchema } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { addMonths } from '../../../../shared/rules/date'

/** What was charged for and collected in each month of a year `yyyy`. */
export function yearOfDues(db: BranchDatabase, year: string): YearMonth[] {
  const january = monthSchema.parse(`${year}-01`)
  const span = { from: january, until: addMonths(january, 11) }
  const { charged, collected } = pictureQueries(db)
  const chargedBy = new Map(charged.all(span).map(({ month, amount }) => [month, amount]))
  const collectedBy = new Map(collected.all(span).map(({ month, amount }) => [month, amount]))
  const none = fenSchema.parse(0)
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(january, index)
    return { month, charged: chargedBy.get(month) ?? none, collected: collectedBy.get(month) ?? none }
  })
}
