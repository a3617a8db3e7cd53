import type { BudgetRow } from '../../../../shared/contract/funds/budget'
import type { FundAccount } from '../../../../shared/model/fund'

/** Where the entries of a budget's row in a year `yyyy` are listed. */
export function bookPath(
  account: FundAccount,
  year: string,
  { direction, category, subcategory }: Pick<BudgetRow, 'direction' | 'category' | 'subcategory'>,
): string {
  const params = new URLSearchParams({ tab: 'book', account, year, direction, category })
  if (subcategory !== null) params.set('subcategory', subcategory)
  return `/funds?${params.toString()}`
}
