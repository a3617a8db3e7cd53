import type { BranchDatabase } from '../../../../db/branch-database'
import { arrearsQueries, type Debt } from '../../../../db/queries/dues/arrears'
import type { Debtor } from '../../../../shared/contract/dues/arrears'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import { arrearsOf } from '../../../../shared/rules/dues/arrears'
import { sumOf } from '../../../../shared/rules/dues/ledger'

/**
 * One page of the members who owe.
 * @param query a full-text expression of `searchQuery`, null for everybody
 */
export function debtorsPage(
  db: BranchDatabase,
  query: string | null,
  { offset, limit }: Page,
): { total: number; owed: Fen; rows: Debtor[] } {
  if (query !== null) db.searchIndex.complete()
  const { debt, debtFound, debtors, debtorsFound } = arrearsQueries(db)
  const total = query === null ? debt.get() : debtFound.get({ query })
  const rows = query === null ? debtors.all({ offset, limit }) : debtorsFound.all({ query, offset, limit })
  return {
    total: total?.members ?? 0,
    owed: total?.amount ?? fenSchema.parse(0),
    rows: rows.map((row) => debtorOf(db, row)),
  }
}

function debtorOf(db: BranchDatabase, debt: Debt): Debtor {
  const charges = arrearsQueries(db).chargesByMonth.all(debt.memberId)
  const { since, months } = arrearsOf(charges, fenSchema.parse(sumOf(charges) - debt.owed))
  if (since === null) throw new Error('A debt without a charge')
  return { ...debt, since, months }
}
