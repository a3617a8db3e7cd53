import { getTableColumns, type Column } from 'drizzle-orm'
import type { BranchDatabase } from '../../db/branch-database'
import { batchQueries } from '../../db/queries/batches'
import { customFieldQueries } from '../../db/queries/custom-fields'
import { syncedTables } from '../../db/triggers/change-log'
import type { yesNo } from '../../shared/codes'
import type { CustomField } from '../../shared/model/custom-field'
import { memberFieldSchema } from '../../shared/model/member'
import type { DetailKind } from '../../shared/model/member-detail'
import { maskCustomValue } from '../../shared/rules/custom-value'
import { maskField } from '../../shared/rules/mask'
import { maskDetailField } from '../../shared/rules/member-detail'
import { SENSITIVE_MASK, sensitiveFields } from '../../shared/sync/sensitive'
import { columnsSchema, syncedTableSchema, type Columns, type SyncedTable } from '../../shared/sync/change'
import { customFieldsOf } from './members/custom-values'

/** A field that changed, as it may leave the backend. */
export interface ShownChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What says nothing to a reader: keys, and when the entry itself says it. */
const unspoken = new Set(['id', 'memberId', 'fieldId', 'ruleId', 'reversesId', 'batchId', 'recordedAt'])

/** Columns that hold the id of a thing people know by its name. */
const named = new Set(['activityId', 'unitId', 'parentId', 'intoId', 'otherId'])

const detailKinds: ReadonlyMap<SyncedTable, DetailKind> = new Map([
  ['identity_document', 'identityDocument'],
  ['relative', 'relative'],
  ['honour', 'honour'],
])

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
  if (isSensitiveField(db, table, rowId, field)) return SENSITIVE_MASK
  const text = String(value)
  if (named.has(field)) return batchQueries(db).nameOfRow.get({ id: text }) ?? null
  if (table === 'member' || table === 'transfer_claim') {
    const known = memberFieldSchema.safeParse(field)
    return known.success ? maskField(known.data, text) : text
  }
  const kind = detailKinds.get(table)
  if (field === 'isEmergencyContact') return yesOrNo(value === 1)
  if (kind !== undefined) return maskDetailField(kind, field, text)
  if (table !== 'custom_value') return text
  const custom = customFieldOf(db, rowId)
  // A value whose field is not known any more may have been masked.
  return maskCustomValue(custom ?? { kind: 'text', isMasked: true }, text)
}

/** Whether a field of a row is sensitive; of a confidential request also once the request is gone. */
function isSensitiveField(db: BranchDatabase, table: SyncedTable, rowId: string, field: string): boolean {
  const sensitive = sensitiveFields[table]
  if (sensitive === undefined || !sensitive.fields.includes(field)) return false
  return sensitive.when === undefined || batchQueries(db).isOpenRequest.get({ id: rowId }) !== 1
}

const yesOrNo = (is: boolean): (typeof yesNo.values)[number] => (is ? '是' : '否')

/** The custom field of a value, also of a value removed since. */
function customFieldOf(db: BranchDatabase, valueId: string): CustomField | undefined {
  const fieldId = customFieldQueries(db).fieldOfValue.get({ id: valueId })
  return customFieldsOf(db).find(({ id }) => id === fieldId)
}

/** The field as it leaves the backend: a value of a custom field is named by that field, null when it is not known. */
export function shownField(
  db: BranchDatabase,
  { table, rowId, field }: { table: SyncedTable; rowId: string; field: string },
): string | null {
  return table === 'custom_value' ? (customFieldOf(db, rowId)?.name ?? null) : field
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
    const name = shownField(db, { ...entry, field })
    return name === null ? [] : [{ field: name, before: shown(before), after: shown(after) }]
  })
}
