import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, renameSync } from 'node:fs'
import { failure } from '../shared/contract/errors'
import { now } from '../shared/model/date'
import { backUpBeforeMigration } from './backup'
import { fingerprint, rowCounts } from './fingerprint'
import type { Migration } from './migrations'
import { dropTriggers } from './triggers'

interface AppliedMigration {
  readonly name: string
  readonly hash: string
}

function hashOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

function appliedMigrations(sqlite: Database.Database): AppliedMigration[] {
  const exists = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'").get() !== undefined
  if (!exists) return []
  return sqlite.prepare<[], AppliedMigration>('SELECT name, hash FROM schema_migration ORDER BY number').all()
}

function refused(reason: string): Error {
  return Object.assign(failure('MIGRATION_FAILED'), { cause: new Error(reason) })
}

/**
 * The steps that the database still needs, found by identity and not by date. Writes nothing.
 * Throws DATABASE_NEWER when it has steps that this program does not know yet, MIGRATION_FAILED when a step was
 * edited after it was applied, or left out.
 */
export function pendingMigrations(sqlite: Database.Database, migrations: readonly Migration[]): readonly Migration[] {
  const applied = appliedMigrations(sqlite)
  const version = sqlite.pragma('user_version', { simple: true })
  if (typeof version !== 'number' || version > migrations.length) throw failure('DATABASE_NEWER')
  if (version !== applied.length) throw refused(`user_version ${version}, but ${applied.length} steps recorded`)
  applied.forEach(({ name, hash }, index) => {
    const known = migrations[index]
    if (known?.name === name && hashOf(known) === hash) return
    if (known?.name === name) throw refused(`${name} was edited after it was applied`)
    if (migrations.some((migration) => migration.name === name)) throw refused(`${known?.name} was left out`)
    throw failure('DATABASE_NEWER')
  })
  return migrations.slice(applied.length)
}

function applyMigrations(sqlite: Database.Database, pending: readonly Migration[]): void {
  const before = rowCounts(sqlite)
  dropTriggers(sqlite)
  sqlite.exec(`CREATE TABLE IF NOT EXISTS schema_migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, applied_at TEXT NOT NULL
  ) STRICT`)
  const record = sqlite.prepare('INSERT INTO schema_migration (name, hash, applied_at) VALUES (?, ?, ?)')
  for (const migration of pending) {
    sqlite.exec(migration.sql)
    record.run(migration.name, hashOf(migration), now())
  }
  const orphans = sqlite.prepare('SELECT 1 FROM pragma_foreign_key_check').all().length
  if (orphans > 0) throw new Error(`${orphans} rows would have lost the row they belong to`)
  const after = rowCounts(sqlite)
  for (const [table, count] of Object.entries(before)) {
    if (table !== 'schema_migration' && table in after && after[table] !== count) {
      throw new Error(`${table} had ${count} rows and would have ${after[table]}`)
    }
  }
  sqlite.pragma(`user_version = ${appliedMigrations(sqlite).length}`)
}

/**
 * Takes the steps in one transaction: all or none. A step changes the shape of tables, not what records say; it runs
 * without triggers. Foreign keys are off, or rebuilding a table would delete the rows that refer to it; they and the
 * number of rows are checked before the end instead.
 */
export function migrate(sqlite: Database.Database, pending: readonly Migration[]): void {
  // Inside a transaction this setting has no effect.
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite.transaction(applyMigrations).immediate(sqlite, pending)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/**
 * Like `migrate` for a database with records in it: backed up first, as it was afterwards when a step fails, if need be
 * from the backup (the failed file is then set aside beside it). Throws MIGRATION_FAILED with the cause, DISK_FULL; the
 * connection is closed then.
 */
export function migrateSafely(sqlite: Database.Database, key: Buffer, pending: readonly Migration[]): void {
  const file = sqlite.name
  const backup = backUpBeforeMigration(sqlite, key)
  const before = fingerprint(sqlite)
  try {
    migrate(sqlite, pending)
  } catch (cause) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    const untouched = fingerprint(sqlite) === before
    sqlite.close()
    if (!untouched) {
      renameSync(file, `${file}.failed-${now().replaceAll(/\D/g, '')}`)
      copyFileSync(backup, file)
    }
    throw Object.assign(failure('MIGRATION_FAILED'), { cause })
  }
}
