import { describe, expect, it } from 'vitest'
import { isMobile, isMobileOrLandline, normalisePhone } from '../../shared/rules/phone'

describe('phone number', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['＋８６１３８００１３８０００', '13800138000'],
    ['１３８００１３８０００\u3000', '13800138000'],
    ['138–0013–8000', '13800138000'],
    ['0571-8888 6666', '0571-88886666'],
    ['+86-0571-88886666-801', '0571-88886666-801'],
  ])('is kept without blanks, hyphens and country code: %s', (text, kept) => {
    expect(normalisePhone(text)).toBe(kept)
    expect(isMobileOrLandline(kept)).toBe(true)
  })

  it.each(['12645074790', '191420513889', '8613800138000', '88886666', '13800138000/13900139000', '无'])(
    'is not made of what is none: %s',
    (text) => {
      expect(isMobileOrLandline(normalisePhone(text))).toBe(false)
    },
  )

  it('tells mobile numbers from landlines', () => {
    expect(isMobile('19912345678')).toBe(true)
    expect(isMobile('0571-88886666')).toBe(false)
  })
})
