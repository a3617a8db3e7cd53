import type { BatchKind } from '../contract/batches'
import { syncedTableSchema } from './change'
import { tableRules } from './tables'
import type { WireChange } from './wire'

/** The table named in place of one whose rows stay at the branch. */
export const WITHHELD = 'withheld'

/** What these batches are called may name a person whom the branch helped; an undo or removal bears its name. */
const quietKinds: ReadonlySet<string> = new Set([
  'gift',
  'hardship',
  'request',
  'service',
  'removal',
  'undo',
] satisfies BatchKind[])

/**
 * An entry as it may leave the branch. Of a change of a table that stays here nothing goes but that there was one, so that
 * the numbers of a stream have no gaps; its hash stays too, since what a few words hash to can be found by trying.
 */
export function withhold(entry: WireChange): WireChange {
  const table = syncedTableSchema.safeParse(entry.table)
  if (table.success && tableRules[table.data].staysHere === true) {
    const { id } = entry
    return {
      ...entry,
      table: WITHHELD,
      rowId: id,
      operation: 'insert',
      before: {},
      after: {},
      base: null,
      batchId: null,
      hash: '0'.repeat(64),
    }
  }
  const kind = entry.after['kind'] ?? entry.before['kind']
  if (entry.table !== 'batch' || typeof kind !== 'string' || !quietKinds.has(kind)) return entry
  return { ...entry, before: untitled(entry.before), after: untitled(entry.after), hash: '0'.repeat(64) }
}

function untitled(columns: WireChange['before']): WireChange['before'] {
  return 'title' in columns ? { ...columns, title: '' } : columns
}
