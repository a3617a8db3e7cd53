import { createContext, use } from 'react'
import type { AccessState } from '../../../shared/contract/access'

export type OpenAccess = Extract<AccessState, { state: 'open' }>

export const BranchContext = createContext<OpenAccess | null>(null)

/** The open branch; for use inside the program only, not on the pages that lead into it. */
export function useBranch(): OpenAccess {
  const access = use(BranchContext)
  if (access === null) throw new Error('No branch is open here')
  return access
}
