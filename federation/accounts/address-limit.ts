import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'

const FAILURES = 100
const MINUTES = 15

/** Counts failed sign-ins of an address, so that nobody tries one account after the other. */
export function addressLimit() {
  const failures = new RateLimiterMemory({ points: FAILURES, duration: MINUTES * 60 })
  const address = ({ socket }: IncomingMessage) => socket.remoteAddress ?? ''
  return {
    async isReached(request: IncomingMessage): Promise<boolean> {
      return ((await failures.get(address(request)))?.consumedPoints ?? 0) >= FAILURES
    },
    async countFailure(request: IncomingMessage): Promise<void> {
      await failures.penalty(address(request))
    },
  }
}
