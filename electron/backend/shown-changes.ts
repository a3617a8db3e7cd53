import { getTableColumns, type Column } from 'drizzle-orm'
import type { BranchDatabase } from '../../db/branch-database'
import { batchQueries } from '../../db/queries/batches'
import { syncedRows } from '../../db/undo/synced-rows'
import { syncedTables } from '../../db/triggers/change-log'
import { memberFieldSchema } from '../../shared/model/member'
import { maskField, maskIdNumber, maskPhone } from '../../shared/rules/mask'
import { columnsSchema, syncedTableSchema, type Columns, type SyncedTable } from '../../shared/sync/change'

/** A field that changed, as it may leave the backend. */
export interface ShownChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What says nothing to a reader: keys, and when the entry itself says it. */
const unspoken = new Set(['id', 'memberId', 'ruleId', 'reversesId', 'batchId', 'recordedAt'])

/** Columns that hold the id of a thing people know by its name. */
const named = new Set(['activityId', 'fieldId', 'unitId', 'parentId', 'intoId', 'otherId'])

const fieldNames = new Map<SyncedTable, ReadonlyMap<string, string>>(
  syncedTableSchema.options.map((table) => [
    table,
    new Map(Object.entries<Column>(getTableColumns(syncedTables[table])).map(([field, { name }]) => [name, field])),
  ]),
)

/** The field of a column; null for one that says nothing to a reader. */
export function fieldOf(table: SyncedTable, column: string): string | null {
  const field = fieldNames.get(table)?.get(column)
  return field === undefined || unspoken.has(field) ? null : field
}

/** A value as it may leave the backend: ids as names, personal data masked. */
export function shownText(
  db: BranchDatabase,
  {
    table,
    rowId,
    field,
    value,
  }: { table: SyncedTable; rowId: string; field: string; value: Columns[string] | undefined },
): string | null {
  if (value === null || value === undefined) return null
  const text = String(value)
  if (named.has(field)) return batchQueries(db).nameOfRow.get({ id: text }) ?? null
  if (table === 'member') {
    const known = memberFieldSchema.safeParse(field)
    return known.success ? maskField(known.data, text) : text
  }
  if (field === 'phone') return maskPhone(text)
  if (field === 'idNumber' || (table === 'identity_document' && field === 'number')) return maskIdNumber(text)
  return table === 'custom_value' && field === 'value' && isMasked(db, rowId) ? maskIdNumber(text) : text
}

/** Whether a value of a custom field is to be masked; one whose field is not known any more is. */
function isMasked(db: BranchDatabase, valueId: string): boolean {
  const rows = syncedRows(db)
  const fieldId = rows.custom_value.get.get(valueId)?.['field_id']
  const field = typeof fieldId === 'string' ? rows.custom_field.get.get(fieldId) : undefined
  return field?.['is_masked'] !== 0
}

/** What an entry of the change log changed, field by field. */
export function shownChanges(
  db: BranchDatabase,
  entry: { readonly table: SyncedTable; readonly rowId: string; readonly before: string; readonly after: string },
): ShownChange[] {
  const before = columnsSchema.parse(JSON.parse(entry.before))
  const after = columnsSchema.parse(JSON.parse(entry.after))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((column) => {
    const field = fieldOf(entry.table, column)
    if (field === null) return []
    const shown = (columns: Columns) => shownText(db, { ...entry, field, value: columns[column] })
    return [{ field, before: shown(before), after: shown(after) }]
  })
}
