import { is, getTableName } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { migrations } from '../../../db/migrations'
import * as schema from '../../../db/schema'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'

describe('migrations', () => {
  let branch: TestBranch
  beforeAll(() => {
    branch = openTestBranch()
  })
  afterAll(() => branch[Symbol.dispose]())
  const texts = (sql: string) => branch.db.sqlite.prepare<[], string>(sql).pluck().all().sort()

  it('are every SQL file there is, in the order of the journal', () => {
    const folder = path.join('db', 'migrations')
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
    expect(migrations.map(({ name }) => `${name}.sql`)).toEqual(files.sort())
    const journal = z
      .object({ entries: z.array(z.object({ tag: z.string() })) })
      .parse(JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')))
    expect(migrations.map(({ name }) => name)).toEqual(journal.entries.map(({ tag }) => tag))
  })

  const tables = Object.values(schema).filter((table) => is(table, SQLiteTable))
  it.each(tables.map((table) => [getTableName(table), table] as const))('lead to the schema of %s', (name, table) => {
    const config = getTableConfig(table)
    const primaryKey = config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
    expect(
      branch.db.sqlite
        .prepare(
          `SELECT name, lower(type) AS type, "notnull", pk > 0 AS pk FROM pragma_table_info('${name}') ORDER BY name`,
        )
        .all(),
    ).toEqual(
      config.columns
        .map((column) => ({
          name: column.name,
          type: column.getSQLType(),
          notnull: Number(column.notNull),
          pk: Number(column.primary || primaryKey.includes(column.name)),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    )
    expect(branch.db.sqlite.prepare(`SELECT strict FROM pragma_table_list('${name}')`).pluck().get()).toBe(1)
    expect(texts(`SELECT name FROM pragma_index_list('${name}') WHERE origin = 'c'`)).toEqual(
      [
        ...config.indexes.map((index) => index.config.name),
        ...config.columns.flatMap((column) => (column.isUnique ? [column.uniqueName] : [])),
      ].sort(),
    )
    expect(texts(`SELECT "from" || ' to ' || "table" FROM pragma_foreign_key_list('${name}')`)).toEqual(
      config.foreignKeys
        .map((key) => key.reference())
        .map(({ columns, foreignTable }) => `${columns[0]?.name} to ${getTableName(foreignTable)}`)
        .sort(),
    )
  })
})
