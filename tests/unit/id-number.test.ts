import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacter } from '../../shared/rules/id-number'

describe('ID number', () => {
  it.each(['11010519491231002X', '440524188001010014', '110101190001010014', '810000199001010019'])(
    'has the published check character: %s',
    (number) => {
      expect(checkCharacter(number.slice(0, 17))).toBe(number.slice(17))
    },
  )

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
})
