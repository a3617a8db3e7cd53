import Database from 'better-sqlite3'
import { failure } from '../shared/contract/errors'

/** How long to wait for a file that a virus scanner or a program just closing still holds. */
const patience = 2000

/** Opens a file with its key and nothing more. `key` is 32 bytes. */
export function unlock(file: string, key: Buffer, options: Database.Options = {}): Database.Database {
  if (key.length !== 32) throw new Error('A database key has 32 bytes')
  // On an older host the native module ends the process without a word.
  if (Number(process.versions['napi']) < 10) {
    throw new Error(`Node-API 10 or newer is needed; this host has ${process.versions['napi']}`)
  }
  const sqlite = new Database(file, { timeout: patience, ...options })
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  return sqlite
}

/**
 * Opens a branch database's file for this process alone, with the settings that every write relies on.
 * Throws DATABASE_IN_USE when another process has it open, DATABASE_DAMAGED when it cannot be read with the key.
 */
export function connect(file: string, key: Buffer): Database.Database {
  const sqlite = unlock(file, key)
  try {
    // The lock is held until the file is closed or the process ends, however it ends.
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    // INSERT OR REPLACE deletes rows; they must reach the change log like any other deletion.
    sqlite.pragma('recursive_triggers = ON')
    sqlite.pragma('temp_store = MEMORY')
    journalling(sqlite, 'whole')
    // The triggers of the change log call functions of this program, which an untrusted schema may not. Nobody without
    // the key can have written the schema: every page carries an HMAC under it.
    sqlite.pragma('trusted_schema = ON')
    sqlite.pragma('cell_size_check = ON')
  } catch (error) {
    sqlite.close()
    throw asFailure(error)
  }
  return sqlite
}

/**
 * How the next transaction is made safe against a sudden end; both ways it is there whole or not at all, and on the disk
 * when it is committed. `whole`: through the write-ahead log, best for the many small ones. `steps`: a long one that
 * mostly adds, through a rollback journal. Its pages go to their place while it is still going on, whenever the cache is
 * full; the write-ahead log would take them all at the end and then copy them, each time encrypted, while the process
 * does nothing else.
 */
export function journalling(sqlite: Database.Database, transaction: 'whole' | 'steps'): void {
  sqlite.pragma(`journal_mode = ${transaction === 'whole' ? 'WAL' : 'DELETE'}`)
  // What stays in the cache until the end of a long transaction is written then, all at once.
  sqlite.pragma(`cache_size = ${transaction === 'whole' ? -65_536 : -6_144}`)
}

/** Throws DATABASE_DAMAGED unless every page of the file can be read and is well formed. */
export function checkSoundness(sqlite: Database.Database): void {
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw failure('DATABASE_DAMAGED')
}

/** What an error of SQLite means to a person; other errors are passed on as they are. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_BUSY')) return failure('DATABASE_IN_USE')
  if (error.code.startsWith('SQLITE_NOTADB') || error.code.startsWith('SQLITE_CORRUPT')) {
    return failure('DATABASE_DAMAGED')
  }
  if (error.code === 'SQLITE_FULL') return failure('DISK_FULL')
  const closed = /^MONTH_CLOSED (\d{4}-\d{2})/.exec(error.message)?.[1]
  if (closed !== undefined) return failure('MONTH_CLOSED', { month: closed })
  return error
}
