import { describe, expect, it } from 'vitest'
import { daySchema, monthSchema } from '../../shared/model/date'
import {
  birthdaysWithoutGift,
  groupsUnreached,
  newcomersUnreached,
  neverSignedUp,
  overdueRequests,
  recordsToMend,
  sexGap,
  staysAway,
  typeInDemand,
} from '../../shared/rules/insights/suggestions'
import type { TypeFigures } from '../../shared/rules/insights/participation'

const period = { from: monthSchema.parse('2025-07'), until: monthSchema.parse('2026-06') }
const today = daySchema.parse('2026-06-10')
const group = (value: string, members: number, came: number) => ({
  value,
  members,
  came,
  signedUp: came,
  attendances: came,
})
const held = (type: TypeFigures['type'], activities: number, attendances: number, missed = 0): TypeFigures => ({
  type,
  activities,
  came: attendances,
  attendances,
  missed,
  cost: 0,
  costKnown: 0,
  attendancesWithCost: 0,
})

describe('the conditions of suggestions', () => {
  it('a group is named from ten people, five not reached, and a share far above that of all', () => {
    const all = group('', 100, 70)
    const named = (members: number, came: number) =>
      groupsUnreached('department', [group('二车间', members, came)], all, period).length
    expect(named(10, 5)).toBe(1)
    expect(named(9, 3)).toBe(0)
    expect(named(10, 6)).toBe(0)
    expect(named(20, 12)).toBe(0)
    expect(groupsUnreached('ageBand', [group('unknown', 50, 0)], all, period)).toEqual([])
    expect(groupsUnreached('department', [group('二车间', 100, 0)], group('', 100, 0), period)).toEqual([])
  })

  it('newcomers and those who never signed up are named from five', () => {
    expect(newcomersUnreached({ members: 8, never: 4 }, period, today)).toEqual([])
    expect(newcomersUnreached({ members: 8, never: 5 }, period, today)).toMatchObject([
      { members: 8, never: 5, people: { came: 'never', joinedFrom: '2025-06-10', joinedBefore: '2026-03-11' } },
    ])
    expect(neverSignedUp({ members: 80, never: 4 }, period, today)).toEqual([])
    expect(neverSignedUp({ members: 80, never: 5 }, period, today)).toHaveLength(1)
  })

  it('a kind is in demand when twice as many come to it as to one that is held twice as often', () => {
    expect(typeInDemand([held('sports', 1, 30), held('lecture', 4, 40)], period)).toMatchObject([
      { type: 'sports', average: 30, otherType: 'lecture', otherActivities: 4, otherAverage: 10 },
    ])
    expect(typeInDemand([held('sports', 2, 60), held('lecture', 3, 30)], period)).toEqual([])
    expect(typeInDemand([held('sports', 1, 19), held('lecture', 4, 40)], period)).toEqual([])
    expect(typeInDemand([held('sports', 1, 9), held('lecture', 4, 4)], period)).toEqual([])
  })

  it('a kind whose people stay away is named from twenty marked, three in ten of them away', () => {
    expect(staysAway([held('lecture', 2, 14, 6)], period)).toMatchObject([{ signedUp: 20, missed: 6 }])
    expect(staysAway([held('lecture', 2, 15, 5)], period)).toEqual([])
    expect(staysAway([held('lecture', 2, 10, 9)], period)).toEqual([])
  })

  it('women and men are compared from ten each and fifteen points', () => {
    expect(sexGap([group('男', 20, 8), group('女', 20, 12)], period)).toMatchObject([
      { lower: '男', lowerCame: 8, higherCame: 12 },
    ])
    expect(sexGap([group('男', 20, 10), group('女', 20, 12)], period)).toEqual([])
    expect(sexGap([group('男', 9, 0), group('女', 20, 12)], period)).toEqual([])
    expect(sexGap([group('女', 20, 12)], period)).toEqual([])
  })

  it('birthdays, records and requests are named where there is something to do', () => {
    expect(birthdaysWithoutGift({ birthdays: 10, without: 5 }, period)).toHaveLength(1)
    expect(birthdaysWithoutGift({ birthdays: 10, without: 6 }, period)).toEqual([])
    expect(birthdaysWithoutGift({ birthdays: 10, without: 0 }, period)).toEqual([])
    expect(
      recordsToMend(9, 3, [
        { fault: 'phone', count: 1 },
        { fault: 'idWrong', count: 2 },
      ]),
    ).toMatchObject([{ faulty: 3, mostly: 'idWrong', mostlyCount: 2 }])
    expect(recordsToMend(9, 0, [])).toEqual([])
    expect(overdueRequests(0, null)).toEqual([])
    expect(overdueRequests(2, today)).toMatchObject([{ requests: 2, oldest: '2026-06-10' }])
  })
})
