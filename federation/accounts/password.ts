import { argon2id, argon2Verify } from 'hash-wasm'
import { randomBytes } from 'node:crypto'
import { PASSPHRASE_MIN_SCORE, passphraseScore } from '../../shared/rules/passphrase'

export const PASSWORD_MIN_LENGTH = 10
/** Longer ones would keep the hub busy for nothing. */
export const PASSWORD_MAX_LENGTH = 200
const MEMORY_KB = 19_456
const PASSES = 2

/** The same characters typed on different keyboards are one password. */
function plain(password: string): string {
  return password.normalize('NFKC')
}

/** Argon2id in its encoded form, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({
    password: plain(password),
    salt: randomBytes(16),
    parallelism: 1,
    iterations: PASSES,
    memorySize: MEMORY_KB,
    hashLength: 32,
    outputType: 'encoded',
  })
}

let nobody: Promise<string> | undefined

/** Whether this is the password; with null, for an account that is not there, it takes as long and says no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  if (password.length === 0 || password.length > PASSWORD_MAX_LENGTH) return false
  nobody ??= hashPassword(randomBytes(16).toString('base64'))
  const isRight = await argon2Verify({ password: plain(password), hash: hash ?? (await nobody) })
  return hash !== null && isRight
}

/** Whether a new password is hard enough to guess; `known` are words that others would try first. */
export async function isGoodPassword(password: string, known: readonly string[]): Promise<boolean> {
  if (password.length < PASSWORD_MIN_LENGTH || password.length > PASSWORD_MAX_LENGTH) return false
  return (await passphraseScore(password, known)) >= PASSPHRASE_MIN_SCORE
}
