import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { openBranchDatabase } from '../../../db/open'
import { failure } from '../../../shared/contract/errors'
import { readKeyFile, writeKeyFile, type KeyFile } from './key-file'

export function databaseFile(folder: string): string {
  return path.join(folder, 'branch.db')
}

/**
 * How the branch of a folder is opened, null when there is no such folder. Throws DATABASE_DAMAGED when its key file or
 * its database is missing or the key file cannot be read: a new branch in its place would bury what may be rescued.
 */
export function readBranchFolder(folder: string): KeyFile | null {
  if (!existsSync(folder)) return null
  const keyFile = readKeyFile(folder)
  if (keyFile === null || !existsSync(databaseFile(folder))) throw failure('DATABASE_DAMAGED')
  return keyFile
}

/**
 * Makes the folder of a new branch with its key file and its database, whole or not at all: whatever ends the program
 * meanwhile leaves no branch that nobody can open, and the next try begins anew.
 * @param fill writes what the database begins with
 */
export async function makeBranchFolder(
  folder: string,
  keyFile: KeyFile,
  key: Buffer,
  fill: (db: BranchDatabase) => void | Promise<void>,
): Promise<void> {
  const partial = `${folder}.partial`
  rmSync(partial, { recursive: true, force: true })
  writeKeyFile(partial, keyFile)
  const db = openBranchDatabase({ file: databaseFile(partial), key })
  try {
    await fill(db)
  } finally {
    db.close()
  }
  renameSync(partial, folder)
}
