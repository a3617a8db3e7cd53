import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'

/** By how much the clock is wrong on the PC that is at work, milliseconds. */
const wrongBy = new AsyncLocalStorage<number>()
const A_DAY = 86_400_000

/** Gives every PC a clock of its own; what runs on none has the right one, as the hubs have. */
export function ownClocks(): void {
  const RealDate = Date
  const now = () => RealDate.now() + (wrongBy.getStore() ?? 0)
  vi.stubGlobal(
    'Date',
    new Proxy(RealDate, {
      construct(date, given): Date {
        const made: unknown = Reflect.construct(date, given.length === 0 ? [now()] : given)
        if (!(made instanceof date)) throw new Error('A date is one')
        return made
      },
      get: (date, name): unknown => (name === 'now' ? now : Reflect.get(date, name)),
    }),
  )
}

/** Runs `act` on a PC whose clock is wrong by so many days. */
export function onPc<Result>(daysOff: number, act: () => Result): Result {
  return wrongBy.run(daysOff * A_DAY, act)
}
