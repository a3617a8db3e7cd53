import { ORPCError } from '@orpc/client'
import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { unlock } from '../../../db/connection'
import { migrate } from '../../../db/migrate'
import { migrations, type Migration } from '../../../db/migrations'
import { openBranchDatabase } from '../../../db/open'
import { verifyChangeLog } from '../../../db/verify-change-log'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { fillEveryTable } from '../../fixtures/every-table'
import { syncedState } from '../../fixtures/random-writes'

function withSteps(...steps: readonly (readonly [name: string, sql: string])[]): Migration[] {
  return [
    ...migrations,
    ...steps.map(([name, sql], index) => ({
      name: `${String(migrations.length + index).padStart(4, '0')}_${name}`,
      sql,
    })),
  ]
}

/** Rebuilds a table the way drizzle-kit does when a column changes. */
function rebuildOf(branch: TestBranch, table: string): string {
  const sql = branch.db.sqlite
    .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  return `${sql?.replace(/^CREATE TABLE [`"]?\w+[`"]?/, `CREATE TABLE __new_${table}`)};
INSERT INTO __new_${table} SELECT * FROM ${table};
DROP TABLE ${table};
ALTER TABLE __new_${table} RENAME TO ${table};`
}

interface ColumnOf {
  readonly table: string
  readonly column: string
  readonly type: string
  /** The table that it refers to. */
  readonly parent: string | null
}

/** Columns of the tables that hold records; what is derived from them for searching is made anew. */
function columnsOf(sqlite: Database.Database): ColumnOf[] {
  return sqlite
    .prepare<[], ColumnOf>(
      `SELECT tables.name AS "table", columns.name AS "column", columns.type, keys."table" AS parent
       FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
       LEFT JOIN pragma_foreign_key_list(tables.name) AS keys ON keys."from" = columns.name
       WHERE tables.strict AND tables.name NOT IN ('schema_migration', 'member_search_pending')
       ORDER BY tables.name, columns.cid`,
    )
    .all()
}

/** Puts one row into every table, each value its own; rows refer to each other by the names of their tables. */
function fillEveryColumn(sqlite: Database.Database): void {
  const all = columnsOf(sqlite)
  sqlite.pragma('foreign_keys = OFF')
  for (const name of new Set(all.map(({ table }) => table))) {
    const columns = all.filter(({ table }) => table === name)
    const row = columns.map(({ column, type, parent }, place) => {
      if (type === 'INTEGER') return 0
      if (column === 'operation') return 'insert'
      if (column === 'kind') return 'charge'
      if (column === 'direction') return 'opening'
      // Later columns have later values, as the end of an activity must have.
      const text = parent ?? (column === 'id' ? name : `${String(place).padStart(2, '0')} ${name}.${column}`)
      return type === 'BLOB' ? Buffer.from(text) : text
    })
    const names = columns.map(({ column }) => `"${column}"`)
    sqlite.prepare(`INSERT INTO ${name} (${names.join()}) VALUES (${row.map(() => '?').join()})`).run(row)
  }
}

/** The rows of the columns, table by table. */
function rowsOf(sqlite: Database.Database, columns: readonly ColumnOf[]): Record<string, unknown> {
  const tables = new Set(columns.map(({ table }) => table))
  return Object.fromEntries(
    [...tables].map((name) => {
      const names = columns.filter(({ table }) => table === name).map(({ column }) => `"${column}"`)
      return [name, sqlite.prepare(`SELECT ${names.join()} FROM ${name}`).all()]
    }),
  )
}

const note: readonly [string, string] = ['note', 'CREATE TABLE note (id TEXT PRIMARY KEY) STRICT']

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function filesOf(branch: TestBranch, folder: string): string[] {
  const full = path.join(branch.folder, folder)
  return existsSync(full)
    ? readdirSync(full)
        .sort()
        .map((name) => path.join(full, name))
    : []
}

/** Closes the branch, opens it with other steps and answers the code of the failure. */
function failureOfOpening(branch: TestBranch, steps: readonly Migration[]): string {
  branch.db.close()
  try {
    openBranchDatabase({ file: branch.file, key: branch.key, migrations: steps }).close()
    return 'none'
  } catch (error) {
    return error instanceof ORPCError ? String(error.code) : String(error)
  }
}

function filledBranch(): TestBranch {
  const branch = openTestBranch()
  fillEveryTable(branch.db)
  return branch
}

describe('a migration', () => {
  it('keeps the rows that refer to a table being rebuilt, and what triggers do for it', () => {
    using branch = filledBranch()
    const before = syncedState(branch.db)
    const standings = branch.db.sqlite.prepare('SELECT * FROM member_standing').all()
    const steps = withSteps(['rebuild', rebuildOf(branch, 'member')], ['again', rebuildOf(branch, 'activity')])
    expect(failureOfOpening(branch, steps)).toBe('none')
    using db = disposable(openBranchDatabase({ file: branch.file, key: branch.key, migrations: steps }))
    expect(syncedState(db)).toEqual(before)
    expect(db.sqlite.prepare('SELECT * FROM member_standing').all()).toEqual(standings)
    db.write(() => insertMember(db, { name: '李娜' }))
    expect(db.sqlite.prepare('SELECT count(*) FROM member_standing').pluck().get()).toBe(standings.length + 1)
    expect(verifyChangeLog(db).brokenAt).toBeNull()
    expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('is not taken twice', () => {
    using branch = filledBranch()
    branch.db.close()
    const before = digest(branch.file)
    openBranchDatabase(branch).close()
    expect(digest(branch.file)).toBe(before)
    expect(filesOf(branch, 'backups')).toEqual([])
    branch.reopen()
  })

  it.each(migrations.slice(1).map(({ name }, index) => [name, index + 1] as const))(
    'keeps every value of a file from before %s',
    (_, known) => {
      using branch = openTestBranch()
      const file = path.join(branch.folder, 'older.db')
      const older = unlock(file, branch.key)
      migrate(older, migrations.slice(0, known))
      fillEveryColumn(older)
      // The file of an import and the papers of vouchers have other tables since, see below.
      const columns = columnsOf(older).filter(
        ({ table, column }) => !(table === 'roster_import' && column === 'content') && table !== 'fund_attachment',
      )
      const before = rowsOf(older, columns)
      older.close()
      using db = disposable(openBranchDatabase({ file, key: branch.key }))
      expect(Object.keys(before)).toContain('dues_entry')
      expect(rowsOf(db.sqlite, columns)).toEqual(before)
    },
  )

  it('keeps the papers of vouchers among those of everything else', () => {
    using branch = openTestBranch()
    const file = path.join(branch.folder, 'older.db')
    const older = unlock(file, branch.key)
    migrate(
      older,
      migrations.filter(({ name }) => name < '0014'),
    )
    older.pragma('foreign_keys = OFF')
    older.exec(`INSERT INTO fund_attachment (id, fund_entry_id, name, media_type, size, sha256, content, added_at)
      VALUES ('a', 'voucher', '发票.jpg', 'image/jpeg', 2, 'ff', x'ffd8', 'x')`)
    older.close()
    using db = disposable(openBranchDatabase({ file, key: branch.key }))
    expect(
      db.sqlite.prepare('SELECT owner_kind, owner_id, name, media_type, content FROM attachment').raw().all(),
    ).toEqual([['fundEntry', 'voucher', '发票.jpg', 'image/jpeg', Buffer.from('ffd8', 'hex')]])
  })

  it('keeps the files of imports that wait, and nothing of those that are done', () => {
    using branch = openTestBranch()
    const file = path.join(branch.folder, 'older.db')
    const older = unlock(file, branch.key)
    migrate(
      older,
      migrations.filter(({ name }) => name < '0009'),
    )
    older.exec(`INSERT INTO roster_import (id, file_name, content, sheets, started_at)
      VALUES ('waiting', 'a.xlsx', x'504b0304', '[]', 'x'), ('done', 'b.xlsx', x'', '[]', 'x')`)
    older.close()
    using db = disposable(openBranchDatabase({ file, key: branch.key }))
    expect(db.sqlite.prepare('SELECT id FROM roster_import ORDER BY id').pluck().all()).toEqual(['done', 'waiting'])
    expect(db.sqlite.prepare('SELECT * FROM roster_import_file').all()).toEqual([
      { import_id: 'waiting', content: Buffer.from('504b0304', 'hex') },
    ])
  })

  it.each(migrations.slice(1).map(({ name }, index) => [name, index + 1] as const))(
    'finds the records of a file from before %s again',
    (_, known) => {
      using branch = openTestBranch()
      const file = path.join(branch.folder, 'older.db')
      const older = unlock(file, branch.key)
      migrate(older, migrations.slice(0, known))
      older.exec(`INSERT INTO device VALUES ('d', 'i'); INSERT INTO member (id, name) VALUES ('m', '张伟');
        INSERT INTO membership_event (id, member_id, type, recorded_at) VALUES ('e', 'm', 'admission', 'x');`)
      older.close()
      using db = disposable(openBranchDatabase({ file, key: branch.key }))
      expect(
        db.sqlite.prepare('SELECT name FROM member JOIN membership_event ON member_id = member.id').pluck().all(),
      ).toEqual(['张伟'])
      expect(db.sqlite.pragma('user_version', { simple: true })).toBe(migrations.length)
    },
  )
})

function disposable<Closing extends { close(): void }>(closing: Closing): Closing & Disposable {
  return Object.assign(closing, { [Symbol.dispose]: () => closing.close() })
}

describe('a database that does not fit the program is left untouched', () => {
  it.each([
    ['of a newer program', 'DATABASE_NEWER', (steps: Migration[]) => steps.slice(0, -1)],
    [
      'with a step of another name',
      'DATABASE_NEWER',
      (steps: Migration[]) => steps.map((step) => (step === steps.at(-1) ? { ...step, name: '9999_other' } : step)),
    ],
    [
      'with an edited step',
      'MIGRATION_FAILED',
      (steps: Migration[]) =>
        steps.map((step, index) => (index === 1 ? { ...step, sql: `${step.sql}\n-- edited` } : step)),
    ],
    [
      'with a step left out',
      'MIGRATION_FAILED',
      (steps: Migration[]) => [...steps.slice(0, 1), { name: '0000_z', sql: 'SELECT 1' }, ...steps.slice(1)],
    ],
  ])('%s', (_, code, change) => {
    using branch = filledBranch()
    branch.db.close()
    const before = digest(branch.file)
    expect(failureOfOpening(branch, change([...migrations]))).toBe(code)
    expect(digest(branch.file)).toBe(before)
    expect(filesOf(branch, '.')).toEqual([branch.file])
    branch.reopen()
  })

  it('with any byte changed, or cut short', () => {
    using branch = filledBranch()
    branch.db.close()
    const whole = readFileSync(branch.file)
    // Bytes 18 and 19 only name the kind of journal; they are neither encrypted nor needed.
    const flip = fc.record({
      at: fc.nat(whole.length - 1).filter((at) => at !== 18 && at !== 19),
      mask: fc.integer({ min: 1, max: 255 }),
    })
    const cut = fc.oneof(
      fc.nat(whole.length - 1),
      fc.nat(whole.length / 4096 - 1).map((page) => page * 4096),
    )
    fc.assert(
      fc.property(fc.oneof(flip, cut), (harm) => {
        const damaged = Buffer.from(typeof harm === 'number' ? whole.subarray(0, harm) : whole)
        if (typeof harm === 'object') damaged[harm.at] = (whole[harm.at] ?? 0) ^ harm.mask
        writeFileSync(branch.file, damaged)
        expect(failureOfOpening(branch, migrations)).toBe('DATABASE_DAMAGED')
        expect(readFileSync(branch.file).equals(damaged)).toBe(true)
      }),
      { numRuns: 200 },
    )
    writeFileSync(branch.file, whole)
    branch.reopen()
  })

  it('with another key', () => {
    using branch = filledBranch()
    const key = Buffer.alloc(32, 1)
    expect(failureOfOpening({ ...branch, key }, migrations)).toBe('DATABASE_DAMAGED')
  })
})

describe('before a migration', () => {
  it('a backup is made that opens with the same key and holds the records', () => {
    using branch = filledBranch()
    const before = syncedState(branch.db)
    expect(failureOfOpening(branch, withSteps(note))).toBe('none')
    const [backup] = filesOf(branch, 'backups')
    using db = disposable(openBranchDatabase({ file: backup ?? '', key: branch.key }))
    expect(syncedState(db)).toEqual(before)
    expect(verifyChangeLog(db).brokenAt).toBeNull()
    expect(readFileSync(backup ?? '').includes('张伟')).toBe(false)
  })

  it('the last three backups are kept', () => {
    using branch = filledBranch()
    const steps = Array.from({ length: 5 }, (_, index) => [`n${index}`, `CREATE TABLE n${index} (id INTEGER)`] as const)
    const kept = steps.map((_, index) => {
      expect(failureOfOpening(branch, withSteps(...steps.slice(0, index + 1)))).toBe('none')
      return filesOf(branch, 'backups')
    })
    expect(kept.map((files) => files.length)).toEqual([1, 2, 3, 3, 3])
    expect(kept[4]?.slice(0, 2)).toEqual(kept[3]?.slice(1))
  })
})

describe('a migration that fails', () => {
  it.each([
    ['stops at an error', 'CREATE TABLE note (id TEXT); INSERT INTO nowhere VALUES (1)'],
    ['would lose rows', 'DELETE FROM participation'],
    [
      'would leave orphans',
      'DELETE FROM activity; INSERT INTO activity (id, title, type, starts_on, ends_on) VALUES (1, 1, 1, 1, 1)',
    ],
    [
      'ends the transaction before its time',
      'DELETE FROM participation; COMMIT; BEGIN; INSERT INTO nowhere VALUES (1)',
    ],
  ])('because it %s leaves everything as it was', (_, sql) => {
    using branch = filledBranch()
    const before = syncedState(branch.db)
    expect(failureOfOpening(branch, withSteps(note, ['bad', sql]))).toBe('MIGRATION_FAILED')
    const db = branch.reopen()
    expect(syncedState(db)).toEqual(before)
    expect(db.sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'note'").pluck().get()).toBe(0)
    expect(verifyChangeLog(db).brokenAt).toBeNull()
  })

  it('sets the file aside when it cannot be taken back otherwise', () => {
    using branch = filledBranch()
    const sql = 'DELETE FROM participation; COMMIT; BEGIN; INSERT INTO nowhere VALUES (1)'
    expect(failureOfOpening(branch, withSteps(['bad', sql]))).toBe('MIGRATION_FAILED')
    expect(filesOf(branch, '.').filter((file) => file.includes('.failed-'))).toHaveLength(1)
    branch.reopen()
  })
})
