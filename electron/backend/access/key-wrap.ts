import { argon2id } from 'hash-wasm'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** What turning a secret into a key costs: KiB of memory, passes, lanes. Kept with each wrap, so that it can rise. */
interface Cost {
  readonly memorySize: number
  readonly iterations: number
  readonly parallelism: number
}

/** For what a person thinks up: as RFC 9106 recommends where memory is short, about half a second on an office PC. */
export const passphraseCost: Cost = { memorySize: 64 * 1024, iterations: 3, parallelism: 1 }

/** For a recovery code: its 155 random bits cannot be guessed, however fast each guess is. */
export const codeCost: Cost = { memorySize: 1024, iterations: 1, parallelism: 1 }

/** The database's key under a secret that a person knows: AES-256-GCM under an argon2id key. Binary parts in base64. */
export const keyWrapSchema = z.object({
  memorySize: z.int().positive(),
  iterations: z.int().positive(),
  parallelism: z.int().positive(),
  salt: z.base64(),
  nonce: z.base64(),
  sealed: z.base64(),
  tag: z.base64(),
})
export type KeyWrap = z.infer<typeof keyWrapSchema>

async function derive(secret: string, salt: Buffer, { memorySize, iterations, parallelism }: Cost): Promise<Buffer> {
  const key = await argon2id({
    // The same characters may be typed composed or decomposed.
    password: secret.normalize('NFKC'),
    salt,
    memorySize,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
  return Buffer.from(key)
}

/** Seals a 32-byte key under a secret. */
export async function wrapKey(key: Buffer, secret: string, cost: Cost): Promise<KeyWrap> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, cost), nonce)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    ...cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The sealed key, or null when the secret is not the right one. */
export async function unwrapKey(wrap: KeyWrap, secret: string): Promise<Buffer | null> {
  const derived = await derive(secret, Buffer.from(wrap.salt, 'base64'), wrap)
  const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(wrap.nonce, 'base64'))
  decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrap.sealed, 'base64')), decipher.final()])
  } catch {
    return null
  }
}
