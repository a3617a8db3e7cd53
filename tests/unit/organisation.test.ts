import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, partialDateSchema, type Day } from '../../shared/model/date'
import { newId, unitIdSchema } from '../../shared/model/id'
import { membershipEventTypeSchema } from '../../shared/model/membership'
import { addDays } from '../../shared/rules/date'
import { statusAfter } from '../../shared/rules/membership-status'
import { standingsOn, wasHeldOn, type DatedEvent } from '../../shared/rules/organisation/as-of'
import { areSimilar, groupSpellings, spellingKey } from '../../shared/rules/organisation/spelling'
import { unitFinder } from '../../shared/rules/organisation/units'

const day = (text: string) => daySchema.parse(text)
const date = (text: string) => partialDateSchema.parse(text)

describe('spellings of a department', () => {
  it.each([
    ['一车间', '1车间'],
    ['一车间', ' 1 车间　'],
    ['第十二车间（东）', '第12车间(东)'],
    ['二十车间', '20车间'],
    ['Ａ区', 'a区'],
  ])('%s and %s say the same', (one, other) => {
    expect(spellingKey(one)).toBe(spellingKey(other))
  })

  it.each([
    ['一车间', '二车间'],
    ['一车间', '十一车间'],
    ['技术部', '行政部'],
  ])('%s and %s do not', (one, other) => {
    expect(spellingKey(one)).not.toBe(spellingKey(other))
  })

  it.each([
    ['机加工车间', '机加车间', true],
    ['财务', '财务部', true],
    ['装配车间', '装备车间', true],
    ['东区车间', '西区车间', false],
    ['一车间', '二车间', false],
    ['技术部', '技术一部', false],
    ['A班工人', 'B班工人', false],
    ['人事部', '人力部', false],
    ['机加工车间', '机加工车间', false],
  ])('%s and %s: a slip of the pen is %s', (one, other, expected) => {
    expect(areSimilar(one, other)).toBe(expected)
    expect(areSimilar(other, one)).toBe(expected)
  })

  it('are put together, the most used first', () => {
    expect(
      groupSpellings([
        { text: '1车间', count: 3 },
        { text: '质检部', count: 20 },
        { text: '一车间', count: 30 },
        { text: '一车间 ', count: 1 },
      ]),
    ).toEqual([
      {
        name: '一车间',
        spellings: [
          { text: '一车间', count: 30 },
          { text: '1车间', count: 3 },
          { text: '一车间 ', count: 1 },
        ],
      },
      { name: '质检部', spellings: [{ text: '质检部', count: 20 }] },
    ])
  })

  it('are each in exactly one group, and nobody is lost', () => {
    const spelling = fc.record({
      text: fc.string({
        unit: fc.constantFrom('一', '二', '十', '1', '２', '车', '间', '部', ' ', '（', '第'),
        minLength: 1,
        maxLength: 6,
      }),
      count: fc.nat(50),
    })
    const spellings = fc.uniqueArray(spelling, { selector: ({ text }) => text })
    fc.assert(
      fc.property(spellings, (counted) => {
        const grouped = groupSpellings(counted).flatMap((group) => group.spellings)
        expect(grouped.toSorted((a, b) => (a.text < b.text ? -1 : 1))).toEqual(
          counted.toSorted((a, b) => (a.text < b.text ? -1 : 1)),
        )
      }),
    )
  })
})

const branch = (name: string) => ({ id: newId(unitIdSchema), parentId: null, name })

describe('the unit of a member', () => {
  const one = branch('一车间')
  const group = { ...branch('第一小组'), parentId: one.id }
  const unitOf = unitFinder([one, branch('二车间'), group])

  it('is the group that department and group name together, else the department', () => {
    expect(unitOf('一车间', '第一小组')).toBe(group)
    expect(unitOf('一车间', '第九小组')).toBe(one)
    expect(unitOf('一车间', null)).toBe(one)
    expect(unitOf('二车间', '第一小组')?.name).toBe('二车间')
  })

  it('is none without a department of the tree', () => {
    expect(unitOf(null, '第一小组')).toBeNull()
    expect(unitOf('1车间', '第一小组')).toBeNull()
  })
})

const start = day('2019-01-01')
const someDay = fc.nat(2200).map((days) => addDays(start, days))
const someType = fc.constantFrom(...membershipEventTypeSchema.options)

/** What really happened, and what of it was written down: as precise a date as was known. */
const lives = fc
  .array(fc.record({ type: someType, on: someDay, known: fc.constantFrom(0, 4, 7, 10), late: fc.nat(900) }), {
    maxLength: 6,
  })
  .map((happened) => happened.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))

function written({ type, on, known, late }: { type: DatedEvent['type']; on: Day; known: number; late: number }) {
  return { type, date: known === 0 ? null : date(on.slice(0, known)), recordedOn: addDays(on, late) }
}

describe('the standing on a past day', () => {
  it.each<[string, [DatedEvent['type'], string | null][], string, (string | null)[]]>([
    ['before the first event', [['admission', '2020-05-17']], '2020-05-16', [null]],
    ['on the day of the event', [['admission', '2020-05-17']], '2020-05-17', ['active']],
    ['within a month that is all that is known', [['admission', '2020-02']], '2020-02-10', [null, 'active']],
    ['at the end of that month', [['admission', '2020-02']], '2020-02-29', ['active']],
    ['within the year', [['admission', '2020']], '2020-12-30', [null, 'active']],
    ['without a date, before it was recorded', [['admission', null]], '2020-01-01', [null, 'active']],
    ['without a date, once it was recorded', [['admission', null]], '2025-06-01', ['active']],
    [
      'between two events',
      [
        ['admission', '2010'],
        ['keeping', '2023-03-01'],
      ],
      '2023-02-28',
      ['active'],
    ],
    [
      'whatever the order of recording',
      [
        ['transferOut', '2023-03-01'],
        ['admission', '2010-01-05'],
      ],
      '2024-01-01',
      ['transferred'],
    ],
    [
      'of one who came and went in the same year',
      [
        ['admission', '2020'],
        ['transferOut', '2020'],
      ],
      '2020-06-01',
      [null, 'active', 'transferred'],
    ],
  ])('%s', (_, events, on, expected) => {
    const recorded = events.map(([type, text]) => ({
      type,
      date: text === null ? null : date(text),
      recordedOn: day('2025-06-01'),
    }))
    expect(standingsOn(recorded, day(on))).toEqual(expected)
  })

  it('is always among those that are possible', () => {
    fc.assert(
      fc.property(lives, someDay, (happened, on) => {
        const last = happened.findLast((event) => event.on <= on)
        const real = last === undefined ? null : statusAfter[last.type]
        expect(standingsOn(happened.map(written), on)).toContain(real)
      }),
    )
  })

  it('is certain when every date is whole, in whatever order they were recorded', () => {
    const shuffled = lives.chain((happened) => fc.shuffledSubarray(happened, { minLength: happened.length }))
    fc.assert(
      fc.property(shuffled, someDay, (recorded, on) => {
        const begun = recorded.filter((event) => event.on <= on)
        const latest = begun.reduce<(typeof begun)[number] | null>(
          (found, event) => (found === null || event.on >= found.on ? event : found),
          null,
        )
        const whole = recorded.map((event) => written({ ...event, known: 10 }))
        expect(standingsOn(whole, on)).toEqual([latest === null ? null : statusAfter[latest.type]])
      }),
    )
  })
})

describe('a post on a past day', () => {
  const today = day('2026-06-01')
  it.each([
    ['2020-03-01', '2023-03-01', '2020-02-29', 'no'],
    ['2020-03-01', '2023-03-01', '2020-03-01', 'yes'],
    ['2020-03-01', '2023-03-01', '2023-03-01', 'yes'],
    ['2020-03-01', '2023-03-01', '2023-03-02', 'no'],
    ['2020', '2023', '2020-06-01', 'unsure'],
    ['2020', '2023', '2020-12-31', 'yes'],
    ['2020', '2023', '2023-01-02', 'unsure'],
    ['2020', null, '2026-06-01', 'yes'],
    [null, null, '2010-01-01', 'unsure'],
    [null, null, '2026-06-01', 'yes'],
    [null, '2020', '2021-01-01', 'no'],
  ])('from %s to %s on %s: %s', (from, to, on, expected) => {
    const post = { heldFrom: from === null ? null : date(from), heldTo: to === null ? null : date(to) }
    expect(wasHeldOn(post, day(on), today)).toBe(expected)
  })
})
