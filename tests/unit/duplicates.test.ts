import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDateSchema } from '../../shared/model/date'
import { memberIdSchema, newId } from '../../shared/model/id'
import { DuplicateFinder, reasonsFor, type RecordedPerson } from '../../shared/rules/duplicates'

const ID = '11010519491231002X'

function person(about: Partial<Omit<RecordedPerson, 'birthDate'>> & { birthDate?: string } = {}): RecordedPerson {
  const { birthDate, ...rest } = about
  return {
    id: newId(memberIdSchema),
    name: '张伟',
    pinyin: 'zhang wei',
    idNumbers: [],
    phone: null,
    staffNumber: null,
    ...rest,
    birthDate: birthDate === undefined ? null : partialDateSchema.parse(birthDate),
  }
}

const reasons = (one: Parameters<typeof person>[0], other: Parameters<typeof person>[0]) =>
  reasonsFor(person(one), person(other))

describe('two records', () => {
  it.each([
    [
      'one number, 15 digits and 18',
      { idNumbers: [ID] },
      { idNumbers: ['110105491231002'], name: '张卫' },
      ['idNumber'],
    ],
    ['a further document', { idNumbers: [ID, 'E12345678'] }, { idNumbers: ['E12345678'] }, ['idNumber']],
    ['a number with one wrong digit', { idNumbers: [ID] }, { idNumbers: ['11010519491231003X'] }, ['idNumberTypo']],
    [
      'a number with two digits exchanged',
      { idNumbers: [ID] },
      { idNumbers: ['11010519491213002X'] },
      ['idNumberTypo'],
    ],
    ['name and phone', { phone: '13800138000' }, { phone: '13800138000' }, ['nameAndPhone']],
    ['name and staff number', { staffNumber: 'A1' }, { staffNumber: 'A1' }, ['nameAndStaffNumber']],
    ['name and birth as far as known', { birthDate: '1990-05-12' }, { birthDate: '1990' }, ['nameAndBirth']],
    ['sound and birth', { birthDate: '1990-05-12' }, { birthDate: '1990-05-12', name: '章炜' }, ['soundAndBirth']],
    ['sound and phone', { phone: '13800138000' }, { phone: '13800138000', name: '章炜' }, ['soundAndPhone']],
  ] as const)('may be of one person: %s', (_, one, other, expected) => {
    expect(reasons(one, other)).toEqual(expected)
  })

  it.each([
    ['the same name alone', {}, {}],
    ['the same sound and a year', { birthDate: '1990' }, { birthDate: '1990', name: '章炜' }],
    ['another birth', { birthDate: '1990-05' }, { birthDate: '1990-06' }],
    [
      'the same name and birth, but numbers of two persons',
      { birthDate: '1949-12-31', idNumbers: [ID] },
      { birthDate: '1949-12-31', idNumbers: ['440524194912310018'] },
    ],
  ] as const)('are of two persons: %s', (_, one, other) => {
    expect(reasons(one, other)).toEqual([])
  })
})

describe('the finder', () => {
  const anyone = fc.record({
    name: fc.constantFrom('张伟', '章炜', '李娜'),
    idNumbers: fc.subarray([ID, '11010519491231003X', '440524188001010014'], { maxLength: 1 }),
    birthDate: fc.option(fc.constantFrom('1990', '1990-05', '1990-05-12', '1985'), { nil: undefined }),
    phone: fc.option(fc.constantFrom('13800138000', '13900139000'), { nil: null }),
    staffNumber: fc.option(fc.constantFrom('1', '2'), { nil: null }),
  })

  it('finds by its keys what comparing everybody with everybody finds', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 14 }), (people) => {
        const persons = people.map(({ birthDate, ...rest }) =>
          person({
            ...rest,
            pinyin: rest.name === '李娜' ? 'li na' : 'zhang wei',
            ...(birthDate === undefined ? {} : { birthDate }),
          }),
        )
        const finder = new DuplicateFinder()
        for (const one of persons) finder.add(one)
        const found = finder.pairs().map(({ one, other }) => `${one} ${other}`)
        const wanted = persons.flatMap((one) =>
          persons
            .filter((other) => one.id < other.id && reasonsFor(one, other).length > 0)
            .map((other) => `${one.id} ${other.id}`),
        )
        expect([...found].sort()).toEqual(wanted.sort())
      }),
    )
  })
})
