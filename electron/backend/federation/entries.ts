import type { BranchDatabase } from '../../../db/branch-database'
import { batchQueries } from '../../../db/queries/batches'
import { federationQueries } from '../../../db/queries/federation'
import { reportingQueries, type ReportedEntry as StoredEntry } from '../../../db/queries/reporting'
import { syncedRows } from '../../../db/undo/synced-rows'
import type { AttentionEntry, ReportedEntry } from '../../../shared/contract/federation/entries'
import type { MemberId } from '../../../shared/model/id'
import type { Page } from '../../../shared/model/page'
import type { Reporting } from '../../../shared/model/reporting'
import { columnsSchema, type SyncedTable } from '../../../shared/sync/change'
import { fieldOf, shownField } from '../shown-changes'

/** What a record is shown under where it has no page of its own. */
const owners: readonly (readonly [column: string, table: SyncedTable])[] = [
  ['activity_id', 'activity'],
  ['committee_id', 'committee'],
  ['provider_id', 'provider'],
  ['list_id', 'payroll_list'],
  ['entry_id', 'fund_entry'],
  ['file_id', 'hardship_file'],
  ['request_id', 'request'],
]

/** Entries of the change log as they may leave the backend: names of fields, never values. */
function shownEntry(db: BranchDatabase, entry: StoredEntry): ReportedEntry {
  const { id, at, table, rowId, operation, state, reason } = entry
  const named = (columns: readonly string[]) =>
    columns.flatMap((column) => {
      const field = fieldOf(table, column)
      return field === null ? [] : [shownField(db, { table, rowId, field }) ?? field]
    })
  const columns = columnsSchema.parse(JSON.parse(operation === 'delete' ? entry.before : entry.after))
  return {
    ...{ id, at, table, rowId, operation, state, reason },
    fields: named(Object.keys(columns)),
    about: entry.field === null ? [] : named(entry.field.split(',')),
  }
}

function partOf(db: BranchDatabase, { table, rowId }: StoredEntry): AttentionEntry['partOf'] {
  const row = syncedRows(db)[table].get.get(rowId)
  const owner = owners.find(([column]) => typeof row?.[column] === 'string')
  return owner === undefined ? null : { table: owner[1], id: String(row?.[owner[0]]) }
}

/** What the hub refused or holds, see the contract. */
export function attentionPage(db: BranchDatabase, { limit, offset }: Page): { total: number; rows: AttentionEntry[] } {
  const rows = reportingQueries(db).attention.all({ limit, offset })
  return {
    total: federationQueries(db).attentionCount.get() ?? 0,
    rows: rows.map((entry) => ({
      ...shownEntry(db, entry),
      answeredAt: entry.answeredAt,
      memberId: entry.memberId,
      name: batchQueries(db).nameOfRow.get({ id: entry.memberId ?? entry.rowId }) ?? null,
      partOf: partOf(db, entry),
    })),
  }
}

/** Everything recorded of a member with what became of it, see the contract. */
export function entriesOfMember(
  db: BranchDatabase,
  id: MemberId,
  { limit, offset }: Page,
): { total: number; rows: ReportedEntry[] } {
  const { entriesOfMember: entries, countOfMember } = reportingQueries(db)
  return {
    total: countOfMember.get({ id }) ?? 0,
    rows: entries.all({ id, limit, offset }).map((entry) => shownEntry(db, entry)),
  }
}

/** How members stand at the union above; none while the branch is not enrolled. */
export function reportingOfMembers(db: BranchDatabase, ids: readonly MemberId[]): ReadonlyMap<MemberId, Reporting> {
  const { isEnrolled, ofMembers } = reportingQueries(db)
  if (isEnrolled.get() !== 1) return new Map()
  return new Map(ofMembers.all({ ids: JSON.stringify(ids) }).map(({ id, reporting }) => [id, reporting]))
}
