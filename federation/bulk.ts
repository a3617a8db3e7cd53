import { sql, type Column, type SQL } from 'drizzle-orm'

/*
 * Many values in one parameter: a statement with a parameter for each takes longer to be made and read than to be done.
 * Both kinds of database take lists in this form.
 */

/** Whether a column of UUIDs is any of these; what is no UUID must have been kept out before. */
export function isAnyOf(column: Column, ids: readonly string[]): SQL {
  return sql`${column} = ANY(${`{${ids.join(',')}}`}::uuid[])`
}

/** The same for UUIDs written as text. */
export function isAnyTextOf(expression: SQL, ids: readonly string[]): SQL {
  return sql`${expression} = ANY(${`{${ids.join(',')}}`}::text[])`
}

/**
 * Lines to select from under the name `line`.
 * @param columns their columns with types, named as in the lines, as SQL
 */
export function linesOf(lines: readonly object[], columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(lines)}::json) AS line(${sql.raw(columns)})`
}
