import { ORPCError } from '@orpc/client'
import type { HubProblem } from '../../shared/contract/federation'

/** A request that did not succeed, with what that means to the branch. */
export class HubFailure extends Error {
  constructor(
    readonly problem: HubProblem,
    options?: ErrorOptions,
    /** Milliseconds that the hub asks to wait before the next try. */
    readonly wait = 0,
  ) {
    super(problem, options)
  }
}

/** Longest wait that a hub may ask for, milliseconds. */
const LONGEST_ASKED = 60 * 60_000

/** The failure of an answer by which a hub, or what stands before it, asks to come again later; null for any other. */
export function askedToWait({ status, headers }: Response): HubFailure | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if ((status !== 429 && status !== 503) || !(seconds >= 0)) return null
  return new HubFailure('HUB_UNREACHABLE', undefined, Math.min(LONGEST_ASKED, seconds * 1000))
}

/** Milliseconds that a failure asks to wait at least. */
export function waitAskedBy(error: unknown): number {
  return error instanceof HubFailure ? error.wait : 0
}

const problemOfCode: Readonly<Partial<Record<string, HubProblem>>> = {
  NOT_ENROLLED: 'NOT_ENROLLED',
  BAD_SIGNATURE: 'NOT_ENROLLED',
  DIVERGED: 'HUB_REFUSES_COPY',
  INCOMPATIBLE: 'HUB_INCOMPATIBLE',
  // The hub went back to a backup between two requests; the next try asks for its heads again.
  GAP: 'HUB_UNREACHABLE',
  // An earlier request, thought to be lost, arrived between the two tries of this one.
  REPLAYED: 'HUB_UNREACHABLE',
}

/** What an error of a request to the hub means to the branch, see `federation/PROTOCOL.md`. */
export function problemOf(error: unknown): HubProblem {
  if (error instanceof HubFailure) return error.problem
  if (!(error instanceof ORPCError)) return 'HUB_NOT_A_HUB'
  const known = error.defined ? problemOfCode[String(error.code)] : undefined
  if (known !== undefined) return known
  // A server or gateway that cannot answer now, rather than one that is something else.
  return error.status >= 500 || error.status === 408 || error.status === 429 ? 'HUB_UNREACHABLE' : 'HUB_NOT_A_HUB'
}
