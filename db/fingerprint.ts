import type Database from 'better-sqlite3'

/** How many rows each table has; shadow tables of the search index left out. */
export function rowCounts(sqlite: Database.Database): Record<string, number> {
  const tables = sqlite
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
  const count = (table: string) => sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}

/** A text that two databases share when they have the same version, the same schema and as many rows in each table. */
export function fingerprint(sqlite: Database.Database): string {
  const schema = sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  return JSON.stringify([sqlite.pragma('user_version', { simple: true }), schema, rowCounts(sqlite)])
}
