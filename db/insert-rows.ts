import type Database from 'better-sqlite3'

/** So many rows share a statement: what SQLite keeps to take a statement back alone costs more than a row. */
const ROWS_A_STATEMENT = 50

type Value = string | number | Buffer | null

/** What inserts rows into a table, many at a time; each holds its values in the order of `columns`. */
export function rowInserter(
  sqlite: Database.Database,
  table: string,
  columns: readonly string[],
): (rows: readonly (readonly Value[])[]) => void {
  const marks = `(${columns.map(() => '?').join(', ')})`
  function prepare(rows: number): Database.Statement<Value[]> {
    const values = Array.from({ length: rows }, () => marks).join(', ')
    return sqlite.prepare(
      `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${values}`,
    )
  }
  let one: Database.Statement<Value[]> | undefined
  let many: Database.Statement<Value[]> | undefined
  return (rows) => {
    let start = 0
    for (; start + ROWS_A_STATEMENT <= rows.length; start += ROWS_A_STATEMENT) {
      many ??= prepare(ROWS_A_STATEMENT)
      many.run(...rows.slice(start, start + ROWS_A_STATEMENT).flat())
    }
    for (const row of rows.slice(start)) {
      one ??= prepare(1)
      one.run(...row)
    }
  }
}
