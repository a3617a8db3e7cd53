import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheckCharacter, isCreditCode, isUnionCreditCode } from '../../shared/rules/credit-code'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')
const body = fc
  .tuple(
    fc.stringMatching(/^[1-9ANY]$/),
    fc.constantFrom('1', '2', '9'),
    fc.stringMatching(/^\d{6}$/),
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''))

describe('unified social credit code', () => {
  it('accepts the published number of a university union', () => {
    expect(isCreditCode('81330000724538949J')).toBe(true)
    expect(isUnionCreditCode('81330000724538949J')).toBe(true)
  })

  it('accepts every body with its check character and no other character in its place', () => {
    fc.assert(
      fc.property(body, (text) => {
        const right = ALPHABET.filter((last) => isCreditCode(text + last))
        expect(right).toEqual([creditCodeCheckCharacter(text)])
      }),
    )
  })

  it('notices every single mistyped character', () => {
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 30 }), (text, position, shift) => {
        const wrong = ALPHABET[(ALPHABET.indexOf(text.charAt(position)) + shift) % 31] ?? ''
        const mistyped = text.slice(0, position) + wrong + text.slice(position + 1)
        expect(isCreditCode(mistyped + creditCodeCheckCharacter(text))).toBe(false)
      }),
    )
  })

  it.each([
    '',
    '81330000724538949',
    '81330000724538949JJ',
    '8133000072453894OJ',
    '81330000724538949j',
    'I1330000724538949J',
  ])('refuses "%s"', (text) => {
    expect(isCreditCode(text)).toBe(false)
  })

  it('has no check character for anything but 17 characters of its alphabet', () => {
    expect(() => creditCodeCheckCharacter('8133')).toThrow(RangeError)
    expect(() => creditCodeCheckCharacter('81330000724538O49')).toThrow(RangeError)
  })
})
