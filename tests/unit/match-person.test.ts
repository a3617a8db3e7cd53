import { describe, expect, it } from 'vitest'
import { memberIdSchema, newId } from '../../shared/model/id'
import { PersonMatcher, type NamedPerson, type RecordedPerson } from '../../shared/rules/dues/match-person'

const person = (name: string, rest: Partial<RecordedPerson> = {}): RecordedPerson => ({
  id: newId(memberIdSchema),
  name,
  staffNumber: null,
  idNumber: null,
  department: null,
  ...rest,
})

const zhang = person('张伟', { staffNumber: '00123', idNumber: '11010519491231002X', department: '机电学院' })
const otherZhang = person('张伟', { staffNumber: '00456', department: '文学院' })
const li = person('李娜', { department: '机电学院' })
const wang = person('王·芳', { staffNumber: 'A07', idNumber: '110105491231002', department: '后勤处' })
const zhao = [person('赵敏', { department: '图书馆' }), person('赵敏', { department: '图书馆' })]
const qian = person('钱进', { department: '第一车间' })

const matcher = new PersonMatcher([
  { name: '机电学院', aliases: ['机电工程学院', '机电'] },
  { name: '文学院', aliases: ['人文'] },
  { name: '历史学院', aliases: ['人文'] },
])
matcher.add([zhang, otherZhang, li, wang, ...zhao, qian])

const row = (name: string | null, rest: Partial<NamedPerson> = {}): NamedPerson => ({
  name,
  staffNumber: null,
  idNumber: null,
  department: null,
  ...rest,
})

const matched = (found: RecordedPerson, by: string) => ({ kind: 'matched', memberId: found.id, by })
const ambiguous = (found: readonly RecordedPerson[], doubt: string) => ({
  kind: 'ambiguous',
  memberIds: found.map(({ id }) => id),
  doubt,
})

describe('matching a row of a sheet with the record', () => {
  it.each([
    ['staff number and name', row('张伟', { staffNumber: '00123' }), matched(zhang, 'staffNumber')],
    [
      'a staff number whose zeros a spreadsheet dropped',
      row('张伟', { staffNumber: '123' }),
      matched(zhang, 'staffNumber'),
    ],
    ['a staff number kept as a number', row('张伟', { staffNumber: '456.0' }), matched(otherZhang, 'staffNumber')],
    ['a staff number alone, as it is written', row(null, { staffNumber: 'a07' }), matched(wang, 'staffNumber')],
    ['a staff number alone, without its zeros', row(null, { staffNumber: '123' }), { kind: 'unknown' }],
    [
      'a staff number of somebody else',
      row('李娜', { staffNumber: '00456' }),
      ambiguous([otherZhang, li], 'otherName'),
    ],
    ['ID number and name', row('张伟', { idNumber: '11010519491231002x' }), matched(zhang, 'idNumber')],
    [
      'ID number and name, though the staff number is another one',
      row('张伟', { idNumber: '11010519491231002X', staffNumber: '999' }),
      matched(zhang, 'idNumber'),
    ],
    [
      'two numbers of two namesakes',
      row('张伟', { idNumber: '11010519491231002X', staffNumber: '00456' }),
      ambiguous([otherZhang, zhang], 'namesakes'),
    ],
    [
      'a staff number, but another ID number than recorded',
      row('张伟', { idNumber: '110101199003070011', staffNumber: '00123' }),
      ambiguous([zhang], 'numbers'),
    ],
    [
      'the ID number of somebody with another name',
      row('周杰', { idNumber: '11010519491231002X' }),
      ambiguous([zhang, wang], 'otherName'),
    ],
    ['15 digits for 18', row('王芳', { idNumber: '11010519491231002X' }), matched(wang, 'idNumber')],
    ['a name with blanks in it', row('张　伟', { staffNumber: '00123' }), matched(zhang, 'staffNumber')],
    ['name and department', row('张伟', { department: '文学院' }), matched(otherZhang, 'department')],
    [
      'name and an alias of the department',
      row('张伟', { department: ' 机电工程学院 ' }),
      matched(zhang, 'department'),
    ],
    ['an alias of two departments', row('张伟', { department: '人文' }), ambiguous([zhang, otherZhang], 'namesakes')],
    [
      'a department that is only like the recorded one',
      row('李娜', { department: '机电学院工会' }),
      ambiguous([li], 'department'),
    ],
    ['numerals of a department', row('钱进', { department: '第1车间' }), matched(qian, 'department')],
    ['the other numeral', row('钱进', { department: '第二车间' }), ambiguous([qian], 'department')],
    ['a name that only one member has', row('李娜'), ambiguous([li], 'department')],
    ['a name of two members', row('张伟'), ambiguous([zhang, otherZhang], 'namesakes')],
    ['two namesakes in one department', row('赵敏', { department: '图书馆' }), ambiguous(zhao, 'namesakes')],
    [
      'name and department of somebody with another staff number',
      row('张伟', { department: '文学院', staffNumber: '789' }),
      ambiguous([zhang, otherZhang], 'numbers'),
    ],
    ['a name nobody has', row('孙悟空', { department: '机电学院' }), { kind: 'unknown' }],
    ['nothing', row(null), { kind: 'unknown' }],
  ])('%s', (_, named, expected) => {
    expect(matcher.match(named)).toEqual(expected)
  })

  it('knows a member by the records merged into it', () => {
    const merged = new PersonMatcher([])
    const survivor = person('陈静', { staffNumber: '8', department: '医院' })
    merged.add([survivor, { ...survivor, name: '陈静静', staffNumber: '9', department: '门诊部' }])
    expect(merged.match(row('陈静静', { staffNumber: '9' }))).toEqual(matched(survivor, 'staffNumber'))
    expect(merged.match(row('陈静', { department: '医院' }))).toEqual(matched(survivor, 'department'))
  })
})
