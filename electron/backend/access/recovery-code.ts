import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that nothing printed is misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 8
const GROUP_LENGTH = 4

function checkCharacter(body: string): string {
  const [first = 0] = createHash('sha256').update(body).digest()
  return ALPHABET.charAt(first % ALPHABET.length)
}

function grouped(code: string): string {
  return Array.from({ length: GROUPS }, (_, group) =>
    code.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join('-')
}

/** A new recovery code 恢复码: 31 random characters (155 bits) and one that shows a slip of the pen, in groups of four. */
export function newRecoveryCode(): string {
  const body = Array.from({ length: GROUPS * GROUP_LENGTH - 1 }, () =>
    ALPHABET.charAt(randomInt(ALPHABET.length)),
  ).join('')
  return grouped(body + checkCharacter(body))
}

/** A typed code in its printed form, however it was spaced or misread; null when it cannot be one. */
export function normalizeRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== GROUPS * GROUP_LENGTH) return null
  return checkCharacter(code.slice(0, -1)) === code.slice(-1) ? grouped(code) : null
}
