import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const MARK = 'sealed1:'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const LEAST_LENGTH = 32

/**
 * Keeps secrets of the database under one that is not in it (AES-256-GCM, key by HKDF-SHA-256), so that whoever has a
 * copy of the database has none of them. Without such a secret they stand there as they are.
 */
export interface Seal {
  /** A secret as it is stored; `purpose` and `owner` are bound to it, so that it is good nowhere else. */
  seal(text: string, purpose: string, owner: string): string
  /** What was stored as it was; null when it was sealed under another secret. */
  open(stored: string, purpose: string, owner: string): string | null
  /** Whether a stored text is sealed, or nothing is. */
  isDone(stored: string): boolean
}

/** Throws for a secret that is too short to be one. */
export function sealOf(secret: string | null): Seal {
  if (secret === null) {
    return {
      seal: (text) => text,
      open: (stored) => (stored.startsWith(MARK) ? null : stored),
      isDone: () => true,
    }
  }
  if (secret.length < LEAST_LENGTH) throw new Error(`GONGHUI_HUB_SECRET needs ${LEAST_LENGTH} characters or more`)
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'gonghui hub', purpose, 32))
  return {
    seal(text, purpose, owner) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(owner))
      const content = Buffer.concat([cipher.update(text), cipher.final()])
      return `${MARK}${Buffer.concat([nonce, content, cipher.getAuthTag()]).toString('base64')}`
    },
    open(stored, purpose, owner) {
      if (!stored.startsWith(MARK)) return stored
      const bytes = Buffer.from(stored.slice(MARK.length), 'base64')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE_BYTES))
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString()
      } catch {
        return null
      }
    },
    isDone: (stored) => stored.startsWith(MARK),
  }
}
