import type { BranchDatabase } from '../../../../db/branch-database'
import { readResult, transferQueries } from '../../../../db/queries/transfers'
import { failure } from '../../../../shared/contract/errors'
import type { BatchId, MembershipEventId } from '../../../../shared/model/id'

const isWithOther = (body: string) => readResult(body).state === 'accepted'

/** What handed a member over stands once the other branch has the member. Throws TRANSFER_DONE. */
export function requireNotHandedOver(db: BranchDatabase, batchId: BatchId): void {
  if (transferQueries(db).resultsOfBatch.all(batchId).some(isWithOther)) throw failure('TRANSFER_DONE')
}

/** The same of the event alone. Throws TRANSFER_DONE. */
export function requireOwnEvent(db: BranchDatabase, eventId: MembershipEventId): void {
  const body = transferQueries(db).resultOfEvent.get(eventId)
  if (body !== undefined && isWithOther(body)) throw failure('TRANSFER_DONE')
}
