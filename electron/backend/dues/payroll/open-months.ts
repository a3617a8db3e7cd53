import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import type { ChosenMonth } from '../../../../shared/model/dues'
import type { MemberId, PayrollListId } from '../../../../shared/model/id'
import { allocate } from '../../../../shared/rules/dues/allocation'
import type { MonthSpan } from '../../../../shared/rules/dues/stated-months'

/**
 * What a member has open for months, oldest first. With a list, as things stood before it paid: what it paid and was
 * taken back does not count, and what came later neither.
 */
export function openMonths(
  db: BranchDatabase,
  memberId: MemberId,
  { from, until }: MonthSpan,
  listId: PayrollListId | null,
): ChosenMonth[] {
  const ledger = duesEntryQueries(db).ledger(memberId)
  const lines = listId === null ? ledger : before(ledger, listId)
  return allocate(lines).months.flatMap(({ month, open }) =>
    open > 0 && month >= from && month <= until ? [{ month, amount: open }] : [],
  )
}

type Ledger = ReturnType<ReturnType<typeof duesEntryQueries>['ledger']>

function before(ledger: Ledger, listId: PayrollListId): Ledger {
  const takenBack = new Set(ledger.map(({ reversesId }) => reversesId))
  const isOwn = ({ payrollListId }: Ledger[number]) => payrollListId === listId
  const first = ledger.findIndex((line) => isOwn(line) && line.kind !== 'reversal' && !takenBack.has(line.id))
  return (first < 0 ? ledger : ledger.slice(0, first)).filter((line) => !isOwn(line))
}
