import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberFieldDeclarations, memberFieldSchema } from '../../shared/model/member'
import { maskField, maskIdNumber, maskPhone } from '../../shared/rules/mask'

describe('masking', () => {
  it('shows region and tail of an ID number, beginning and tail of a phone number', () => {
    expect(maskIdNumber('110101199001011234')).toBe('110101********1234')
    expect(maskPhone('13800001234')).toBe('138****1234')
    expect(maskPhone('0571-88886666')).toBe('057******6666')
  })

  it('hides at least half of any other document and all of a very short one', () => {
    expect(maskIdNumber('H10293847')).toBe('H1*****47')
    expect(maskIdNumber('A1')).toBe('**')
    expect(maskIdNumber('')).toBe('')
  })

  it('keeps the length and never the whole of a text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z-]{1,40}$/), (text) => {
        for (const masked of [maskIdNumber(text), maskPhone(text)]) {
          expect(masked).toHaveLength(text.length)
          expect(masked.replace(/[^*]/g, '').length).toBeGreaterThanOrEqual(Math.min(4, Math.ceil(text.length / 2)))
        }
      }),
    )
  })

  it.each(memberFieldSchema.options)('leaves %s in clear only where its declaration says so', (field) => {
    const value = '110101199001011234'
    expect(maskField(field, value) === value).toBe(!memberFieldDeclarations[field].masked)
  })
})
