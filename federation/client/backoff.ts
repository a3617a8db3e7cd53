const FIRST_WAIT = 1_000
const LONGEST_WAIT = 5 * 60_000

/**
 * Milliseconds to wait after so many failures in a row: 1 s doubling to 5 min, of which a random half is left out so
 * that thousands of branches do not come back in the same second. `random` is in 0 ≤ x < 1.
 */
export function backoff(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 30))
  return longest * (1 - random / 2)
}

/**
 * The same where the hub asks to stay away for some time: never sooner than that, and spread over as long again, since it asks
 * it of everybody at once.
 */
export function backoffAsked(failures: number, asked: number, random: number): number {
  return Math.max(asked * (1 + random), backoff(failures, random))
}
