import { ORPCError } from '@orpc/client'
import type { HubProblem } from '../../shared/contract/federation'

/** A request that did not succeed, with what that means to the branch. */
export class HubFailure extends Error {
  constructor(
    readonly problem: HubProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
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
