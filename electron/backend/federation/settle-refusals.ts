import type { BranchDatabase } from '../../../db/branch-database'
import { reportingQueries, type RefusalEntry } from '../../../db/queries/reporting'
import { restateRows } from '../../../db/restate'
import { syncedRows } from '../../../db/undo/synced-rows'
import type { ChangeId } from '../../../shared/model/id'
import { columnsSchema } from '../../../shared/sync/change'
import { afterRefusals, type EntryResult, type RowEntry } from '../../../shared/rules/federation/refusals'

const resultOf: Readonly<Record<RefusalEntry['state'], EntryResult>> = {
  waiting: 'waiting',
  carried: 'waiting',
  stored: 'stored',
  withheld: 'withheld',
  held: 'held',
  rejected: 'rejected',
  conflict: 'conflict',
  corrected: 'rejected',
}

function rowEntry({ id, operation, after, state, field }: RefusalEntry): RowEntry<ChangeId> {
  return {
    id,
    operation,
    columns: Object.keys(columnsSchema.parse(JSON.parse(after))),
    result: resultOf[state],
    field,
  }
}

/**
 * Sees to the refusals of rows of which something was answered: marks those that later entries dealt with, and says
 * again what the hub never took although it is corrected here. Nothing of the record changes.
 */
export function settleRefusals(db: BranchDatabase, rowIds: readonly string[]): void {
  const { refusedRows, entriesOfRow, markCorrected } = reportingQueries(db)
  const restated = refusedRows.all(JSON.stringify(rowIds)).flatMap(({ table, rowId }) => {
    const isThere = syncedRows(db)[table].get.get(rowId) !== undefined
    const { dealtWith, restate } = afterRefusals(entriesOfRow.all(rowId).map(rowEntry), isThere)
    for (const id of dealtWith) markCorrected.run(id)
    return restate === null ? [] : [{ table, rowId, columns: restate === 'row' ? null : restate }]
  })
  restateRows(db, restated)
}
