import { describe, expect, it } from 'vitest'
import { fieldGroups } from '../../../renderer/features/members/field-groups'
import { draftOf, emptyDraft, holderOf, readDraft } from '../../../renderer/features/members/member-draft'
import { memberIssueCodes } from '../../../shared/rules/member'
import { daySchema } from '../../../shared/model/date'
import { memberIdSchema, newId } from '../../../shared/model/id'
import { maskedMemberSchema, memberFieldSchema } from '../../../shared/model/member'
import zhCN from '../../../renderer/i18n/zh-CN'

const today = daySchema.parse('2026-11-23')
const valid = { ...emptyDraft, name: '王小明' }

describe('the groups of a member record', () => {
  it('show every field once', () => {
    const shown: string[] = fieldGroups.flatMap(({ fields }) => [...fields])
    expect(shown.sort()).toEqual([...memberFieldSchema.options].sort())
  })
})

describe('what is typed of a member', () => {
  it('is read as the record keeps it', () => {
    const { fields, problems } = readDraft(
      {
        ...valid,
        birthDate: '1990.3.7',
        phone: '138 0000 1234',
        wage: '3,500.5',
        idNumber: ' 11010119900307803x ',
        gender: '男',
        department: '  技术部 ',
      },
      today,
    )
    expect([...problems]).toEqual([])
    expect(fields).toMatchObject({
      name: '王小明',
      birthDate: '1990-03-07',
      phone: '13800001234',
      wage: 350_050,
      idNumber: '11010119900307803X',
      gender: '男',
      department: '技术部',
      email: null,
    })
  })

  it.each([
    ['name', '', 'nameMissing'],
    ['idNumber', '110101199003078031', 'idChecksum'],
    ['phone', '123', 'phoneInvalid'],
    ['birthDate', '1990-13', 'dateUnreadable'],
    ['birthDate', '2030-01-01', 'birthInFuture'],
    ['wage', '三千', 'moneyUnreadable'],
    ['department', 'x'.repeat(201), 'tooLong'],
  ] as const)('is refused where %s is %j', (field, text, code) => {
    const { fields, problems } = readDraft({ ...valid, [field]: text }, today)
    expect(problems.get(field)).toEqual({ code, severity: 'error' })
    expect(fields).toBeNull()
  })

  it('is let in with a warning where the ID number disagrees', () => {
    const { fields, problems } = readDraft({ ...valid, idNumber: '11010119900307803X', gender: '女' }, today)
    expect(problems.get('gender')).toEqual({ code: 'idGenderMismatch', severity: 'warning' })
    expect(fields).not.toBeNull()
  })

  it('has a sentence for every problem', () => {
    expect(memberIssueCodes.filter((code) => !(code in zhCN.members.issue))).toEqual([])
  })

  it('tells what a right ID number says of its holder, and nothing of a wrong one', () => {
    expect(holderOf({ ...valid, idNumber: '11010119900307803X' })?.holder).toEqual({
      birthDate: '1990-03-07',
      gender: '男',
    })
    expect(holderOf({ ...valid, idNumber: '110101199003078031' })).toBeNull()
    expect(holderOf(valid)).toBeNull()
  })
})

describe('a record that is edited', () => {
  it('shows its values as one types them, and nothing of what is masked', () => {
    const fields = Object.fromEntries(memberFieldSchema.options.map((field) => [field, null]))
    const member = maskedMemberSchema.parse({
      ...fields,
      id: newId(memberIdSchema),
      status: 'active',
      name: '王小明',
      wage: 350_050,
      phone: '138****1234',
      joinDate: '2015-09',
    })
    expect(draftOf(member)).toEqual({ ...emptyDraft, name: '王小明', wage: '3500.5', joinDate: '2015-09' })
  })
})
