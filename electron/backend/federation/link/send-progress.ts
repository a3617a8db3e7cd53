import type { SendProgress } from '../../../../shared/contract/federation'

/** How far back the rate is looked at, and what it takes to tell one, milliseconds and answers. */
const RATE_OVER = 60_000
const RATE_AFTER = 5_000
const RATE_ANSWERS = 3

/** How far the branch's log is at the hub. */
export interface Reach {
  /** Up to this position the hub has everything. */
  readonly acknowledged: number
  readonly last: number
  /** From here on entries go up once more; null for none. */
  readonly againFrom: number | null
}

/** Follows how what waits goes up: how much of it is there since it began to gather, and how fast it goes. */
export class SendProgressMeter {
  /** The position after which what waits now began to gather. */
  #start: number | null = null
  #answers: { readonly at: number; readonly sent: number }[] = []

  /** Begins to measure the rate anew. */
  begin(): void {
    this.#answers = []
  }

  /** The hub answered, and has so much now; `at` by the clock of the process. */
  answered(reach: Reach, at: number): void {
    const sent = this.of(reach)?.sent
    if (sent === undefined) return
    const before = this.#answers.at(-1)
    // A count that fell is that of something else.
    if (before !== undefined && sent < before.sent) this.#answers = []
    this.#answers = [...this.#answers.filter((answer) => at - answer.at <= RATE_OVER), { at, sent }]
  }

  /** How far it is; null while nothing waits. */
  of({ acknowledged, last, againFrom }: Reach): SendProgress | null {
    if (againFrom !== null && againFrom <= acknowledged) {
      return this.#with({ sent: againFrom - 1, total: acknowledged, isAgain: true })
    }
    if (last <= acknowledged) {
      this.#start = null
      return null
    }
    // A hub restored from its backup has less than before.
    this.#start = Math.min(this.#start ?? acknowledged, acknowledged)
    return this.#with({ sent: acknowledged - this.#start, total: last - this.#start, isAgain: false })
  }

  #with(progress: Omit<SendProgress, 'secondsLeft'>): SendProgress {
    const [first, last] = [this.#answers[0], this.#answers.at(-1)]
    if (first === undefined || last === undefined) return { ...progress, secondsLeft: null }
    const [ms, entries] = [last.at - first.at, last.sent - first.sent]
    const isKnown = this.#answers.length >= RATE_ANSWERS && ms >= RATE_AFTER && entries > 0
    const left = Math.max(0, progress.total - progress.sent)
    return { ...progress, secondsLeft: isKnown ? Math.ceil((left * ms) / entries / 1000) : null }
  }
}
