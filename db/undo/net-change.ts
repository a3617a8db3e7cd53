import type { Change, Columns } from '../../shared/sync/change'

/** What several entries of one row come to: from `before` (null: no row) to `after` (null: no row any more). */
export interface NetChange {
  readonly before: Columns | null
  readonly after: Columns | null
}

type Entry = Pick<Change, 'operation' | 'before' | 'after'>

function withoutNulls(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))
}

/**
 * Folds the entries of one row, oldest first. Of a row that was there before and after, only touched columns are
 * named; of one that came or went, all that are not null.
 */
export function netChange(entries: readonly Entry[]): NetChange {
  const touched = new Set(entries.flatMap(({ before, after }) => [...Object.keys(before), ...Object.keys(after)]))
  const columnsOf = (value: (column: string) => Columns[string]) =>
    Object.fromEntries([...touched].map((column) => [column, value(column)] as const))
  // A column that a row's coming or going does not name is null there.
  const before = columnsOf((column) => {
    const first = entries.find((entry) => entry.operation !== 'update' || column in entry.before)
    return first?.before[column] ?? null
  })
  const after = columnsOf((column) => {
    const last = entries.findLast((entry) => entry.operation !== 'update' || column in entry.after)
    return last?.after[column] ?? null
  })
  const isNew = entries[0]?.operation === 'insert'
  const isGone = entries.at(-1)?.operation === 'delete'
  if (isNew || isGone)
    return { before: isNew ? null : withoutNulls(before), after: isGone ? null : withoutNulls(after) }
  return { before, after }
}
