import type { Client } from 'pg'
import { REQUEST_MAX_ENTRIES } from '../../shared/sync/wire'

const TABLES = ['change', 'receipt', 'record'] as const

export type HubRows = readonly { readonly table: string; readonly rows: readonly unknown[] }[]

/** Tables like those of the hub, with their indexes and references, in a schema of their own. */
export async function makeBareTables(client: Client): Promise<void> {
  await client.query('CREATE SCHEMA bare')
  for (const table of TABLES) await client.query(`CREATE TABLE bare.${table} (LIKE ${table} INCLUDING ALL)`)
  await client.query(`ALTER TABLE bare.change ADD FOREIGN KEY (organisation) REFERENCES organisation`)
  await client.query(`ALTER TABLE bare.record ADD FOREIGN KEY (organisation) REFERENCES organisation`)
  await client.query(`ALTER TABLE bare.receipt ADD FOREIGN KEY (organisation, change_id) REFERENCES bare.change`)
}

/** The rows that a branch has come to have at the hub, by table. */
export async function rowsOf(client: Client, id: string): Promise<HubRows> {
  const tables: { table: string; rows: unknown[] }[] = []
  for (const table of TABLES) {
    const { rows } = await client.query<{ line: unknown }>(
      `SELECT to_json(line) AS line FROM ${table} AS line WHERE organisation = $1`,
      [id],
    )
    tables.push({ table, rows: rows.map(({ line }) => line) })
  }
  return tables
}

/** Inserts rows as they are, as many a statement and a transaction as a request brings; the fastest way we know. */
export async function insertBare(client: Client, tables: HubRows): Promise<void> {
  for (const { table, rows } of tables) {
    for (let from = 0; from < rows.length; from += REQUEST_MAX_ENTRIES) {
      const part = JSON.stringify(rows.slice(from, from + REQUEST_MAX_ENTRIES))
      await client.query(`INSERT INTO bare.${table} SELECT * FROM json_populate_recordset(NULL::bare.${table}, $1)`, [
        part,
      ])
    }
  }
}
