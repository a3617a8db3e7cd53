import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, parseYuan, yuanText } from '../../../renderer/components/yuan'
import { fenSchema } from '../../../shared/model/money'

describe('an amount of money', () => {
  it('is shown in yuan with thousands and two decimals', () => {
    expect(formatYuan(fenSchema.parse(123_450))).toBe('¥1,234.50')
    expect(formatYuan(fenSchema.parse(-5))).toBe('-¥0.05')
  })

  it.each([
    ['3500', 350_000],
    ['3,500.5', 350_050],
    ['３５００．５０', 350_050],
    ['¥12.30元', 1230],
    [' 0.05 ', 5],
  ])('is read from %j', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each(['', 'abc', '1.234', '-5', '1e3', '12..5', '99999999999'])('is not read from %j', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('comes back the same from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        expect(parseYuan(yuanText(fenSchema.parse(fen)))).toBe(fen)
      }),
    )
  })
})
