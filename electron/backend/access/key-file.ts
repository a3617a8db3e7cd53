import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { failure } from '../../../shared/contract/errors'
import { momentSchema } from '../../../shared/model/date'
import { keyWrapSchema } from './key-wrap'

/** How a branch's database is opened; holds nothing about people and no key in clear. */
export const branchKeySchema = z.object({
  kind: z.literal('branch'),
  passphrase: keyWrapSchema,
  recoveryCode: keyWrapSchema,
  /** The key sealed by the operating system's key store, if the person wants it kept there. */
  system: z.base64().nullable(),
  attempts: z.object({ failed: z.int().nonnegative(), lastAt: momentSchema.nullable() }),
})
export type BranchKey = z.infer<typeof branchKeySchema>

/** The people of the sample branch are fictional, so its key lies open and it needs no passphrase. */
const sampleKeySchema = z.object({ kind: z.literal('sample'), key: z.base64() })

const keyFileSchema = z.discriminatedUnion('kind', [branchKeySchema, sampleKeySchema])
export type KeyFile = z.infer<typeof keyFileSchema>

/** The key file of a folder, or null when there is none. Throws DATABASE_DAMAGED when it cannot be read. */
export function readKeyFile(folder: string): KeyFile | null {
  const file = path.join(folder, 'key.json')
  if (!existsSync(file)) return null
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw failure('DATABASE_DAMAGED')
  }
}

/** Puts a key file in place whole or not at all: without it the database can never be opened again. */
export function writeKeyFile(folder: string, content: KeyFile): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'key.json')
  const partial = `${file}.partial`
  const handle = openSync(partial, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(content, null, 2))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(partial, file)
}
