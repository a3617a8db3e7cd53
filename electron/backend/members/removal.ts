import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { memberDetailQueries } from '../../../db/queries/member-details'
import { memberQueries } from '../../../db/queries/members'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { BatchId, MemberId } from '../../../shared/model/id'
import { requireMember } from './require-member'

/**
 * Removes a record made by mistake with its events and details, after the person at the PC confirmed it outside the
 * page; written to the access log. The photo stays for an undo. Throws NOT_FOUND, MEMBER_IN_USE, NOT_CONFIRMED.
 */
export async function removeMember(
  db: BranchDatabase,
  host: HostClient,
  id: MemberId,
  reason: string,
): Promise<{ batchId: BatchId }> {
  const { name } = requireMember(db, id)
  const { isInUse, remove, removeEvents } = memberQueries(db)
  const { removeAllOf } = memberDetailQueries(db)
  if (isInUse.get({ id }) === 1) throw failure('MEMBER_IN_USE')
  if (!(await host.confirm({ act: 'removeMember', name }))) throw failure('NOT_CONFIRMED')
  const { batchId } = db.writeBatch({ kind: 'removal', title: name }, () => {
    // Dues may have come in while the question stood open.
    if (isInUse.get({ id }) === 1) throw failure('MEMBER_IN_USE')
    removeEvents.run(id)
    removeAllOf(id)
    if (remove.run(id).changes === 0) throw failure('NOT_FOUND')
    logAccess(db, { kind: 'deletion', memberId: id, subject: name, count: 1, reason })
    return { count: 1, result: null }
  })
  return { batchId }
}
