import type Database from 'better-sqlite3'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { failure } from '../shared/contract/errors'
import { now } from '../shared/model/date'
import { asFailure, checkSoundness, unlock } from './connection'
import { fingerprint } from './fingerprint'

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Writes a copy of an open database to `target`, encrypted with the same key, and checks it; `target` is there whole
 * or not at all. Whoever opens the copy as a branch database goes on in a new incarnation. Throws DISK_FULL,
 * DATABASE_DAMAGED.
 */
export function writeBackup(sqlite: Database.Database, key: Buffer, target: string): void {
  const folder = path.dirname(target)
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < 2 * statSync(sqlite.name).size) throw failure('DISK_FULL')
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    sqlite.prepare('VACUUM INTO ?').run(partial)
    const copy = unlock(partial, key)
    try {
      checkSoundness(copy)
      copy.exec("UPDATE device SET incarnation = ''")
      if (fingerprint(copy) !== fingerprint(sqlite)) throw new Error('The backup is not what was backed up')
    } finally {
      copy.close()
    }
    flush(partial)
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw asFailure(error)
  }
}

const migrationBackup = 'before-migration.db'
const migrationBackupsKept = 3

/** Backs a database up before its schema changes and answers the backup's path; the last three such backups stay. */
export function backUpBeforeMigration(sqlite: Database.Database, key: Buffer): string {
  const folder = path.join(path.dirname(sqlite.name), 'backups')
  const target = path.join(folder, `${now().replaceAll(/\D/g, '')}-${migrationBackup}`)
  writeBackup(sqlite, key, target)
  const older = readdirSync(folder)
    .filter((name) => name.endsWith(migrationBackup))
    .sort()
    .slice(0, -migrationBackupsKept)
  for (const name of older) rmSync(path.join(folder, name))
  return target
}
