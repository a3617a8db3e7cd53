import { getTableColumns, type Column } from 'drizzle-orm'
import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries, type HistoryLine } from '../../../db/queries/members'
import { duesEntry, member, membershipEvent, participation } from '../../../db/schema'
import { historyEntrySchema, type HistoryEntry } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { columnsSchema, type Columns } from '../../../shared/sync/change'
import { shownValue } from './masking'

const tables = { member, membership_event: membershipEvent, dues_entry: duesEntry, participation }
type HistoryTable = keyof typeof tables

/** What says nothing to a reader: keys, and when the entry itself says it. */
const unspoken = new Set(['id', 'memberId', 'ruleId', 'reversesId', 'batchId', 'recordedAt'])

const fieldNames = Object.fromEntries(
  Object.entries(tables).map(([table, schema]) => [
    table,
    Object.fromEntries(Object.entries<Column>(getTableColumns(schema)).map(([field, { name }]) => [name, field])),
  ]),
)

function isHistoryTable(table: string): table is HistoryTable {
  return table in tables
}

function text(
  db: BranchDatabase,
  table: HistoryTable,
  field: string,
  value: Columns[string] | undefined,
): string | null {
  if (value === null || value === undefined) return null
  if (field === 'activityId') return memberQueries(db).activityTitle.get({ id: String(value) }) ?? null
  return table === 'member' ? shownValue(field, String(value)) : String(value)
}

function changesOf(db: BranchDatabase, table: HistoryTable, line: HistoryLine): HistoryEntry['changes'] {
  const before = columnsSchema.parse(JSON.parse(line.before))
  const after = columnsSchema.parse(JSON.parse(line.after))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((column) => {
    const field = fieldNames[table]?.[column]
    if (field === undefined || unspoken.has(field)) return []
    return [{ field, before: text(db, table, field, before[column]), after: text(db, table, field, after[column]) }]
  })
}

/** Everything that happened to a member's record, newest first, as it may leave the backend. */
export function historyOf(db: BranchDatabase, id: MemberId): HistoryEntry[] {
  return memberQueries(db)
    .history.all({ id })
    .flatMap((line) => {
      if (!isHistoryTable(line.table)) return []
      const { batchId, batchKind, batchTitle } = line
      return [
        historyEntrySchema.parse({
          id: line.id,
          at: line.at,
          actor: line.actor,
          table: line.table,
          operation: line.operation,
          batch: batchId === null ? null : { id: batchId, kind: batchKind, title: batchTitle },
          changes: changesOf(db, line.table, line),
        }),
      ]
    })
}
