import { implement, os } from '@orpc/server'
import type { BranchDatabase } from '../../db/branch-database'
import { contract } from '../../shared/contract'
import { failure } from '../../shared/contract/errors'
import type { HostClient } from '../../shared/contract/host'

/** The branch that is open now, if any; opening and closing it is the work of `access`. */
export interface Session {
  readonly db: BranchDatabase | null
}

/** What every procedure of the backend is given. */
export interface BackendContext {
  readonly session: Session
  readonly host: HostClient
}

/** Implements the contract; procedures that work without an open branch start from here. */
export const backend = implement(contract).$context<BackendContext>()

/** Lets a procedure in only while a branch is open, and hands it its database. */
export const openBranchMiddleware = os.$context<BackendContext>().middleware(({ context, next }) => {
  const { db } = context.session
  if (db === null) throw failure('BRANCH_LOCKED')
  return next({ context: { db } })
})

/** Procedures that need the open branch start from here and find it as `context.db`. */
export const withBranch = backend.use(openBranchMiddleware)
