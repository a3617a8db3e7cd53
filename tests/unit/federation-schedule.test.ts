import { describe, expect, it } from 'vitest'
import { backoff, backoffAsked } from '../../federation/client/backoff'
import { LineSpeed } from '../../federation/client/line-speed'
import { syncSettingSchema, usualSyncSetting, type SyncSetting } from '../../shared/model/sync-setting'
import { FIRST_CONTACT_WITHIN, isExchangeDue, type ScheduleMoment } from '../../shared/rules/federation/schedule'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BRANCHES = 2_000

const noon: ScheduleMoment = {
  minuteOfDay: 12 * 60,
  sinceLast: 0,
  sinceContact: 0,
  isWaiting: false,
  place: 0.5,
}
const due = (setting: Partial<SyncSetting>, moment: Partial<ScheduleMoment>) =>
  isExchangeDue({ ...usualSyncSetting, ...setting }, { ...noon, ...moment })

/** Places of branches, the same at every run. */
const places = Array.from({ length: BRANCHES }, (_, index) => (index * 0.618_033_988_75) % 1)

/** Most of some moments that fall into one span. */
function mostWithin(moments: readonly number[], span: number): number {
  const counts = new Map<number, number>()
  for (const moment of moments) {
    const slot = Math.floor(moment / span)
    counts.set(slot, (counts.get(slot) ?? 0) + 1)
  }
  return Math.max(...counts.values())
}

describe('the setting of the exchange', () => {
  it('has hours of a day and a span that ends', () => {
    const isTaken = (change: object) => syncSettingSchema.safeParse({ ...usualSyncSetting, ...change }).success
    expect(isTaken({})).toBe(true)
    expect([{ from: -1 }, { until: 25 }, { from: 8.5 }, { everyHours: 0 }, { when: 'sometimes' }].map(isTaken)).toEqual(
      Array.from({ length: 5 }, () => false),
    )
  })
})

describe('when a branch exchanges by itself', () => {
  it('always: as soon as something waits, else now and then, less often where the line is spared', () => {
    expect(due({}, { isWaiting: true })).toBe(true)
    expect(due({}, { sinceLast: 4 * MINUTE })).toBe(false)
    expect(due({}, { sinceLast: 6.1 * MINUTE })).toBe(true)
    expect(due({ isSlow: true }, { sinceLast: 6.1 * MINUTE })).toBe(false)
    expect(due({ isSlow: true }, { sinceLast: 73 * MINUTE })).toBe(true)
  })

  it.each([
    [8, 18, [7 * 60 + 59, 18 * 60, 3 * 60], [8 * 60 + 16, 12 * 60, 17 * 60 + 59]],
    [22, 6, [21 * 60 + 59, 6 * 60, 12 * 60], [22 * 60 + 16, 0, 5 * 60 + 59]],
    // Nobody chooses never: the same hour twice is the whole day.
    [8, 8, [], [8 * 60 + 16, 0, 7 * 60 + 59]],
  ])('in hours from %i to %i only', (from, until, outside, inside) => {
    const at = (minuteOfDay: number) => due({ when: 'hours', from, until }, { isWaiting: true, minuteOfDay })
    expect(outside.map(at)).toEqual(outside.map(() => false))
    expect(inside.map(at)).toEqual(inside.map(() => true))
  })

  it('every few hours, also where the program is started anew between', () => {
    const every = { when: 'every', everyHours: 4 } as const
    expect(due(every, { sinceLast: Infinity, sinceContact: HOUR, isWaiting: true })).toBe(false)
    expect(due(every, { sinceLast: Infinity, sinceContact: 5 * HOUR })).toBe(true)
    expect(due(every, { sinceLast: Infinity, sinceContact: Infinity })).toBe(true)
    expect(due(every, { sinceLast: 5 * HOUR, sinceContact: -HOUR })).toBe(true)
  })

  it('never by itself where somebody does it by hand', () => {
    expect(due({ when: 'byHand' }, { isWaiting: true, sinceLast: Infinity, sinceContact: Infinity })).toBe(false)
  })
})

describe('2,000 branches', () => {
  it('do not come at the same minute when their hours begin', () => {
    const setting = { when: 'hours', from: 8, until: 18 } as const
    const starts = places.map((place) => {
      for (let minuteOfDay = 0; minuteOfDay < 24 * 60; minuteOfDay += 1) {
        if (due(setting, { isWaiting: true, minuteOfDay, place })) return minuteOfDay
      }
      return Number.NaN
    })
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(8 * 60)
    expect(Math.max(...starts)).toBeLessThanOrEqual(8 * 60 + 30)
    expect(mostWithin(starts, 1)).toBeLessThan(BRANCHES / 25)
  })

  it('are spread over their first contact and drift apart while they are idle', () => {
    expect(
      mostWithin(
        places.map((place) => place * FIRST_CONTACT_WITHIN),
        1_000,
      ),
    ).toBeLessThan(BRANCHES / 25)
    const idle = places.map((place) => {
      let minutes = 0
      while (!due({}, { sinceLast: minutes * MINUTE, place })) minutes += 0.05
      return minutes
    })
    expect(Math.max(...idle) - Math.min(...idle)).toBeGreaterThan(1.8)
    expect(mostWithin(idle, 0.1)).toBeLessThan(BRANCHES / 15)
  })

  it('are spread after an outage, also where the hub asked all of them to wait', () => {
    const back = places.map((place) => backoff(12, place))
    expect(Math.min(...back)).toBeGreaterThanOrEqual(2.5 * MINUTE)
    expect(mostWithin(back, 1_000)).toBeLessThan(BRANCHES / 100)
    const asked = places.map((place) => backoffAsked(1, 60_000, place))
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(60_000)
    expect(mostWithin(asked, 1_000)).toBeLessThan(BRANCHES / 50)
    expect(backoffAsked(12, 0, 0.25)).toBe(backoff(12, 0.25))
  })
})

describe('how much goes into one request', () => {
  it('follows the line: all at once on a fast one, ten seconds of a slow one, four where it is to be spared', () => {
    const fast = new LineSpeed()
    fast.answered(64 * 1024, 50)
    expect(fast.aim(false)).toBe(256 * 1024)
    const slow = new LineSpeed()
    slow.answered(64 * 1024, 8_192)
    // Half way from the 6.5 KB a second that were supposed to the 8 KB seen.
    expect(slow.aim(false)).toBe(72_768)
    expect(slow.aim(true)).toBe(29_107)
    // A short question tells of the latency, not of the line.
    slow.answered(500, 900)
    expect(slow.aim(false)).toBe(72_768)
  })

  it('becomes less after each cut, though never nothing, and recovers', () => {
    const speed = new LineSpeed()
    const aims = Array.from({ length: 8 }, () => {
      speed.cut(32 * 1024)
      return speed.aim(false)
    })
    expect(aims.slice(0, 3)).toEqual([32 * 1024, 16 * 1024, 8 * 1024])
    expect(aims.at(-1)).toBe(8 * 1024)
    speed.answered(8 * 1024, 20)
    expect(speed.aim(false)).toBe(256 * 1024)
  })
})
