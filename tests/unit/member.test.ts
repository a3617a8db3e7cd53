import { describe, expect, it } from 'vitest'
import { daySchema, partialDateSchema } from '../../shared/model/date'
import { checkCharacter } from '../../shared/rules/id-number'
import { memberIssues } from '../../shared/rules/member'

const today = daySchema.parse('2026-05-20')
const good = {
  name: '示例甲',
  gender: '女' as const,
  birthDate: partialDateSchema.parse('1949-12-31'),
  idType: '居民身份证' as const,
  idNumber: '11010519491231002X',
  phone: '13800138000',
  joinDate: partialDateSchema.parse('1970'),
}
const issuesOf = (change: Partial<Parameters<typeof memberIssues>[0]>) => memberIssues({ ...good, ...change }, today)

describe("a member's fields together", () => {
  it('are without issues when they agree', () => {
    expect(issuesOf({})).toEqual([])
    expect(issuesOf({ birthDate: partialDateSchema.parse('1949') })).toEqual([])
    expect(
      issuesOf({ gender: null, birthDate: null, idType: null, idNumber: null, phone: null, joinDate: null }),
    ).toEqual([])
  })

  it.each([
    ['nameMissing', 'name', { name: ' ' }],
    ['idLength', 'idNumber', { idNumber: '1101051949' }],
    ['idChecksum', 'idNumber', { idNumber: '110105194912310021' }],
    ['idCharacters', 'idNumber', { idNumber: '11010519491231OO2X' }],
    [
      'idDate',
      'idNumber',
      { idNumber: '11010519900231001' + checkCharacter('11010519900231001'), birthDate: null, gender: null },
    ],
    ['birthInFuture', 'birthDate', { birthDate: partialDateSchema.parse('2027'), idNumber: null, joinDate: null }],
    ['phoneInvalid', 'phone', { phone: '12345' }],
  ])('are refused with %s', (code, field, change) => {
    expect(issuesOf(change)).toEqual([{ field, code, severity: 'error' }])
  })

  it.each([
    ['idBirthMismatch', 'birthDate', { birthDate: partialDateSchema.parse('1949-12-30') }],
    ['idGenderMismatch', 'gender', { gender: '男' as const }],
    ['idTypeMismatch', 'idType', { idType: '护照' as const }],
    ['idConverted', 'idNumber', { idNumber: '110105491231002' }],
    ['birthTooYoung', 'birthDate', { birthDate: partialDateSchema.parse('2011-01'), idNumber: null, joinDate: null }],
    ['joinedInFuture', 'joinDate', { joinDate: partialDateSchema.parse('2026-06') }],
    ['joinedBeforeBirth', 'joinDate', { joinDate: partialDateSchema.parse('1948') }],
  ])('raise the question %s', (code, field, change) => {
    expect(issuesOf(change)).toEqual([{ field, code, severity: 'warning' }])
  })
})
