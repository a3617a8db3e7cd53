import type { BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries } from '../../../../db/queries/dues/payroll'
import type { ShownDispute } from '../../../../shared/contract/dues/disputes'
import { failure } from '../../../../shared/contract/errors'
import type { Month } from '../../../../shared/model/date'
import {
  duesDisputeIdSchema,
  newId,
  type BatchId,
  type DuesDisputeId,
  type MemberId,
  type PayrollListId,
} from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import { dayOf } from '../../../../shared/rules/date'

export function disputePage(
  db: BranchDatabase,
  { isOpen, memberId, offset, limit }: Page & { readonly isOpen: boolean; readonly memberId: MemberId | null },
): { total: number; rows: ShownDispute[] } {
  const { disputes, disputeCount } = payrollQueries(db)
  const of = { isOpen: isOpen ? (1 as const) : (0 as const), memberId }
  return { total: disputeCount.get(of) ?? 0, rows: disputes.all({ ...of, offset, limit }) }
}

/** Opens disputes about months of members, see the contract. */
export function openDisputes(
  db: BranchDatabase,
  {
    memberIds,
    months,
    payrollListId,
    reason,
  }: {
    readonly memberIds: readonly MemberId[]
    readonly months: readonly Month[]
    readonly payrollListId: PayrollListId | null
    readonly reason: string
  },
): { batchId: BatchId; disputes: number } {
  const { members, openDisputes: openOf, insertDispute } = payrollQueries(db)
  const known = members.all(JSON.stringify([...new Set(memberIds)]))
  if (known.length === 0) throw failure('NOT_FOUND')
  const pairs = known.flatMap(({ memberId }) => {
    const open = new Set<string>(openOf.all(memberId))
    return [...new Set(months)].flatMap((month) => (open.has(month) ? [] : [{ memberId, month }]))
  })
  if (pairs.length === 0) throw failure('NOTHING_TO_DISPUTE')
  const openedOn = dayOf(new Date())
  const { batchId } = db.writeBatch({ kind: 'dispute', title: reason }, () => {
    for (const pair of pairs) {
      const id = newId(duesDisputeIdSchema)
      insertDispute.run({ ...pair, id, payrollListId, reason, openedOn, closedOn: null, outcome: null })
    }
    return { count: pairs.length, result: null }
  })
  return { batchId, disputes: pairs.length }
}

/** Closes disputes with what came of them, see the contract. */
export function closeDisputes(
  db: BranchDatabase,
  ids: readonly DuesDisputeId[],
  outcome: string,
): { batchId: BatchId; disputes: number } {
  const { dispute, closeDispute } = payrollQueries(db)
  const open = [...new Set(ids)].filter((id) => dispute.get(id)?.closedOn === null)
  if (open.length === 0) throw failure('NOT_FOUND')
  const closedOn = dayOf(new Date())
  const { batchId } = db.writeBatch({ kind: 'dispute', title: outcome }, () => {
    for (const id of open) closeDispute.run({ id, closedOn, outcome })
    return { count: open.length, result: null }
  })
  return { batchId, disputes: open.length }
}
