import { describe, expect, it } from 'vitest'
import { draftOfDetail, readDetailDraft } from '../../../renderer/features/members/details/detail-draft'
import { fittingSize } from '../../../renderer/features/members/photo/scale-photo'
import { readCustomDraft } from '../../../renderer/features/members/custom-fields/custom-draft'
import zhCN from '../../../renderer/i18n/zh-CN'
import { customFieldSchema } from '../../../shared/model/custom-field'
import { daySchema } from '../../../shared/model/date'
import { changeIdSchema, customFieldIdSchema, newId } from '../../../shared/model/id'
import { detailDeclarations, detailKindSchema, detailSchema } from '../../../shared/model/member-detail'

const today = daySchema.parse('2026-11-24')
const nothing: ReadonlySet<string> = new Set()

describe('what is typed of a detail', () => {
  it('is read as the record keeps it', () => {
    const draft = {
      ...draftOfDetail('relative', null),
      relation: ' 配偶 ',
      name: '李静',
      birthDate: '1990.3.7',
      phone: '139 0000 1111',
      isEmergencyContact: 'yes',
    }
    const { part, problems } = readDetailDraft('relative', draft, nothing, today)
    expect([...problems]).toEqual([])
    expect(detailSchema.parse(part)).toEqual({
      kind: 'relative',
      fields: {
        relation: '配偶',
        name: '李静',
        birthDate: '1990-03-07',
        idNumber: null,
        phone: '13900001111',
        employer: null,
        politicalStatus: null,
        isEmergencyContact: true,
        note: null,
      },
    })
  })

  it.each([
    ['identityDocument', 'type', '', 'required'],
    ['identityDocument', 'number', '110105194912310021', 'idChecksum'],
    ['identityDocument', 'validTo', '十年', 'dateUnreadable'],
    ['identityDocument', 'validTo', '2001', 'validityReversed'],
    ['identityDocument', 'number', 'x'.repeat(41), 'tooLong'],
    ['relative', 'phone', '12345', 'phoneInvalid'],
    ['honour', 'title', '', 'required'],
  ] as const)('is refused where %s.%s is %j', (kind, field, text, code) => {
    const valid = {
      identityDocument: { type: '其他', number: 'A12345', validFrom: '2010' },
      relative: { relation: '父亲', name: '张大山' },
      honour: { title: '先进工作者', level: '本单位' },
    }[kind]
    const draft = { ...draftOfDetail(kind, null), ...valid }
    expect(readDetailDraft(kind, draft, nothing, today).part).not.toBeNull()
    // A number like a citizen ID is judged as one where no type is stated that it could be instead.
    const type = code === 'idChecksum' ? { type: '居民身份证' } : {}
    const read = readDetailDraft(kind, { ...draft, ...type, [field]: text }, nothing, today)
    expect(read.part).toBeNull()
    expect(read.problems.get(field)).toEqual({ code, severity: 'error' })
  })

  it('leaves masked fields that are kept out of what is changed', () => {
    const values = { type: '护照', number: 'E1*****78', validFrom: null, validTo: '长期', note: null }
    const draft = draftOfDetail('identityDocument', values)
    expect(draft).toMatchObject({ type: '护照', number: '', validTo: '长期' })
    const { part } = readDetailDraft('identityDocument', draft, new Set(['number']), today)
    expect(part?.fields).toEqual({ type: '护照', validFrom: null, validTo: '长期', note: null })
  })
})

it('every field of a detail has its name in the texts', () => {
  for (const kind of detailKindSchema.options) {
    expect(Object.keys(zhCN.fields.detail[kind]).sort()).toEqual(Object.keys(detailDeclarations[kind]).sort())
  }
})

describe('what is typed into custom fields', () => {
  const field = (kind: string, isMasked = false) =>
    customFieldSchema.parse({
      id: newId(customFieldIdSchema),
      name: kind,
      kind,
      choices: ['S', 'M'],
      isMasked,
      isRetired: false,
      codeList: null,
    })
  const [size, height, card] = [field('choice'), field('number'), field('text', true)]
  const fields = [size, height, card]
  const version = newId(changeIdSchema)
  const recorded = [
    { fieldId: size.id, value: 'S', version },
    { fieldId: card.id, value: '62**45', version },
  ]

  it('is what differs from the record, a masked value whatever was typed', () => {
    const draft = new Map([
      [size.id, 'S'],
      [height.id, ' 1,750 '],
      [card.id, ''],
    ])
    expect(readCustomDraft(fields, recorded, draft).values).toEqual([
      { fieldId: height.id, value: '1750', version: null },
      { fieldId: card.id, value: null, version },
    ])
    expect(readCustomDraft(fields, recorded, new Map([[size.id, '']])).values).toEqual([
      { fieldId: size.id, value: null, version },
    ])
  })

  it('is refused where it does not fit its field', () => {
    const { values, faults } = readCustomDraft(fields, recorded, new Map([[height.id, '很高']]))
    expect(values).toBeNull()
    expect([...faults]).toEqual([[height.id, 'number']])
  })
})

it.each([
  [
    { width: 4000, height: 3000 },
    { width: 480, height: 360 },
  ],
  [
    { width: 900, height: 1300 },
    { width: 443, height: 640 },
  ],
  [
    { width: 200, height: 300 },
    { width: 200, height: 300 },
  ],
  [
    { width: 5000, height: 1 },
    { width: 480, height: 1 },
  ],
])('a picture of %o fits as %o', (size, fitting) => {
  expect(fittingSize(size)).toEqual(fitting)
})
