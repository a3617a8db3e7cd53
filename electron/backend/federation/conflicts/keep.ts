import type { BranchDatabase } from '../../../../db/branch-database'
import { conflictQueries } from '../../../../db/queries/conflicts'
import type { Columns } from '../../../../shared/sync/change'
import type { Receipt } from '../../../../shared/sync/receipt'
import { isAnswered } from '../../../../shared/sync/settle'
import type { Moment } from '../../../../shared/model/date'
import { caseOf, columnsOf, knownColumns, putCase, readEntry, type Case } from './case'

/** The newer of two sides over the older one; a row that is gone has no columns. */
function over(older: Columns | null, newer: Columns | null): Columns | null {
  return older === null || newer === null ? newer : { ...older, ...newer }
}

/** Opens a case, or adds to the one that is open for its row. */
export function openCase(db: BranchDatabase, fresh: Omit<Case, 'batchId'>): void {
  const open = conflictQueries(db).openOfRow.get(fresh)
  const known = open === undefined ? null : caseOf(open)
  if (known === null) {
    putCase(db, { ...fresh, batchId: null })
    return
  }
  putCase(db, {
    ...known,
    fields: [...new Set([...known.fields, ...fresh.fields])],
    mine: over(known.mine, fresh.mine),
    theirs: over(known.theirs, fresh.theirs),
    theirsBy: fresh.theirsBy,
    theirsAt: fresh.theirsAt,
  })
}

/** Keeps what a receipt says of a conflict as a case, unless it is settled already by what was written since. */
export function keepConflict(db: BranchDatabase, { id, outcome }: Receipt, at: Moment): void {
  if (outcome.result !== 'conflict') return
  const { entry, entriesOfRow, markAnswered } = conflictQueries(db)
  const found = entry.get(id)
  if (found === undefined) return
  const { table, rowId, position, operation } = found
  const fields = outcome.fields.filter((name) => name in knownColumns(table, { [name]: null }))
  const theirs = outcome.theirs === null ? null : knownColumns(table, outcome.theirs)
  const later = entriesOfRow.all({ table, rowId }).filter((line) => line.position > position)
  if (isAnswered({ fields, theirs }, later.map(readEntry))) {
    markAnswered.run(id)
    return
  }
  const mine = operation === 'delete' ? null : columnsOf(found.after)
  const { theirsBy, theirsAt } = outcome
  openCase(db, { changeId: id, table, rowId, fields, mine, theirs, theirsBy, theirsAt, at })
}
