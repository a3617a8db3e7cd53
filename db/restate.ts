import { RESTATING_ACTOR, type SyncedTable } from '../shared/sync/change'
import { perDatabase, type BranchDatabase } from './branch-database'
import { columnNames } from './triggers/change-log'

/** Says again what a row holds, as an entry of the change log that changes nothing. */
type Restate = (rowId: string, columns: readonly string[] | null) => void

const restaters = perDatabase(({ sqlite }) => {
  function restater(table: SyncedTable): Restate {
    const names = columnNames(table)
    const json = (only: string) =>
      names
        .map((name) => `CASE WHEN ${only.replaceAll('$', name)} THEN '"${name}":' || json_quote("${name}") END`)
        .join(', ')
    const say = (operation: string, only: string) =>
      sqlite.prepare<[{ readonly rowId: string; readonly columns: string }]>(
        `INSERT INTO change_entry (id, "table", row_id, operation, "before", "after")
        SELECT change_id(), '${table}', id, '${operation}', '{}', '{' || concat_ws(',', ${json(only)}) || '}'
        FROM "${table}" WHERE id = @rowId AND @columns IS NOT NULL`,
      )
    const whole = say('insert', '"$" IS NOT NULL')
    const some = say('update', `'$' IN (SELECT value FROM json_each(@columns))`)
    return (rowId, columns) => {
      if (columns === null) whole.run({ rowId, columns: '[]' })
      else some.run({ rowId, columns: JSON.stringify(columns) })
    }
  }
  const made = new Map<SyncedTable, Restate>()
  return (table: SyncedTable): Restate => {
    const known = made.get(table) ?? restater(table)
    made.set(table, known)
    return known
  }
})

/**
 * Says again what rows hold, since the union above does not have it: the whole row, or with `columns` only these. An entry
 * of its own for each; nothing of the record changes, and histories leave it out.
 */
export function restateRows(
  db: BranchDatabase,
  rows: readonly { readonly table: SyncedTable; readonly rowId: string; readonly columns: readonly string[] | null }[],
): void {
  if (rows.length === 0) return
  db.write(
    () => {
      for (const { table, rowId, columns } of rows) restaters(db)(table)(rowId, columns)
    },
    { actor: RESTATING_ACTOR },
  )
}

/** Says again that rows were deleted, since the union above still has them. */
export function restateDeletions(db: BranchDatabase, table: SyncedTable, rowIds: readonly string[]): void {
  if (rowIds.length === 0) return
  db.write(() => deletion(db).run({ table, rowIds: JSON.stringify(rowIds) }), { actor: RESTATING_ACTOR })
}

const deletion = perDatabase(({ sqlite }) =>
  sqlite.prepare<[{ readonly table: SyncedTable; readonly rowIds: string }]>(
    `INSERT INTO change_entry (id, "table", row_id, operation, "before", "after")
    SELECT change_id(), @table, value, 'delete', json_object('id', value), '{}' FROM json_each(@rowIds)`,
  ),
)
