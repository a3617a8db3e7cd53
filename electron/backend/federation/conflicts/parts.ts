import type { BranchDatabase } from '../../../../db/branch-database'
import { conflictQueries, type RowEntry } from '../../../../db/queries/conflicts'
import { syncedRows } from '../../../../db/undo/synced-rows'
import { syncedTableSchema, type Columns, type SyncedTable } from '../../../../shared/sync/change'
import { columnsOf } from './case'

/** A row that is part of another one's record. */
export interface PartRow {
  readonly table: SyncedTable
  readonly rowId: string
  readonly row: Columns
}

/** What makes up a record beside its row: it goes and comes back with it. Anything else keeps the row where it is. */
const parts: Readonly<Partial<Record<SyncedTable, readonly SyncedTable[]>>> = {
  member: [
    ...(['membership_event', 'identity_document', 'relative', 'honour', 'custom_value', 'post'] as const),
    ...(['dues_basis', 'dues_exemption', 'member_notice'] as const),
  ],
  activity: ['activity_step', 'activity_budget'],
}

/** The rows that are part of a record, as they stand here, in an order in which they can be added. */
export function partsHere(db: BranchDatabase, table: SyncedTable, rowId: string): PartRow[] {
  const rows = syncedRows(db)
  const own = parts[table] ?? []
  return rows[table].referrers.flatMap(({ table: child, ids }) => {
    const part = syncedTableSchema.safeParse(child)
    if (!part.success || !own.includes(part.data)) return []
    return ids.all(rowId).flatMap((id) => {
      const row = rows[part.data].get.get(id)
      return row === undefined ? [] : [{ table: part.data, rowId: id, row }]
    })
  })
}

/** The rows that went with a record when it was deleted here. */
export function deletedPartsOf(db: BranchDatabase, table: SyncedTable, rowId: string, deletion: RowEntry): PartRow[] {
  const rows = syncedRows(db)
  const own = parts[table] ?? []
  return conflictQueries(db)
    .deletedWith.all({ changeSet: deletion.changeSet, position: deletion.position })
    .flatMap((entry) => {
      const row = columnsOf(entry.before)
      const belongs = rows[entry.table].references.some(
        ({ column, parent }) => parent === table && row[column] === rowId,
      )
      const isHere = rows[entry.table].get.get(entry.rowId) !== undefined
      return own.includes(entry.table) && belongs && !isHere ? [{ table: entry.table, rowId: entry.rowId, row }] : []
    })
}
