import { PUSH_AIM_BYTES } from '../../shared/sync/wire'

/** What a request takes on a slow line at most, and where a line is to be spared, milliseconds. */
const AIMED_MS = 10_000
const SPARING_MS = 4_000
/** Packed bytes of the first request on a line of which nothing is known yet. */
const FIRST_AIM_BYTES = 64 * 1024
const LEAST_AIM_BYTES = 8 * 1024
/** Requests smaller than this tell of the latency only. */
const TELLING_BYTES = 4 * 1024

/** How fast a line takes what is sent over it; from this follows how much goes into one request. */
export class LineSpeed {
  #bytesAMs = FIRST_AIM_BYTES / AIMED_MS

  /** A request of so many packed bytes was answered. */
  answered(bytes: number, ms: number): void {
    if (bytes < TELLING_BYTES) return
    const seen = bytes / Math.max(1, ms)
    // Where it grew slower, the last request says more than those before.
    this.#bytesAMs = seen < this.#bytesAMs ? seen : (this.#bytesAMs + seen) / 2
  }

  /** A request of so many bytes broke off: less at once gets through sooner. */
  cut(bytes: number): void {
    if (bytes >= TELLING_BYTES) this.#bytesAMs = Math.max(LEAST_AIM_BYTES / AIMED_MS, this.#bytesAMs / 2)
  }

  /** Packed bytes at which the next request aims; `isSparing` where somebody said that the line is slow or metered. */
  aim(isSparing: boolean): number {
    const bytes = this.#bytesAMs * (isSparing ? SPARING_MS : AIMED_MS)
    return Math.round(Math.min(PUSH_AIM_BYTES, Math.max(LEAST_AIM_BYTES, bytes)))
  }
}
