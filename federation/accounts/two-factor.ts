import { Secret, TOTP } from 'otpauth'
import { createHash } from 'node:crypto'
import { toString as drawQr } from 'qrcode'
import { randomLetters } from '../enrolment'

const RECOVERY_CODES = 10
const RECOVERY_LENGTH = 12
const SECRET_BYTES = 20

function totpOf(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period: 30 })
}

/** A new secret for a program that makes two-factor codes, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

export function isTotpSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text)
}

/** The secret as a picture for the phone, SVG. */
export function totpPicture(secret: string, label: string, issuer: string): Promise<string> {
  return drawQr(totpOf(secret, label, issuer).toString(), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
}

/** The step of 30 seconds that a code belongs to when it is right and later than `usedStep`, else null. */
export function stepOfCode(secret: string, typed: string, usedStep: number): number | null {
  const totp = totpOf(secret, '', '')
  const now = Date.now()
  const delta = totp.validate({ token: typed.replaceAll(/\s/g, ''), timestamp: now, window: 1 })
  if (delta === null) return null
  const step = totp.counter({ timestamp: now }) + delta
  return step > usedStep ? step : null
}

export function recoveryHash(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(letters).digest('hex')
}

/** Codes for whoever has lost the phone, each good once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => randomLetters(RECOVERY_LENGTH).replaceAll(/(.{4})(?!$)/g, '$1-'))
}
