import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'

/** How often something may be done in so many seconds. */
export interface Allowance {
  readonly times: number
  readonly seconds: number
}

export interface LimitSettings {
  /** Enrolment codes that an address may get wrong. */
  readonly wrongCodes: Allowance
  /** Tries of an address to sign in to the console. */
  readonly signIns: Allowance
  /** Requests of a device from an address. */
  readonly requests: Allowance
  /** Requests of a key of the data API. */
  readonly keyRequests: Allowance
  /** Keys of the data API that an address may get wrong. */
  readonly wrongKeys: Allowance
  /** Pushes that one process takes in at the same time. */
  readonly pushesAtOnce: number
}

/** Generous to whole offices behind one address, and far above what an honest branch does. */
export const usualLimits: LimitSettings = {
  wrongCodes: { times: 20, seconds: 3600 },
  signIns: { times: 100, seconds: 900 },
  requests: { times: 1200, seconds: 60 },
  keyRequests: { times: 600, seconds: 60 },
  wrongKeys: { times: 30, seconds: 900 },
  pushesAtOnce: 32,
}

/** Seconds after which whoever was refused may come again; null when there is no need to wait. */
type Wait = number | null

export class Limits {
  readonly #wrongCodes: RateLimiterAbstract
  readonly #signIns: RateLimiterAbstract
  readonly #requests: RateLimiterAbstract
  readonly #keyRequests: RateLimiterAbstract
  readonly #wrongKeys: RateLimiterAbstract
  readonly #pushesAtOnce: number
  #pushes = 0

  /**
   * What guards secrets is counted in the database when several processes may share it; what guards a process from too
   * many requests is counted in that process, so that counting costs less than the request.
   */
  constructor(settings: LimitSettings, pool?: Pool) {
    const { wrongCodes, signIns, requests, keyRequests, wrongKeys, pushesAtOnce } = settings
    const shared = (keyPrefix: string, { times: points, seconds: duration }: Allowance) =>
      pool === undefined
        ? new RateLimiterMemory({ keyPrefix, points, duration })
        : new RateLimiterPostgres({
            storeClient: pool,
            storeType: 'pool',
            tableName: 'rate_limit',
            tableCreated: true,
            keyPrefix,
            points,
            duration,
            // With the database out of reach the process counts by itself.
            insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
          })
    this.#wrongCodes = shared('code', wrongCodes)
    this.#signIns = shared('sign-in', signIns)
    this.#requests = new RateLimiterMemory({ points: requests.times, duration: requests.seconds })
    this.#keyRequests = new RateLimiterMemory({ points: keyRequests.times, duration: keyRequests.seconds })
    this.#wrongKeys = shared('key', wrongKeys)
    this.#pushesAtOnce = pushesAtOnce
  }

  /** Whether an address has got too many codes wrong. */
  async codeWait(address: string): Promise<Wait> {
    const found = await this.#wrongCodes.get(address)
    return found === null || found.remainingPoints > 0 ? null : secondsOf(found)
  }

  async countWrongCode(address: string): Promise<void> {
    await use(this.#wrongCodes, address)
  }

  async signIn(address: string): Promise<Wait> {
    return use(this.#signIns, address)
  }

  /** Counted by device and address, so that nobody uses up what another may do by its name. */
  async request(address: string, organisation: string, device: string): Promise<Wait> {
    return use(this.#requests, `${address} ${organisation} ${device}`)
  }

  /** Counted by the key of the data API. */
  async keyRequest(key: string): Promise<Wait> {
    return use(this.#keyRequests, key)
  }

  /** Whether an address has got too many keys wrong. */
  async keyWait(address: string): Promise<Wait> {
    const found = await this.#wrongKeys.get(address)
    return found === null || found.remainingPoints > 0 ? null : secondsOf(found)
  }

  async countWrongKey(address: string): Promise<void> {
    await use(this.#wrongKeys, address)
  }

  /** Takes a place among the pushes under way, to be left afterwards; false when all are taken. */
  enterPush(): boolean {
    if (this.#pushes >= this.#pushesAtOnce) return false
    this.#pushes += 1
    return true
  }

  leavePush(): void {
    this.#pushes -= 1
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}

async function use(limiter: RateLimiterAbstract, key: string): Promise<Wait> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return secondsOf(refused)
    throw refused
  }
}
