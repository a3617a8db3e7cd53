import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import { stepQueries } from '../../../../db/queries/activities/approval'
import { activityBudgetQueries } from '../../../../db/queries/activities/budget'
import { activityQueries } from '../../../../db/queries/activities/plan'
import { attachmentQueries } from '../../../../db/queries/attachments'
import { bookQueries } from '../../../../db/queries/funds/book'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { Activity } from '../../../../shared/model/activity'
import type { BatchId } from '../../../../shared/model/id'

/**
 * Removes an activity with its participants, budget and steps after the person at the PC confirmed it outside the page;
 * written to the access log. Its pictures and papers could not be brought back, so they are removed before. Errors
 * ACTIVITY_IN_USE, NOT_CONFIRMED.
 */
export async function removeActivity(
  db: BranchDatabase,
  host: HostClient,
  { id, title }: Activity,
): Promise<{ batchId: BatchId }> {
  const attached = attachmentQueries(db).count.get(id) ?? 0
  if (attached > 0 || bookQueries(db).ofActivity.all(id).length > 0) throw failure('ACTIVITY_IN_USE')
  if (!(await host.confirm({ act: 'removeActivity', title }))) throw failure('NOT_CONFIRMED')
  const { remove, removeParticipations } = activityQueries(db)
  const { batchId } = db.writeBatch({ kind: 'removal', title }, () => {
    const count = removeParticipations.run(id).changes + 1
    activityBudgetQueries(db).remove.run(id)
    stepQueries(db).remove.run(id)
    if (remove.run(id).changes === 0) throw failure('NOT_FOUND')
    logAccess(db, { kind: 'deletion', subject: title, count })
    return { count, result: null }
  })
  return { batchId }
}
