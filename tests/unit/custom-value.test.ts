import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customFieldKindSchema } from '../../shared/model/custom-field'
import { checkCustomValue, maskCustomValue } from '../../shared/rules/custom-value'

const choices = ['S', 'M']

describe('a value of a custom field', () => {
  it.each([
    ['text', ' 会打乒乓球 ', '会打乒乓球'],
    ['number', '1,750.5', '1750.5'],
    ['number', '－３', '-3'],
    ['number', '1.2.3', 'number'],
    ['number', '约170', 'number'],
    ['date', '1990-05', '1990-05'],
    ['date', '1990-13', 'date'],
    ['choice', 'M', 'M'],
    ['choice', 'XL', 'choice'],
    ['yesNo', '是', '是'],
    ['yesNo', '有', 'choice'],
  ] as const)('of kind %s reads %j as %s', (kind, text, expected) => {
    const check = checkCustomValue({ kind, choices }, text)
    expect(check.ok ? check.value : check.fault).toBe(expected)
  })

  it('reads again what it has read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...customFieldKindSchema.options), fc.string({ minLength: 1 }), (kind, text) => {
        const check = checkCustomValue({ kind, choices }, text)
        if (check.ok && check.value !== '') expect(checkCustomValue({ kind, choices }, check.value)).toEqual(check)
      }),
    )
  })

  it('shows nothing of itself where its field is masked, but the ends of a longer text', () => {
    expect(maskCustomValue({ kind: 'text', isMasked: false }, '6222020200112233')).toBe('6222020200112233')
    expect(maskCustomValue({ kind: 'text', isMasked: true }, '6222020200112233')).toBe('6222********2233')
    expect(maskCustomValue({ kind: 'number', isMasked: true }, '175')).toBe('****')
    expect(maskCustomValue({ kind: 'yesNo', isMasked: true }, '是')).toBe('****')
  })
})
