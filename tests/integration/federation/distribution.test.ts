import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revoke } from '../../../federation/enrolment'
import { issueDirective } from '../../../federation/directives'
import {
  DISTRIBUTION_COLUMN,
  distributionStatements,
  localTables,
  referenceTables,
} from '../../../federation/schema/distribution'
import { insertMember, openTestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'
import { addMembers, copyOf, enrol, setPhone } from './branch'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { startHub, type TestHub } from './hub'

const statements: string[] = []
let hub: TestHub
beforeAll(async () => {
  hub = await startHub(null, { logger: { logQuery: (query) => statements.push(query) } })
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const isElsewhere = (table: unknown) => String(table) in localTables || String(table) in referenceTables

/**
 * Statements that name no organisation although they touch distributed tables, each with why that is all right.
 * They concern many organisations by their nature.
 */
const exceptions: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^select "organisation" from "organisation" where .*"kind" = .*revoked_at/i, 'a directive to every enrolled branch'],
  [
    /^select "organisation"."organisation", coalesce\(.*'union_name'.* <> \$2/i,
    'whom a transfer names is looked for among all',
  ],
]

/** The distributed tables that a statement reads or writes, once for each mention. */
function distributedIn(statement: string, tables: ReadonlySet<string>): string[] {
  return [...statement.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)"?/gi)].flatMap(([, name]) =>
    name !== undefined && tables.has(name) ? [name] : [],
  )
}

/** How many tables a statement ties to an organisation that it is given, or to one that is. */
function keysIn(statement: string): number {
  const tied = /"?organisation"?\s*(?:=\s*(?:\$\d|"?\w+"?\."?organisation)|in \(\$\d)/gi
  const inserted = /insert into "?\w+"?\s*\(\s*"?organisation"?/i
  return [...statement.matchAll(tied)].length + (inserted.test(statement) ? 1 : 0)
}

describe('on a cluster distributed by organisation', () => {
  it('every table has the key, in its primary key, its unique indexes and its references', async () => {
    const tables = await hub.rows(sql`SELECT relname AS name, EXISTS (SELECT FROM pg_attribute
        WHERE attrelid = pg_class.oid AND attname = ${DISTRIBUTION_COLUMN} AND attnotnull) AS has_key
      FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`)
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter(({ name, has_key: hasKey }) => !isElsewhere(name) && hasKey !== true)).toEqual([])
    const names = tables.map(({ name }) => String(name))
    for (const name of [...Object.keys(localTables), ...Object.keys(referenceTables)]) expect(names).toContain(name)

    const indexes = await hub.rows(sql`SELECT indrelid::regclass::text AS "table", indexrelid::regclass::text AS name
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE indisunique AND relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = indrelid AND attname = ${DISTRIBUTION_COLUMN}
          AND attnum = ANY (indkey))`)
    expect(indexes.filter(({ table }) => !isElsewhere(table))).toEqual([])

    const references = await hub.rows(sql`SELECT conrelid::regclass::text AS "table", conname AS name,
        confrelid::regclass::text AS target, EXISTS (SELECT FROM unnest(conkey, confkey) AS pair(own, other)
          JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = pair.own
          JOIN pg_attribute AS other ON other.attrelid = confrelid AND other.attnum = pair.other
          WHERE own.attname = ${DISTRIBUTION_COLUMN} AND other.attname = ${DISTRIBUTION_COLUMN}) AS together
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)
    expect(references.length).toBeGreaterThan(3)
    expect(references.filter(({ target, together }) => !isElsewhere(target) && together !== true)).toEqual([])
  })

  it('is spread by statements in an order in which each table follows those it refers to', async () => {
    const made = await distributionStatements(hub.hub.orm)
    const placeOf = (table: string) => made.findIndex((statement) => statement.includes(`('${table}'`))
    expect(made[placeOf('hub')]).toBe("SELECT create_reference_table('hub');")
    expect(made[placeOf('change')]).toMatch(/^SELECT create_distributed_table\('change', 'organisation', colocate_with/)
    expect(placeOf('organisation')).toBeLessThan(placeOf('device'))
    expect(placeOf('organisation')).toBeLessThan(placeOf('change'))
    expect(placeOf('change')).toBeLessThan(placeOf('receipt'))
    expect(placeOf('rate_limit')).toBe(-1)
  })

  it('every statement of the requests of branches names the organisation', async () => {
    const found = await hub.rows(sql`SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`)
    const tables = new Set(found.map(({ name }) => String(name)).filter((name) => !isElsewhere(name)))
    statements.length = 0
    using branch = openTestBranch()
    fillEveryTable(branch.db)
    const link = await enrol(branch.db, hub)
    // Something refused, something held for want of it, something merged, and a copy that takes over.
    branch.db.write(() => insertMember(branch.db, { name: '长', remark: '长'.repeat(10_001) }))
    await link.syncNow()
    using copy = copyOf(branch)
    addMembers(branch.db, '张伟')
    await link.syncNow()
    setPhone(copy, '长', '13800138000')
    await hubLinkOf(copy).syncNow()
    await hubLinkOf(copy).takeOver()
    const draft = { title: '上报人数', text: '', dueOn: null, asks: 'acknowledgement', unit: null } as const
    await issueDirective(hub.seen, draft, null)
    await hubLinkOf(copy).syncNow()
    await hubLinkOf(copy).leave()
    await revoke(hub.hub, branch.branchId)

    const touching = [...new Set(statements)].filter((statement) => distributedIn(statement, tables).length > 0)
    expect(touching.length).toBeGreaterThan(20)
    const loose = touching.filter(
      (statement) =>
        keysIn(statement) < distributedIn(statement, tables).length &&
        !exceptions.some(([pattern]) => pattern.test(statement)),
    )
    expect(loose).toEqual([])
  })
})
