import { describe, expect, it } from 'vitest'
import { checkIdDocument, type IdType } from '../../shared/rules/id-document'

describe('identity document', () => {
  it.each<[IdType, string]>([
    ['居民身份证', '11010519491231002X'],
    ['港澳居民居住证', '810000199001010019'],
    ['台湾居民居住证', '830000198506150024'],
    ['外国人永久居留身份证', '911840198001010013'],
  ])('%s: checked like a citizen ID and recognised by its number', (type, number) => {
    const expected = { ok: true, number, recognised: type, remarks: [] }
    expect(checkIdDocument(type, number)).toMatchObject(expected)
    expect(checkIdDocument(null, number)).toMatchObject(expected)
    const mistyped = number.slice(0, 16) + (number.charAt(16) === '1' ? '2' : '1') + number.slice(17)
    expect(checkIdDocument(type, mistyped)).toEqual({ ok: false, fault: 'checksum' })
  })

  it.each<[IdType | null, string]>([
    ['外国人永久居留身份证', 'USA110082010035'],
    ['港澳居民来往内地通行证', 'H10293847'],
    ['港澳居民来往内地通行证', 'M2039485701'],
    ['台湾居民来往大陆通行证', '09182736'],
    ['护照', 'TR9081726'],
    ['军官证', '军字第0912345号'],
    ['其他', '浙临字12'],
    [null, 'H10293847'],
    [null, '09182736'],
  ])('%s %s: kept as written', (type, number) => {
    expect(checkIdDocument(type, number)).toMatchObject({ ok: true, number, holder: null, remarks: [] })
  })

  it.each<[IdType | null, string]>([
    ['居民身份证', '1101051949123100'],
    ['居民身份证', 'H10293847'],
    ['港澳居民居住证', '8100001990'],
    [null, '1101051949123100'],
  ])('%s %s: a length that no such document has', (type, number) => {
    expect(checkIdDocument(type, number)).toEqual({ ok: false, fault: 'length' })
  })

  it('remarks on a number of another type of document instead of refusing it', () => {
    expect(checkIdDocument('居民身份证', '810000199001010019')).toMatchObject({
      recognised: '港澳居民居住证',
      remarks: ['typeMismatch'],
    })
    expect(checkIdDocument('护照', '11010519491231002X')).toMatchObject({
      recognised: '居民身份证',
      remarks: ['typeMismatch'],
    })
    expect(checkIdDocument('居民身份证', 'USA110082010035')).toMatchObject({ remarks: ['typeMismatch'] })
  })

  it('does not take the 15 digits of a foreign passport for a wrong citizen ID', () => {
    expect(checkIdDocument('护照', '999999999999999')).toMatchObject({ ok: true, number: '999999999999999' })
  })

  it('remarks on conversion, an unknown province and an unusual shape', () => {
    expect(checkIdDocument('居民身份证', '110105491231002')).toMatchObject({
      number: '11010519491231002X',
      remarks: ['converted'],
    })
    expect(checkIdDocument('居民身份证', '160105491231002')).toMatchObject({
      remarks: ['converted', 'provinceUnknown'],
    })
    expect(checkIdDocument('港澳居民来往内地通行证', 'A123')).toMatchObject({ ok: true, remarks: ['unusualShape'] })
  })
})
