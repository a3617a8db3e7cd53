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

/** A part of the hours chosen, and no more than this, over which the branches of a union begin; minutes. */
const OPENING_MINUTES = 30

/** What a schedule is asked about. Times in milliseconds. */
export interface ScheduleMoment {
  /** By the clock of the PC. */
  readonly minuteOfDay: number
  /** Since this run of the program tried last; infinite before. */
  readonly sinceLast: number
  /** Since the hub was reached last, by the clock of the PC; infinite when that never was. */
  readonly sinceContact: number
  /** Whether something waits to be sent. */
  readonly isWaiting: boolean
  /** The branch's own place among all, 0 ≤ x < 1, so that they do not come at the same minute. */
  readonly place: number
}

/** Whether a branch exchanges by itself now. */
export function isExchangeDue(setting: SyncSetting, moment: ScheduleMoment): boolean {
  const { minuteOfDay, sinceLast, sinceContact, isWaiting, place } = moment
  const usual = isWaiting || sinceLast > jittered(idleContact(setting), place)
  switch (setting.when) {
    case 'always':
      return usual
    case 'hours': {
      const { from, until } = setting
      const span = (until - from + 24) % 24 || 24
      const opens = from * 60 + place * Math.min(OPENING_MINUTES, span * 15)
      const within = (minuteOfDay - opens + 24 * 60) % (24 * 60)
      return within < span * 60 - (opens - from * 60) && usual
    }
    case 'every': {
      const span = jittered(setting.everyHours * HOUR, place)
      // A clock that was set back says nothing.
      return sinceLast > span && (sinceContact < 0 || sinceContact > span)
    }
    case 'byHand':
      return false
  }
}
