import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { failure } from '../../../shared/contract/errors'
import type { MemberId } from '../../../shared/model/id'
import type { Member } from '../../../shared/model/member'

/** Throws NOT_FOUND. */
export function requireMember(db: BranchDatabase, id: MemberId): Member {
  const found = memberQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}
