import { drizzle } from 'drizzle-orm/better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { deviceIdSchema, incarnationSchema, newId } from '../shared/model/id'
import type { BranchDatabase } from './branch-database'
import { asFailure, checkSoundness, connect } from './connection'
import { migrate, migrateSafely, pendingMigrations } from './migrate'
import { migrations as programMigrations, type Migration } from './migrations'
import * as schema from './schema'
import { registerSearchFunctions } from './search'
import { installTriggers } from './triggers'
import { writerOf } from './writer'

/**
 * Opens a branch database, made if there is none and brought to this program's schema. `key` is 32 bytes and known to
 * be the right one (the key file authenticates it), so a file that it does not open is damaged.
 * Throws DATABASE_IN_USE, DATABASE_DAMAGED, DATABASE_NEWER (all leave the file untouched), MIGRATION_FAILED, DISK_FULL.
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
  const isNew = !existsSync(file) || statSync(file).size === 0
  const sqlite = connect(file, key)
  try {
    if (!isNew) checkSoundness(sqlite)
    const pending = pendingMigrations(sqlite, migrations)
    if (pending.length === migrations.length) migrate(sqlite, pending)
    else if (pending.length > 0) migrateSafely(sqlite, key, pending)

    const writer = writerOf(sqlite)
    registerSearchFunctions(sqlite)
    sqlite.transaction(() => {
      installTriggers(sqlite)
      sqlite
        .prepare('INSERT INTO device (id, incarnation) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM device)')
        .run(newId(deviceIdSchema), newId(incarnationSchema))
    })()
    return { sqlite, orm: drizzle(sqlite, { schema }), ...writer, close: () => sqlite.close() }
  } catch (error) {
    sqlite.close()
    throw asFailure(error)
  }
}
