import { pino, type DestinationStream, type Logger } from 'pino'

/** Codes of refusals that may mean that somebody tries what they must not. */
const securityCodes: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_SIGNATURE',
  'CODE_FOR_OTHER',
  'CODE_WRONG',
  'DIVERGED',
  'MALFORMED',
  'NOT_ENROLLED',
  'REPLAYED',
  'TOO_LARGE',
  'TOO_MANY',
])

/** One answered request, as far as a log may know it: never a body, a name or a number of a person. */
export interface AnsweredRequest {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Who it says it comes from; not proven by itself. */
  readonly organisation: string | null
  /** The code of a refusal; null for success. */
  readonly code: string | null
  readonly status: number
  readonly milliseconds: number
  readonly bytesIn: number
  readonly bytesOut: number
  /** The address it came from; logged of refusals only. */
  readonly from: string
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** The log of a hub process: lines of JSON. */
export class HubLog {
  readonly #pino: Logger

  /** @param level `debug`, `info`, `warn`, `error` or `silent` */
  constructor(level: string, destination: DestinationStream) {
    this.#pino = pino(
      { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: asName } },
      destination,
    )
  }

  request({ from, ...request }: AnsweredRequest): void {
    if (request.code !== null && securityCodes.has(request.code)) {
      this.#pino.warn({ event: 'refusal', kind: 'security', ...request, from })
    } else if (request.status >= 500) {
      this.#pino.error({ event: 'request', ...request })
    } else {
      this.#pino.info({ event: 'request', ...request })
    }
  }

  /** An organisation sent entries that claim to be another one's. */
  foreignData(organisation: string, entries: number): void {
    this.#pino.warn({ event: 'refusal', kind: 'security', code: 'FOREIGN_BRANCH', organisation, entries })
  }

  /** Something that happened to the hub itself. */
  event(event: string, detail: Readonly<Record<string, string | number>> = {}): void {
    this.#pino.info({ ...detail, event })
  }

  /** What went wrong inside. Messages are left out: those of queries quote what was stored. */
  error(error: unknown): void {
    const { name, cause } = error instanceof Error ? error : new Error('unknown')
    this.#pino.error({ event: 'error', name, code: codeOf(error) ?? codeOf(cause) })
  }
}

function asName(level: string) {
  return { level }
}
