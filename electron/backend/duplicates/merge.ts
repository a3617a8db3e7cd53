import type { BranchDatabase } from '../../../db/branch-database'
import { duplicateQueries } from '../../../db/queries/duplicates'
import { memberQueries } from '../../../db/queries/members'
import { undoBatch, type UndoResult } from '../../../db/undo'
import {
  memberMergeIdSchema,
  newId,
  notSamePersonIdSchema,
  type BatchId,
  type MemberId,
} from '../../../shared/model/id'
import type { MemberField } from '../../../shared/model/member'
import { carryLedger, carryLedgerBack } from '../dues/payments/carrying'
import { requireMember } from '../members/require-member'

/** See the contract. Throws NOT_FOUND, BUSY. */
export function mergeMembers(
  db: BranchDatabase,
  { into, from, take }: { readonly into: MemberId; readonly from: MemberId; readonly take: readonly MemberField[] },
): BatchId {
  const [kept, gone] = [requireMember(db, into), requireMember(db, from)]
  const { move, moveParticipations, moveCustomValues, moveBases, moveExemptions, removeLeft, moveMerged, merge } =
    duplicateQueries(db)
  const title = kept.name === gone.name ? kept.name : `${kept.name} ← ${gone.name}`
  return db.writeBatch({ kind: 'merge', title }, (batchId) => {
    const taken = Object.fromEntries(take.map((field) => [field, gone[field]]))
    memberQueries(db).update.run({ ...kept, ...taken })
    carryLedger(db, from, into, batchId)
    const all = [...move, moveParticipations, moveCustomValues, moveBases, moveExemptions, moveMerged]
    for (const statement of all) statement.run({ from, into })
    for (const statement of removeLeft) statement.run({ from })
    merge.run({ id: newId(memberMergeIdSchema), from, into })
    return { count: 2, result: null }
  }).batchId
}

/** Undoes a merge, or the undo of one: the records are as they were before, and so are their ledgers. */
export function undoMerge(db: BranchDatabase, batchId: BatchId): Promise<UndoResult> {
  return undoBatch(db, batchId, (undoId) => carryLedgerBack(db, batchId, undoId))
}

/** See the contract. Throws NOT_FOUND, BUSY. */
export function distinguishMembers(db: BranchDatabase, one: MemberId, other: MemberId): BatchId {
  const names = [requireMember(db, one), requireMember(db, other)].map(({ name }) => name)
  return db.writeBatch({ kind: 'distinction', title: names.join('、') }, () => {
    writeDistinction(db, one, other)
    return { count: 1, result: null }
  }).batchId
}

/** Keeps within the write that is open that two members are two persons. */
export function writeDistinction(db: BranchDatabase, one: MemberId, other: MemberId): void {
  const [memberId, otherId] = one < other ? [one, other] : [other, one]
  duplicateQueries(db).distinguish.run({ id: newId(notSamePersonIdSchema), memberId, otherId })
}
