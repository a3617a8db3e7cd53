import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

const waitsSchema = z.array(z.number())

/** Milliseconds that another thread waited for each answer of this one while `act` went on, shortest first. */
export async function waitsDuring(act: () => Promise<void>): Promise<readonly number[]> {
  const pinger = new Worker(new URL('./pinger.mjs', import.meta.url))
  await once(pinger, 'online')
  const told = new Promise((resolve) => {
    pinger.on('message', (message) => {
      if (message === 'ping') pinger.postMessage('pong')
      else resolve(message)
    })
  })
  await act()
  pinger.postMessage('end')
  const waits = waitsSchema.parse(await told)
  return waits.sort((a, b) => a - b)
}

/** Prints what part of the answers came in time. */
export function reportWaits(name: string, waits: readonly number[]): void {
  const p99 = waits[Math.ceil(waits.length * 0.99) - 1] ?? Number.NaN
  const longest = waits.at(-1) ?? Number.NaN
  console.log(`${name}: ${waits.length} answers, 99 % within ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`)
}
