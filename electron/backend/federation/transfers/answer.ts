import type { BranchDatabase } from '../../../../db/branch-database'
import { readIncoming, transferQueries } from '../../../../db/queries/transfers'
import { failure } from '../../../../shared/contract/errors'
import type { Day } from '../../../../shared/model/date'
import { newId, transferAnswerIdSchema, type BatchId, type TransferId } from '../../../../shared/model/id'
import type { TransferAnswer } from '../../../../shared/model/transfer'
import { writeRows } from '../../write-rows'

type Given = Pick<TransferAnswer, 'decision' | 'reason' | 'by'>

/** The name in a request that may be answered. Throws NOT_FOUND, TRANSFER_CLOSED. */
function requireAsking(db: BranchDatabase, id: TransferId): string {
  const body = transferQueries(db).incoming.get(id)
  const request = body === undefined ? null : readIncoming(body).request
  if (request === null) throw failure('NOT_FOUND')
  // A refusal can be thought over while the other side still asks.
  if (request.state !== 'asked' && request.state !== 'refused') throw failure('TRANSFER_CLOSED')
  return request.name
}

/** Answers requests as one batch. Throws NOT_FOUND, TRANSFER_CLOSED, REASON_MISSING. */
export async function answerTransfers(
  db: BranchDatabase,
  ids: readonly TransferId[],
  given: Given,
  today: Day,
): Promise<{ batchId: BatchId; members: number }> {
  if (given.decision === 'refused' && (given.reason ?? '') === '') throw failure('REASON_MISSING')
  const requests = [...new Set(ids)].map((id) => ({ id, name: requireAsking(db, id) }))
  const { answer, insertAnswer, updateAnswer } = transferQueries(db)
  const [first] = requests
  const title = requests.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} 等 ${requests.length} 人`
  const batchId = await writeRows(db, { kind: 'transfer', title }, requests, ({ id }) => {
    const before = answer.get(id)
    const stated = { ...given, transferId: id, decidedOn: today, memberId: before?.memberId ?? null }
    if (before === undefined) insertAnswer.run({ ...stated, id: newId(transferAnswerIdSchema) })
    else updateAnswer.run({ ...stated, id: before.id })
  })
  return { batchId, members: requests.length }
}
