import { describe, expect, it } from 'vitest'
import { SendProgressMeter } from '../../electron/backend/federation/link/send-progress'

const reach = (acknowledged: number, last: number, againFrom: number | null = null) => ({
  acknowledged,
  last,
  againFrom,
})

describe('how far what waits has gone up', () => {
  it('counts from where it began to gather, also when more comes meanwhile, and begins anew once all is sent', () => {
    const meter = new SendProgressMeter()
    expect(meter.of(reach(100, 100))).toBeNull()
    expect(meter.of(reach(100, 300))).toMatchObject({ sent: 0, total: 200, isAgain: false })
    expect(meter.of(reach(150, 320))).toMatchObject({ sent: 50, total: 220 })
    expect(meter.of(reach(320, 320))).toBeNull()
    expect(meter.of(reach(320, 330))).toMatchObject({ sent: 0, total: 10 })
  })

  it('begins lower with a hub that went back to a backup', () => {
    const meter = new SendProgressMeter()
    expect(meter.of(reach(100, 300))).toMatchObject({ sent: 0, total: 200 })
    expect(meter.of(reach(40, 300))).toMatchObject({ sent: 0, total: 260 })
  })

  it('follows what goes up once more, and what is new after it', () => {
    const meter = new SendProgressMeter()
    expect(meter.of(reach(100, 120, 1))).toMatchObject({ sent: 0, total: 100, isAgain: true })
    expect(meter.of(reach(100, 120, 61))).toMatchObject({ sent: 60, total: 100, isAgain: true })
    expect(meter.of(reach(100, 120))).toMatchObject({ sent: 0, total: 20, isAgain: false })
  })

  it('tells the time that is left only once it was seen for long enough', () => {
    const meter = new SendProgressMeter()
    meter.begin()
    const left = (acknowledged: number, at: number) => {
      meter.answered(reach(acknowledged, 1_000), at)
      return meter.of(reach(acknowledged, 1_000))?.secondsLeft
    }
    expect(left(0, 0)).toBeNull()
    expect(left(100, 2_000)).toBeNull()
    expect(left(200, 4_000)).toBeNull()
    expect(left(300, 6_000)).toBe(14)
    // The last minute counts: the line grew slower.
    expect(left(310, 70_000)).toBeNull()
    expect(left(320, 90_000)).toBeNull()
    expect(left(330, 100_000)).toBe(1_005)
  })
})
