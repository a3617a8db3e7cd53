import { memberFieldSchema, memberFieldsSchema } from '../model/member'
import { syncedTableSchema, type Columns } from './change'
import { tableRules } from './tables'

const fieldOf = (column: string) => column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/**
 * The first column whose value the branch's own rules do not allow, beyond what the hub checks of every entry; null when
 * all are well. Values that stand in no list of a form would make a record that cannot be shown.
 */
export function invalidColumn(tableName: string, columns: Columns): string | null {
  const table = syncedTableSchema.safeParse(tableName)
  if (!table.success) return 'id'
  const rules = tableRules[table.data].columns
  for (const [column, value] of Object.entries(columns)) {
    const rule = rules[column]
    if (rule === undefined || (value === null && rule.required)) return column
    if (value !== null && (rule.kind === 'integer') !== (typeof value === 'number')) return column
    const field = memberFieldSchema.safeParse(fieldOf(column))
    if (table.data !== 'member' || !field.success) continue
    if (!memberFieldsSchema.shape[field.data].safeParse(value).success) return column
  }
  return null
}
