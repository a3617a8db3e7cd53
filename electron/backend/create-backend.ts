import type { HostClient } from '../../shared/contract/host'
import type { AccessContext } from './access'
import { BranchSession } from './access/branch-session'
import { router } from './router'

/** The services of one data folder, ready to be offered over a port, or called directly. */
export interface Backend {
  readonly router: typeof router
  readonly context: AccessContext
  /** Closes the open branch. */
  close(): void
}

/** @param clock for the waits between wrong passphrases */
export function createBackend({
  dataFolder,
  host,
  clock = () => new Date(),
}: {
  dataFolder: string
  host: HostClient
  clock?: () => Date
}): Backend {
  const session = new BranchSession(dataFolder, host, clock)
  return { router, context: { session, host }, close: () => session.lock() }
}
