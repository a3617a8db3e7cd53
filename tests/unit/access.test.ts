import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterWrongAttempt,
  allowAttempt,
  noAttempts,
  onTheClock,
  waitSeconds,
} from '../../electron/backend/access/attempts'
import { newRecoveryCode, normalizeRecoveryCode } from '../../electron/backend/access/recovery-code'

const start = new Date('2026-03-02T08:00:00.000Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function wrongAttempts(count: number) {
  return Array.from({ length: count }).reduce<typeof noAttempts>(
    (attempts) => afterWrongAttempt(attempts, start),
    noAttempts,
  )
}

describe('wrong attempts', () => {
  it('cost nothing up to the fourth, then a wait that doubles to a quarter of an hour', () => {
    const waits = [0, 4, 5, 6, 7, 8, 9, 10, 11, 60].map((count) => waitSeconds(wrongAttempts(count), start))
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  it('are allowed again when the wait is over and not a second sooner', () => {
    const attempts = wrongAttempts(5)
    expect(() => allowAttempt(attempts, later(29.9))).toThrow(expect.objectContaining({ data: { seconds: 1 } }))
    expect(() => allowAttempt(attempts, later(30))).not.toThrow()
  })

  it('make nobody wait longer than said, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -1e9, max: 1e9 }), (count, seconds) => {
        const attempts = onTheClock(wrongAttempts(count), later(seconds))
        expect(waitSeconds(attempts, later(seconds))).toBeLessThanOrEqual(waitSeconds(wrongAttempts(count), start))
      }),
    )
  })
})

describe('a recovery code', () => {
  it('is read however it is spaced, in small or full-width letters, with O for 0 and I or L for 1', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newRecoveryCode()
      const typed = code
        .replaceAll('-', round % 2 === 0 ? ' ' : '')
        .replaceAll('0', 'O')
        .replaceAll('1', round % 3 === 0 ? 'I' : 'l')
      expect(normalizeRecoveryCode(typed.toLowerCase())).toBe(code)
      const fullWidth = Array.from(code, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
      expect(normalizeRecoveryCode(fullWidth.join(''))).toBe(code)
    }
  })

  it('is never the same twice', () => {
    const codes = Array.from({ length: 500 }, () => newRecoveryCode())
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('that misses a character is told, and one with a wrong character nearly always', () => {
    let told = 0
    const rounds = 2000
    for (let round = 0; round < rounds; round += 1) {
      const code = newRecoveryCode()
      expect(normalizeRecoveryCode(code.slice(1))).toBeNull()
      const wrong = code.startsWith('7') ? '8' : '7'
      if (normalizeRecoveryCode(wrong + code.slice(1)) === null) told += 1
    }
    // One character of 32 lets one slip in 32 pass.
    expect(told / rounds).toBeGreaterThan(0.93)
  })
})
