import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema, type Day } from '../../shared/model/date'
import { addDays, daysBetween } from '../../shared/rules/date'
import { contractState } from '../../shared/rules/officers/contracts'
import { termName } from '../../shared/rules/officers/names'
import { delegateBand, ruleOn, shareOut, structureHints } from '../../shared/rules/officers/rules'
import { committeeState, electionDueOn, endOfTerm, sameDayAfter } from '../../shared/rules/officers/terms'
import { countProblems, hasQuorum, votesNeeded } from '../../shared/rules/officers/votes'

const day = (text: string) => daySchema.parse(text)

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count): Day => addDays(day('1990-01-01'), count))

describe('the end of a term', () => {
  it.each([
    ['2021-03-15', 5, '2026-03-15'],
    ['2021-12-31', 3, '2024-12-31'],
    ['2020-02-29', 5, '2025-02-28'],
    ['2020-02-29', 4, '2024-02-29'],
    ['2023-02-28', 5, '2028-02-28'],
  ])('of a committee elected on %s for %i years is %s', (electedOn, years, end) => {
    expect(endOfTerm({ electedOn: day(electedOn), years })).toBe(end)
  })

  it.each([
    ['2026-08-31', -6, '2026-02-28'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2026-03-30', -3, '2025-12-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(sameDayAfter(day(from), months)).toBe(expected)
  })

  it('never leaves the month that it means', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (from, months) => {
        const later = sameDayAfter(from, months)
        const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
        expect(Number(later.slice(0, 4)) * 12 + Number(later.slice(5, 7)) - 1).toBe(month)
        expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
        // Only where the month is too short for it is it another day of the month.
        if (later.slice(8) !== from.slice(8)) expect(addDays(later, 1).slice(8)).toBe('01')
      }),
    )
  })
})

describe('reminders of an election', () => {
  const committee = { electedOn: day('2021-08-31'), years: 5, postponedTo: null, endedOn: null }

  it.each([
    ['2026-02-27', 'standing'],
    ['2026-02-28', 'due6'],
    ['2026-05-30', 'due6'],
    ['2026-05-31', 'due3'],
    ['2026-08-31', 'due3'],
    ['2026-09-01', 'overdue'],
  ])('on %s it is %s', (today, state) => {
    expect(committeeState(committee, day(today))).toBe(state)
  })

  it('follow the day to which the unions above put it off', () => {
    const postponed = { ...committee, postponedTo: day('2027-02-28') }
    expect(electionDueOn(postponed)).toBe('2027-02-28')
    expect(committeeState(postponed, day('2026-09-01'))).toBe('due6')
    expect(committeeState(postponed, day('2026-08-27'))).toBe('standing')
  })

  it('stop when it ended, and do not begin before it was elected', () => {
    const ended = { ...committee, endedOn: day('2026-08-20') }
    expect(committeeState(ended, day('2026-08-19'))).toBe('due3')
    expect(committeeState(ended, day('2026-08-20'))).toBe('ended')
    expect(committeeState({ ...committee, electedOn: null }, day('2030-01-01'))).toBe('preparing')
  })

  it('come in one order as time goes by', () => {
    const order = ['standing', 'due6', 'due3', 'overdue']
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 3, max: 5 }),
        fc.integer({ min: 0, max: 3000 }),
        (electedOn, years, later) => {
          const one = { electedOn, years, postponedTo: null, endedOn: null }
          const places = [later, later + 1].map((count) =>
            order.indexOf(committeeState(one, addDays(electedOn, count))),
          )
          expect(places[0]).toBeGreaterThanOrEqual(0)
          expect(places[1]).toBeGreaterThanOrEqual(places[0] ?? 0)
          const reminded = order.indexOf('due6') <= (places[0] ?? 0)
          const left = daysBetween(addDays(electedOn, later), endOfTerm({ electedOn, years }))
          if (reminded) expect(left).toBeLessThanOrEqual(184)
          else expect(left).toBeGreaterThan(180)
        },
      ),
    )
  })
})

describe('how many delegates', () => {
  it.each([
    [99, null],
    [100, [30, 40]],
    [200, [30, 40]],
    [201, [40, 60]],
    [1000, [40, 60]],
    [1001, [60, 90]],
    [5000, [60, 90]],
    [5001, [90, 130]],
    [10_000, [90, 130]],
    [10_001, [130, 180]],
    [50_000, [130, 180]],
    [50_001, [180, 240]],
  ])('%i members have %j', (members, expected) => {
    const band = delegateBand(members)
    expect(band === null ? null : [band.least, band.most]).toEqual(expected)
  })

  it('are shared out among units by their members', () => {
    expect(shareOut(40, [100, 50, 10])).toEqual([25, 13, 2])
    expect(shareOut(10, [100, 1, 0])).toEqual([9, 1, 0])
    expect(shareOut(1, [5, 5])).toEqual([1, 0])
    expect(shareOut(30, [])).toEqual([])
  })

  it('add up, and no unit of more members gets fewer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 30 }),
        (total, members) => {
          const shares = shareOut(total, members)
          const all = members.reduce((sum, count) => sum + count, 0)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(all === 0 ? 0 : total)
          members.forEach((count, place) => {
            if (count === 0) expect(shares[place]).toBe(0)
            members.forEach((other, otherPlace) => {
              if (count > other) expect(shares[place]).toBeGreaterThanOrEqual((shares[otherPlace] ?? 0) - 1)
            })
          })
        },
      ),
    )
  })
})

describe('what the rules ask of a branch', () => {
  const hints = (members: number, women: number, staff: number | null) =>
    Object.fromEntries(
      structureHints({ members, women, staff }, day('2026-05-20')).map(({ key, isReached, band }) => [
        key,
        band === null ? isReached : [band.least, band.most],
      ]),
    )

  it.each([
    [24, 9, 199, { committeeMembers: false, congress: false, womensCommittee: false, fullTimeChair: false }],
    [25, 10, 200, { committeeMembers: true, congress: false, womensCommittee: true, fullTimeChair: true }],
    [
      100,
      0,
      null,
      {
        committeeMembers: true,
        congress: true,
        delegates: [30, 40],
        womensCommittee: false,
        fullTimeChair: false,
      },
    ],
  ])('of %i members, %i women, %j staff', (members, women, staff, expected) => {
    expect(hints(members, women, staff)).toEqual(expected)
  })

  it('name their source', () => {
    const named = structureHints({ members: 300, women: 30, staff: 500 }, day('2026-05-20'))
    expect(named).toHaveLength(5)
    expect(named.every(({ source }) => source.includes('《'))).toBe(true)
    expect(ruleOn('usualTerm', day('2026-05-20')).number).toBe(5)
  })
})

describe('counts of a vote', () => {
  const counts = (
    expected: number | null,
    present: number | null,
    issued: number | null,
    returned: number | null,
    valid: number | null,
  ) => ({
    expected,
    present,
    issued,
    returned,
    valid,
  })

  it.each([
    [counts(100, 90, 90, 88, 85), []],
    [counts(null, null, null, null, null), []],
    [counts(100, 101, 90, 88, 85), [{ count: 'present', exceeds: 'expected' }]],
    [counts(100, 90, 91, 88, 85), [{ count: 'issued', exceeds: 'present' }]],
    [counts(100, 90, 90, 91, 85), [{ count: 'returned', exceeds: 'issued' }]],
    [counts(100, 90, 90, 88, 89), [{ count: 'valid', exceeds: 'returned' }]],
    [counts(100, null, null, null, 101), [{ count: 'valid', exceeds: 'expected' }]],
  ])('%j', (given, expected) => {
    expect(countProblems(given)).toEqual(expected)
  })

  it('are sound exactly when each known one is no more than every known one before it', () => {
    const count = fc.option(fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), (given) => {
        const known = given.filter((value) => value !== null)
        const isSound = known.every((value, place) => known.slice(0, place).every((before) => before >= value))
        expect(countProblems(counts(...given)).length === 0).toBe(isSound)
      }),
    )
  })

  it.each([
    [90, 60, true],
    [90, 59, false],
    [100, 67, true],
    [100, 66, false],
    [1, 0, false],
    [null, 50, null],
  ])('of %j expected %j are a quorum: %j', (expected, present, answer) => {
    expect(hasQuorum({ expected, present }, day('2026-05-20'))).toBe(answer)
  })

  it.each([
    [100, 51],
    [101, 51],
    [1, 1],
    [null, null],
  ])('of %j entitled it takes %j', (expected, needed) => {
    expect(votesNeeded(expected, day('2026-05-20'))).toBe(needed)
  })
})

it.each([
  ['2026-05-19', 'coming'],
  ['2026-05-20', 'valid'],
  ['2026-10-31', 'valid'],
  ['2026-11-01', 'ending'],
  ['2026-12-31', 'ending'],
  ['2027-01-01', 'ended'],
])('a contract until the end of 2026 is on %s %s', (today, state) => {
  const contract = { validFrom: day('2026-05-20'), validUntil: day('2026-12-31') }
  expect(contractState(contract, day(today))).toBe(state)
})

it.each([
  [1, '第一届'],
  [10, '第十届'],
  [12, '第十二届'],
  [20, '第二十届'],
  [21, '第二十一届'],
])('term %i is called %s', (term, name) => {
  expect(termName(term)).toBe(name)
})
