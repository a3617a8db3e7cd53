/** Milliseconds that an act takes. */
export async function milliseconds(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** The middle one of an odd number of measurements. */
export function median(measured: readonly number[]): number {
  return [...measured].sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN
}

/** Prints how long something took and how that stands to what it is measured against. */
export function report(name: string, own: number, reference: number): void {
  console.log(`${name}: ${own.toFixed(1)} ms against ${reference.toFixed(1)} ms, ratio ${(own / reference).toFixed(2)}`)
}

/** Milliseconds that an act takes, by the clock and of the processors' time in all threads of the process. */
export async function bothTimes(act: () => unknown): Promise<{ readonly clock: number; readonly processor: number }> {
  const before = process.cpuUsage()
  const clock = await milliseconds(act)
  const { user, system } = process.cpuUsage(before)
  return { clock, processor: (user + system) / 1000 }
}
