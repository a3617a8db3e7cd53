import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkCharacter,
  convertFirstGeneration,
  isKnownProvince,
  normaliseIdNumber,
  parseIdNumber,
} from '../../shared/rules/id-number'

const birthDays = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const seventeenDigits = fc
  .record({ region: fc.stringMatching(/^[1-8]\d{5}$/), day: birthDays, sequence: fc.stringMatching(/^\d{3}$/) })
  .map(({ region, day, sequence }) => ({ digits: region + day.replaceAll('-', '') + sequence, day, sequence }))

describe('ID number', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '110101190001010014',
    '810000199001010019',
    '911840198001010013',
  ])('has the published check character: %s', (number) => {
    expect(checkCharacter(number.slice(0, 17))).toBe(number.slice(17))
    expect(parseIdNumber(number)).toMatchObject({ ok: true, id: { number, converted: false } })
  })

  it('notices every single mistyped digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{17}$/),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (digits, position, shift) => {
          const wrong = String((Number(digits[position]) + shift) % 10)
          const mistyped = digits.slice(0, position) + wrong + digits.slice(position + 1)
          expect(checkCharacter(mistyped)).not.toBe(checkCharacter(digits))
        },
      ),
    )
  })

  it('notices two neighbouring digits changed about', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), fc.nat(15), (digits, position) => {
        const [left, right] = [digits.charAt(position), digits.charAt(position + 1)]
        fc.pre(left !== right)
        const swapped = digits.slice(0, position) + right + left + digits.slice(position + 2)
        expect(checkCharacter(swapped)).not.toBe(checkCharacter(digits))
      }),
    )
  })

  it('gives birth date, gender and region of every well-formed number', () => {
    fc.assert(
      fc.property(seventeenDigits, ({ digits, day, sequence }) => {
        expect(parseIdNumber(digits + checkCharacter(digits))).toEqual({
          ok: true,
          id: {
            number: digits + checkCharacter(digits),
            region: digits.slice(0, 6),
            birthDate: day,
            gender: Number(sequence) % 2 === 1 ? '男' : '女',
            converted: false,
          },
        })
      }),
    )
  })

  it('refuses a number whose check character is any other', () => {
    fc.assert(
      fc.property(seventeenDigits, fc.stringMatching(/^[\dX]$/), ({ digits }, last) => {
        fc.pre(last !== checkCharacter(digits))
        expect(parseIdNumber(digits + last)).toEqual({ ok: false, fault: 'checksum' })
      }),
    )
  })

  it('converts 15 digits to the 18 of the same person', () => {
    expect(convertFirstGeneration('110105491231002')).toBe('11010519491231002X')
    expect(parseIdNumber('110105491231002')).toMatchObject({
      ok: true,
      id: { number: '11010519491231002X', birthDate: '1949-12-31', gender: '女', converted: true },
    })
  })

  it.each([
    ['', 'length'],
    ['1101051949123100', 'length'],
    ['11010519491231002XX', 'length'],
    ['1101051949123100AX', 'characters'],
    ['X1010519491231002X', 'characters'],
    ['110105491231A02', 'characters'],
  ])('says what is wrong with "%s": %s', (text, fault) => {
    expect(parseIdNumber(text)).toEqual({ ok: false, fault })
  })

  it.each(['11010519900231001', '11010519901301001', '11010519900100001', '11010500010101001'])(
    'tells a day that does not exist from a wrong check character: %s',
    (digits) => {
      expect(parseIdNumber(digits + checkCharacter(digits))).toEqual({ ok: false, fault: 'date' })
    },
  )

  it('is kept half-width, upper case and without blanks', () => {
    expect(normaliseIdNumber(' １１０１０５ 19491231\u00a0002ｘ\t')).toBe('11010519491231002X')
  })

  it('knows the provinces but no county', () => {
    expect(['110000', '659999', '830000', '719999'].every(isKnownProvince)).toBe(true)
    expect(['100000', '160000', '470000', '990000'].some(isKnownProvince)).toBe(false)
  })
})
