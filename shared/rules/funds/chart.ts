import { charts, type Chart, type ChartAccount } from '../../codes/funds'
import type { Day } from '../../model/date'
import type { FundAccount, FundDirection } from '../../model/fund'

/** The chart of accounts in force on a day. */
export function chartOn(day: Day): Chart {
  const chart = charts.findLast(({ validFrom }) => validFrom === null || validFrom <= day)
  if (chart === undefined) throw new Error(`No chart of accounts holds on ${day}.`)
  return chart
}

/** Dues come into the book from the dues ledger, so they are never entered by hand. */
export const DUES_INCOME = '会费收入'

/** The part of the 2 % of wages that the branch keeps; it belongs to the funds account. */
export const RETAINED_SHARE = '拨缴经费收入'

/** What a year's plan of a basic union may hold; unlike in the book, dues are among it. */
export function budgetCategories(
  chart: Chart,
  account: FundAccount,
  direction: Exclude<FundDirection, 'opening'>,
): readonly ChartAccount[] {
  return chart[direction].filter(({ term, isAboveBasic }) => {
    if (isAboveBasic) return false
    if (term === DUES_INCOME) return account === 'dues'
    return account === 'funds' || term !== RETAINED_SHARE
  })
}

/** What an entry of a basic union may be booked under. */
export function categoriesOf(
  chart: Chart,
  account: FundAccount,
  direction: Exclude<FundDirection, 'opening'>,
): readonly ChartAccount[] {
  return budgetCategories(chart, account, direction).filter(({ term }) => term !== DUES_INCOME)
}

/** The code 科目编号 of a category in a chart; null where that chart does not have it. */
export function accountCode(version: string, category: string): string | null {
  const chart = charts.find((one) => one.version === version)
  const account = [...(chart?.income ?? []), ...(chart?.spending ?? [])].find(({ term }) => term === category)
  return account?.code ?? null
}
