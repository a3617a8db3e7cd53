import { drizzle } from 'drizzle-orm/better-sqlite3'
import type Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { failure } from '../shared/contract/errors'
import { deviceIdSchema, incarnationSchema, newId } from '../shared/model/id'
import type { BranchDatabase } from './branch-database'
import { asFailure, checkSoundness, connect } from './connection'
import { migrate, migrateSafely, pendingMigrations } from './migrate'
import { migrations as programMigrations, type Migration } from './migrations'
import * as schema from './schema'
import { registerSearchFunctions } from './search'
import { MemberSearchIndex } from './search-index'
import { installTriggers } from './triggers'
import { writerOf } from './writer'

/**
 * Bytes up to which a file is read through at every start, about a second's work; a larger one only after it was not
 * closed properly, or before a migration. Damage is noticed in any case when a page is read: each carries an HMAC.
 */
const alwaysChecked = 128 * 1024 * 1024

/** A database is never smaller than one page; SQLite would take the rest of a cut file for an empty database. */
const smallest = 4096

/** Whether a path names a folder of another computer, as Windows writes it: `\\\\server\\share`. */
function isOnNetwork(file: string): boolean {
  return /^(\\\\|\/\/)(?![?.]\\)/.test(file) || /^\\\\\?\\UNC\\/i.test(file)
}

/** Size in bytes, null for no file. */
function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null
}

/** Gives a new file its device, and what was restored from a backup the new incarnation that it waits for. */
function identify(sqlite: Database.Database): void {
  sqlite
    .prepare("INSERT INTO device (id, incarnation) SELECT ?, '' WHERE NOT EXISTS (SELECT 1 FROM device)")
    .run(newId(deviceIdSchema))
  sqlite.prepare("UPDATE device SET incarnation = ? WHERE incarnation = ''").run(newId(incarnationSchema))
}

/**
 * Opens a branch database, made if there is none and brought to this program's schema. `key` is 32 bytes and known to
 * be the right one (the key file authenticates it), so a file that it does not open is damaged.
 * Throws DATABASE_IN_USE, DATABASE_DAMAGED, DATABASE_NEWER, DATABASE_ON_NETWORK (all leave the file untouched),
 * MIGRATION_FAILED, DISK_FULL.
 */
export function openBranchDatabase({
  file,
  key,
  migrations = programMigrations,
}: {
  file: string
  key: Buffer
  migrations?: readonly Migration[]
}): BranchDatabase {
  // The write-ahead log needs memory shared by all who open the file, which a network folder cannot give.
  if (isOnNetwork(file)) throw failure('DATABASE_ON_NETWORK')
  const size = sizeOf(file)
  if (size !== null && size < smallest) throw failure('DATABASE_DAMAGED')
  const wasClosed = ['-wal', '-journal'].every((suffix) => (sizeOf(file + suffix) ?? 0) === 0)
  const sqlite = connect(file, key)
  try {
    const pending = pendingMigrations(sqlite, migrations)
    if ((size ?? 0) <= alwaysChecked || !wasClosed || pending.length > 0) checkSoundness(sqlite)
    if (pending.length === migrations.length) migrate(sqlite, pending)
    else if (pending.length > 0) migrateSafely(sqlite, key, pending)

    const searchIndex = new MemberSearchIndex(sqlite)
    const writer = writerOf(sqlite, searchIndex)
    registerSearchFunctions(sqlite)
    sqlite.transaction(() => {
      installTriggers(sqlite)
      identify(sqlite)
      searchIndex.markAllIfEmpty()
    })()
    searchIndex.fill()
    return { sqlite, orm: drizzle(sqlite, { schema }), searchIndex, ...writer, close: () => sqlite.close() }
  } catch (error) {
    sqlite.close()
    throw asFailure(error)
  }
}
