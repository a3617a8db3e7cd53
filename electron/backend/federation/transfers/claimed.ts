import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { readIncomingClaim, transferQueries, type IncomingClaimRow } from '../../../../db/queries/transfers'
import type { ClaimOfOther } from '../../../../shared/contract/federation/transfers'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day, type Month } from '../../../../shared/model/date'
import {
  newId,
  transferAnswerIdSchema,
  type BatchId,
  type MemberId,
  type TransferId,
} from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import type { IncomingClaim, TransferAnswer } from '../../../../shared/model/transfer'
import { isClaimOpen } from '../../../../shared/rules/transfers/claim-state'
import { waitingTime } from '../../../../shared/rules/transfers/terms'
import { transferCandidates } from './request'

/** Keeps what another branch asks for as it stands; of what was taken back only the name stays. */
export function keepIncomingClaim(db: BranchDatabase, claim: IncomingClaim): void {
  const { incomingClaim, putIncomingClaim } = transferQueries(db)
  const before = incomingClaim.get(claim.id)
  const name = claim.name === '' && before !== undefined ? readIncomingClaim(before.body).name : claim.name
  putIncomingClaim.run({ id: claim.id, body: JSON.stringify({ ...claim, name }), at: now() })
}

function shownClaim(db: BranchDatabase, { body, answer, answerReason }: IncomingClaimRow, today: Day): ClaimOfOther {
  const { memberId, ...claim } = readIncomingClaim(body)
  const isHere = memberId !== null && memberQueries(db).get.get(memberId) !== undefined
  const { days, isLate } = waitingTime(claim.requestedOn, today)
  return {
    ...claim,
    member: isHere ? (transferCandidates(db, [memberId], today)[0] ?? null) : null,
    answer,
    answerReason: answer === 'handedOver' ? null : answerReason,
    waitingDays: days,
    isLate: isLate && claim.state === 'asked' && answer === null,
  }
}

export function claimedPage(db: BranchDatabase, page: Page, today: Day) {
  const { incomingClaims, incomingClaimCount } = transferQueries(db)
  const rows = incomingClaims.all(page).map((row) => shownClaim(db, row, today))
  return { total: incomingClaimCount.get() ?? 0, rows }
}

/** A claim that may be answered, also anew. Throws NOT_FOUND, TRANSFER_CLOSED. */
function requireOpen(db: BranchDatabase, id: TransferId): IncomingClaim {
  const found = transferQueries(db).incomingClaim.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  const claim = readIncomingClaim(found.body)
  if (!isClaimOpen(claim.state) || found.answer === 'handedOver') throw failure('TRANSFER_CLOSED')
  return claim
}

/** Keeps what is said to a claim beside a transfer. */
function answer(db: BranchDatabase, given: Omit<TransferAnswer, 'id' | 'memberId'>): void {
  const { answer: present, insertAnswer, updateAnswer } = transferQueries(db)
  const before = present.get(given.transferId)
  if (before !== undefined) updateAnswer.run({ ...given, id: before.id, memberId: null })
  else if (given.decision !== 'accepted') {
    insertAnswer.run({ ...given, id: newId(transferAnswerIdSchema), memberId: null })
  }
}

/** See the contract. Throws NOT_FOUND, TRANSFER_CLOSED, NOTHING_TO_SAVE. */
export function handOverMember(
  db: BranchDatabase,
  {
    id,
    memberId,
    duesUntil,
  }: { readonly id: TransferId; readonly memberId: MemberId; readonly duesUntil: Month | null },
  today: Day,
): { batchId: BatchId } {
  const { byOrganisation, byUnion, note } = requireOpen(db, id)
  const [candidate] = transferCandidates(db, [memberId], today)
  if (candidate === undefined || candidate.problem === 'notMember') throw failure('NOTHING_TO_SAVE')
  const queries = transferQueries(db)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${candidate.name} → ${byUnion}` }, () => {
    for (const open of queries.openOf.all({ memberId, exceptId: id })) {
      queries.setWithdrawn.run({ id: open.id, withdrawnOn: today })
    }
    const row = {
      id,
      memberId,
      toOrganisation: byOrganisation,
      toUnion: byUnion.slice(0, 100),
      reason: null,
      note,
      duesUntil: duesUntil ?? candidate.duesUntil,
      requestedOn: today,
      withdrawnOn: null,
    }
    if (queries.get.get(id) === undefined) queries.insert.run(row)
    else queries.setHandedOver.run(row)
    // What was refused before is not any more.
    answer(db, { transferId: id, decision: 'accepted', reason: null, decidedOn: today, by: null })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** See the contract. Throws NOT_FOUND, TRANSFER_CLOSED, REASON_MISSING. */
export function refuseClaim(
  db: BranchDatabase,
  {
    id,
    decision,
    reason,
    by,
  }: {
    readonly id: TransferId
    readonly decision: 'refused' | 'notFound'
    readonly reason: string
    readonly by: string
  },
  today: Day,
): { batchId: BatchId } {
  if (decision === 'refused' && reason === '') throw failure('REASON_MISSING')
  const { name, byUnion } = requireOpen(db, id)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${name} → ${byUnion}` }, () => {
    answer(db, {
      transferId: id,
      decision,
      reason: reason === '' ? null : reason,
      decidedOn: today,
      by: by === '' ? null : by,
    })
    return { count: 1, result: null }
  })
  return { batchId }
}
