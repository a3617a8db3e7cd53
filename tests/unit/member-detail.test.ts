import { describe, expect, it } from 'vitest'
import { daySchema, validUntilSchema } from '../../shared/model/date'
import {
  detailDeclarations,
  detailFieldsSchemas,
  detailKindSchema,
  detailPartSchema,
  detailSchema,
  fieldsOfDetail,
} from '../../shared/model/member-detail'
import { detailIssues, maskDetailField, normalisedDetail, validityNotice } from '../../shared/rules/member-detail'

const today = daySchema.parse('2026-11-24')
const issuesOf = (kind: string, fields: Record<string, unknown>) =>
  detailIssues(detailPartSchema.parse({ kind, fields }), today).map(
    ({ field, code, severity }) => `${field} ${code} ${severity}`,
  )

it.each(detailKindSchema.options)('the declaration of %s has the fields of its schema', (kind) => {
  expect(Object.keys(detailDeclarations[kind]).sort()).toEqual(Object.keys(detailFieldsSchemas[kind].shape).sort())
})

describe('the check of a detail', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['identityDocument', { type: '港澳居民居住证', number: '810000199403220019' }, []],
    ['identityDocument', { type: '台湾居民居住证', number: '830000199211120076' }, []],
    ['identityDocument', { type: '外国人永久居留身份证', number: '911840198001010013' }, []],
    ['identityDocument', { type: '外国人永久居留身份证', number: 'USA110123456789' }, []],
    ['identityDocument', { type: '港澳居民居住证', number: '810000199403220018' }, ['number idChecksum error']],
    ['identityDocument', { type: '港澳居民居住证', number: '830000199211120076' }, ['number idTypeMismatch warning']],
    ['identityDocument', { type: '护照', number: 'E1' }, ['number idUnusualShape warning']],
    ['identityDocument', { validFrom: '2024-05', validTo: '2023' }, ['validTo validityReversed error']],
    ['identityDocument', { validFrom: '2024-05', validTo: '2024' }, []],
    ['identityDocument', { validFrom: '2024-05', validTo: '长期' }, []],
    ['relative', { idNumber: '110105194912310021' }, ['idNumber idChecksum error']],
    ['relative', { birthDate: '2027' }, ['birthDate inFuture warning']],
    ['relative', { idNumber: null, birthDate: null }, []],
    ['honour', { awardedOn: '2026-12' }, ['awardedOn inFuture warning']],
    ['honour', { awardedOn: '2026' }, []],
  ])('of %s %j finds %j', (kind, fields, issues) => {
    expect(issuesOf(kind, fields)).toEqual(issues)
  })

  it('keeps ID numbers in their normal form', () => {
    const relative = {
      relation: '父亲',
      name: '张大山',
      birthDate: null,
      idNumber: '110105491231002',
      phone: null,
      employer: null,
      politicalStatus: null,
      isEmergencyContact: false,
      note: null,
    }
    const kept = normalisedDetail(detailSchema.parse({ kind: 'relative', fields: relative }))
    expect(kept.fields).toMatchObject({ idNumber: '11010519491231002X' })
  })
})

describe('the validity of a document', () => {
  it.each([
    [null, null],
    ['长期', null],
    ['2026-11-23', 'expired'],
    ['2026-10', 'expired'],
    ['2026-11-24', 'expiresSoon'],
    ['2026', 'expiresSoon'],
    ['2027-02-22', 'expiresSoon'],
    ['2027-02-23', null],
    ['2028', null],
  ])('until %s is told as %s', (validTo, notice) => {
    expect(validityNotice(validTo === null ? null : validUntilSchema.parse(validTo), today)).toBe(notice)
  })
})

it('masks exactly the fields that are declared so', () => {
  const value = '11010519491231002X'
  for (const kind of detailKindSchema.options) {
    for (const [field, { masked = false }] of fieldsOfDetail(kind)) {
      expect([kind, field, maskDetailField(kind, field, value) !== value]).toEqual([kind, field, masked])
    }
  }
})
