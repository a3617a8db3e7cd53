/** How long work goes on before other work of the process has its turn: whoever asks meanwhile waits little longer. */
const TURN_MS = 15

/** Tells when long work has to let other work come between. */
export class Turn {
  #since = performance.now()

  /** Whether it is time; if so, the next turn begins. */
  isOver(): boolean {
    if (performance.now() - this.#since < TURN_MS) return false
    this.#since = performance.now()
    return true
  }

  /** Lets other work come between where it is time. */
  async pass(): Promise<void> {
    if (!this.isOver()) return
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}
