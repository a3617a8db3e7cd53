import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { requestQueries } from '../../../../db/queries/care/requests'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { Day } from '../../../../shared/model/date'
import { newId, requestIdSchema, type BatchId, type RequestId } from '../../../../shared/model/id'
import type { RequestInput } from '../../../../shared/model/request'
import { logAccess } from '../../../../db/queries/access'
import { publicTitle, requireRequest } from './shown-request'

const stored = ({ isConfidential, ...request }: RequestInput) =>
  ({ ...request, isConfidential: isConfidential ? 1 : 0 }) as const

/** Throws NOT_FOUND for somebody unknown, DAY_IN_FUTURE. */
function requirePossible(db: BranchDatabase, { memberId, unitId, receivedOn }: RequestInput, today: Day): void {
  if (receivedOn > today) throw failure('DAY_IN_FUTURE')
  if (memberId !== null && memberQueries(db).nameOf.get(memberId) === undefined) throw failure('NOT_FOUND')
  if (unitId !== null && requestQueries(db).hasUnit.get(unitId) === 0) throw failure('NOT_FOUND')
}

/** See the contract. Throws NOT_FOUND, DAY_IN_FUTURE. */
export function addRequest(db: BranchDatabase, input: RequestInput, today: Day): { batchId: BatchId; id: RequestId } {
  requirePossible(db, input, today)
  const id = newId(requestIdSchema)
  const request = { ...stored(input), id, satisfaction: null }
  const { batchId } = db.writeBatch({ kind: 'request', title: publicTitle(request) }, () => {
    requestQueries(db).insert.run(request)
    return { count: 1, result: null }
  })
  return { batchId, id }
}

/** See the contract; what is confidential is asked about before. Throws NOT_FOUND, DAY_IN_FUTURE. */
export function updateRequest(
  db: BranchDatabase,
  id: RequestId,
  input: RequestInput,
  today: Day,
): { batchId: BatchId } {
  const before = requireRequest(db, id)
  requirePossible(db, input, today)
  const request = { ...stored(input), id }
  const isConfidential = before.isConfidential === 1 ? 1 : request.isConfidential
  const { batchId } = db.writeBatch({ kind: 'request', title: publicTitle({ ...request, isConfidential }) }, () => {
    requestQueries(db).update.run(request)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** See the contract. Throws NOT_FOUND, NOT_CONFIRMED. */
export async function removeRequest(
  db: BranchDatabase,
  host: HostClient,
  id: RequestId,
): Promise<{ batchId: BatchId }> {
  const title = publicTitle(requireRequest(db, id))
  if (!(await host.confirm({ act: 'removeRequest', title }))) throw failure('NOT_CONFIRMED')
  const { remove, removeEvents } = requestQueries(db)
  const { batchId } = db.writeBatch({ kind: 'removal', title }, () => {
    const count = removeEvents.run(id).changes + 1
    if (remove.run(id).changes === 0) throw failure('NOT_FOUND')
    logAccess(db, { kind: 'deletion', subject: title, count })
    return { count, result: null }
  })
  return { batchId }
}
