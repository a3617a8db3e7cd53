import { failure } from '../../../shared/contract/errors'
import { momentSchema } from '../../../shared/model/date'
import type { BranchKey } from './key-file'

type Attempts = BranchKey['attempts']

/** Wrong attempts before the first wait. */
const FREE_ATTEMPTS = 5
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 15 * 60

/** Seconds until the next attempt is allowed: 30 after the fifth wrong one, doubling to a quarter of an hour. */
export function waitSeconds({ failed, lastAt }: Attempts, now: Date): number {
  if (failed < FREE_ATTEMPTS || lastAt === null) return 0
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (failed - FREE_ATTEMPTS), LONGEST_WAIT_SECONDS)
  const passed = (now.getTime() - new Date(lastAt).getTime()) / 1000
  return Math.max(0, Math.ceil(wait - passed))
}

/** The attempts as they are when the clock was put back since: the wait begins anew and never lasts longer. */
export function onTheClock(attempts: Attempts, now: Date): Attempts {
  if (attempts.lastAt === null || new Date(attempts.lastAt) <= now) return attempts
  return { ...attempts, lastAt: momentSchema.parse(now.toISOString()) }
}

/** Throws TOO_MANY_ATTEMPTS while the wait is on. */
export function allowAttempt(attempts: Attempts, now: Date): void {
  const seconds = waitSeconds(attempts, now)
  if (seconds > 0) throw failure('TOO_MANY_ATTEMPTS', { seconds })
}

export function afterWrongAttempt({ failed }: Attempts, now: Date): Attempts {
  return { failed: failed + 1, lastAt: momentSchema.parse(now.toISOString()) }
}

/** Wrong attempts left before the next wait. */
export function attemptsLeft({ failed }: Attempts): number {
  return Math.max(0, FREE_ATTEMPTS - failed)
}

export const noAttempts: Attempts = { failed: 0, lastAt: null }
