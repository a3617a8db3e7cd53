import type { SyncSetting } from '../../model/sync-setting'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How often an idle branch shows the hub that it is there, before jitter. */
export function idleContact({ isSlow }: SyncSetting): number {
  return isSlow ? HOUR : 5 * MINUTE
}

/** Longest wait before the first contact of a program that was just started, so that branches do not all come at 8. */
export const FIRST_CONTACT_WITHIN = 30_000

/** A span with a random fifth more or less; `random` is in 0 ≤ x < 1. */
export function jittered(span: number, random: number): number {
  return span * (0.8 + 0.4 * random)
}

/** Whether a branch exchanges by itself now. Times in milliseconds; `hourOfDay` by the clock of the PC. */
export function isExchangeDue(
  setting: SyncSetting,
  {
    hourOfDay,
    sinceLast,
    isWaiting,
    idleAfter,
  }: {
    readonly hourOfDay: number
    readonly sinceLast: number
    /** Whether something waits to be sent. */
    readonly isWaiting: boolean
    /** `idleContact` with its jitter. */
    readonly idleAfter: number
  },
): boolean {
  const usual = isWaiting || sinceLast > idleAfter
  switch (setting.when) {
    case 'always':
      return usual
    case 'hours': {
      const { from, until } = setting
      const isWithin = from <= until ? from <= hourOfDay && hourOfDay < until : hourOfDay >= from || hourOfDay < until
      return isWithin && usual
    }
    case 'every':
      return sinceLast > setting.everyHours * HOUR
    case 'byHand':
      return false
  }
}
