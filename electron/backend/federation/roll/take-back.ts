import type { BranchDatabase } from '../../../../db/branch-database'
import { columnNames } from '../../../../db/triggers/change-log'
import { syncedRows } from '../../../../db/undo/synced-rows'
import { ROLL_RECORDS_MAX_MEMBERS } from '../../../../shared/contract/hub'
import type { BatchId, MemberId } from '../../../../shared/model/id'
import { syncedTableSchema, type Columns, type SyncedTable } from '../../../../shared/sync/change'
import { hubLinkOf } from '../hub-link'
import { isConstraint } from '../is-constraint'
import { requireEnrolment, requireWritable } from '../link/enrolment'
import { recordSync } from '../log/record'
import { findingsOf } from './compare'

interface HubRow {
  readonly table: string
  readonly columns: Columns
}

/**
 * Adds a row as the hub has it. A member goes without what is not here, such as the group; anything else waits for nobody:
 * what belongs to a thing that is not here is left.
 */
function add(db: BranchDatabase, table: SyncedTable, columns: Columns): boolean {
  const rows = syncedRows(db)
  const names = new Set(columnNames(table))
  const row = Object.fromEntries(Object.entries(columns).filter(([name]) => names.has(name)))
  for (const { column, parent } of rows[table].references) {
    const id = row[column]
    if (typeof id !== 'string' || rows[parent].get.get(id) !== undefined) continue
    if (table !== 'member') return false
    row[column] = null
  }
  try {
    return db.sqlite.transaction(() => rows[table].insert(row))()
  } catch (error) {
    if (isConstraint(error)) return false
    throw error
  }
}

/** Takes over members whom only the union above has, see the contract. */
export async function takeBack(
  db: BranchDatabase,
  memberIds: readonly MemberId[] | null,
): Promise<{ readonly members: number; readonly batchId: BatchId | null }> {
  const ids = findingsOf(db, 'onlyThere', memberIds).map(({ memberId }) => memberId)
  const rows: HubRow[] = []
  for (let start = 0; start < ids.length; start += ROLL_RECORDS_MAX_MEMBERS) {
    const members = ids.slice(start, start + ROLL_RECORDS_MAX_MEMBERS)
    rows.push(...(await hubLinkOf(db).ask((hub) => hub.rollRecords({ members }))).rows)
  }
  requireWritable(db)
  const { hubId, hubName } = requireEnrolment(db)
  const isMember = ({ table }: HubRow) => table === 'member'
  const inOrder = [...rows.filter(isMember), ...rows.filter((row) => !isMember(row))]
  if (inOrder.length === 0) return { members: 0, batchId: null }
  const { batchId, result } = db.writeBatch(
    { kind: 'recall', title: hubName },
    () => {
      let members = 0
      for (const { table, columns } of inOrder) {
        const known = syncedTableSchema.safeParse(table)
        if (known.success && add(db, known.data, columns) && known.data === 'member') members += 1
      }
      return { count: members, result: members }
    },
    { actor: hubId },
  )
  recordSync(db, 'resend', { what: 'takeBack', members: result })
  return { members: result, batchId }
}
