import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries } from '../../../../db/queries/federation'
import { memberQueries } from '../../../../db/queries/members'
import { readResult, transferQueries, type TransferRow } from '../../../../db/queries/transfers'
import type { TransferCandidate } from '../../../../shared/contract/federation/transfers'
import { failure } from '../../../../shared/contract/errors'
import type { Day, Month } from '../../../../shared/model/date'
import {
  newId,
  transferIdSchema,
  type BatchId,
  type BranchId,
  type MemberId,
  type TransferId,
} from '../../../../shared/model/id'
import { conditionsOn } from '../../dues/arrears/conditions'
import { reckonMember } from '../../dues/arrears/member'
import { writeRows } from '../../write-rows'

/** The union that members are to go to; without an id where only its name is known. */
interface ToUnion {
  readonly toOrganisation: BranchId | null
  readonly toUnion: string
}

interface Asked extends ToUnion {
  readonly memberIds: readonly MemberId[]
  readonly reason: string | null
  readonly note: string | null
  readonly duesUntil: Month | null
}

/** See the contract. Throws NOT_FOUND. */
export function transferCandidates(
  db: BranchDatabase,
  memberIds: readonly MemberId[],
  today: Day,
): TransferCandidate[] {
  return [...new Set(memberIds)].map((memberId) => {
    const member = memberQueries(db).get.get(memberId)
    if (member === undefined) throw failure('NOT_FOUND')
    const { name, status } = member
    const isMember = status === 'active' || status === 'kept'
    const isAsked = transferQueries(db).isAsked.get(memberId) === 1
    const { standing } = reckonMember(db, memberId, conditionsOn(db, today, memberId))
    return {
      memberId,
      name,
      duesUntil: standing.paidThrough,
      problem: isMember ? (isAsked ? 'askedAlready' : null) : 'notMember',
    }
  })
}

/** See the contract. Throws NOT_ENROLLED, NOT_FOUND, NOTHING_TO_SAVE. */
export async function requestTransfer(
  db: BranchDatabase,
  { memberIds, toOrganisation, toUnion, reason, note, duesUntil }: Asked,
  today: Day,
): Promise<{ batchId: BatchId; members: number }> {
  if (federationQueries(db).enrolment.get() === undefined) throw failure('NOT_ENROLLED')
  const able = transferCandidates(db, memberIds, today).filter(({ problem }) => problem === null)
  const [first] = able
  if (first === undefined) throw failure('NOTHING_TO_SAVE')
  const { insert } = transferQueries(db)
  const title = able.length === 1 ? `${first.name} → ${toUnion}` : toUnion
  const batchId = await writeRows(db, { kind: 'transfer', title }, able, (member) =>
    insert.run({
      id: newId(transferIdSchema),
      memberId: member.memberId,
      toOrganisation: toOrganisation ?? '',
      toUnion,
      reason,
      note,
      duesUntil: duesUntil ?? member.duesUntil,
      requestedOn: today,
      withdrawnOn: null,
    }),
  )
  return { batchId, members: able.length }
}

/** A request that is not settled yet. Throws NOT_FOUND, TRANSFER_DONE. */
function requireOpen(db: BranchDatabase, id: TransferId): TransferRow {
  const found = transferQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  const state = found.result === null ? null : readResult(found.result).state
  if (state === 'accepted' || state === 'returned') throw failure('TRANSFER_DONE')
  return found
}

/** See the contract. Throws NOT_FOUND, TRANSFER_DONE. */
export function withdrawTransfer(db: BranchDatabase, id: TransferId, today: Day): { batchId: BatchId } {
  const { name, toUnion } = requireOpen(db, id)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${name} → ${toUnion}` }, () => {
    transferQueries(db).setWithdrawn.run({ id, withdrawnOn: today })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** See the contract. Throws NOT_FOUND, TRANSFER_DONE. */
export function redirectTransfer(
  db: BranchDatabase,
  id: TransferId,
  { toOrganisation, toUnion }: ToUnion,
): { batchId: BatchId } {
  const { name } = requireOpen(db, id)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${name} → ${toUnion}` }, () => {
    transferQueries(db).setUnion.run({ id, toOrganisation: toOrganisation ?? '', toUnion })
    return { count: 1, result: null }
  })
  return { batchId }
}
