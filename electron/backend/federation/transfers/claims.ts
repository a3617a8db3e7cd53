import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries } from '../../../../db/queries/federation'
import { readClaimResult, transferQueries, type ClaimRow } from '../../../../db/queries/transfers'
import type { ClaimInput, OwnClaim } from '../../../../shared/contract/federation/transfers'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day } from '../../../../shared/model/date'
import { newId, transferIdSchema, type BatchId, type BranchId, type TransferId } from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import type { ClaimResult } from '../../../../shared/model/transfer'
import { normaliseIdNumber } from '../../../../shared/rules/id-number'
import { maskIdNumber, maskPhone } from '../../../../shared/rules/mask'
import { normalisePhone } from '../../../../shared/rules/phone'
import { standingOf } from './standing'

/** Asks another union for a member. Throws NOT_ENROLLED. */
export function claimMember(
  db: BranchDatabase,
  { idNumber, phone, fromOrganisation, ...claim }: ClaimInput,
  today: Day,
): { batchId: BatchId } {
  if (federationQueries(db).enrolment.get() === undefined) throw failure('NOT_ENROLLED')
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${claim.fromUnion} → ${claim.name}` }, () => {
    transferQueries(db).insertClaim.run({
      ...claim,
      id: newId(transferIdSchema),
      idNumber: idNumber === null ? null : normaliseIdNumber(idNumber),
      phone: phone === null ? null : normalisePhone(phone),
      fromOrganisation: fromOrganisation ?? '',
      requestedOn: today,
      withdrawnOn: null,
    })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** Keeps how far a claim of this branch is. */
export function keepClaimResult(db: BranchDatabase, result: ClaimResult): void {
  transferQueries(db).putClaimResult.run({ id: result.id, body: JSON.stringify(result), at: now() })
}

/** A claim as it stands. */
function ownClaimOf({ result: body, fromOrganisation, ...row }: ClaimRow, today: Day): OwnClaim {
  const result = body === null ? null : readClaimResult(body)
  return {
    ...row,
    ...standingOf(row, result, today),
    idNumber: row.idNumber === null ? null : maskIdNumber(row.idNumber),
    phone: row.phone === null ? null : maskPhone(row.phone),
    fromOrganisation: fromOrganisation === '' ? (result?.fromOrganisation ?? null) : fromOrganisation,
    fromUnion: result?.fromOrganisation == null ? row.fromUnion : result.fromUnion,
  }
}

export function claimPage(db: BranchDatabase, page: Page, today: Day) {
  const { claims, claimCount } = transferQueries(db)
  return { total: claimCount.get() ?? 0, rows: claims.all(page).map((row) => ownClaimOf(row, today)) }
}

/** A claim that is not settled yet. Throws NOT_FOUND, TRANSFER_DONE. */
function requireOpen(db: BranchDatabase, id: TransferId, today: Day): OwnClaim {
  const found = transferQueries(db).claim.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  const claim = ownClaimOf(found, today)
  if (claim.state === 'accepted' || claim.state === 'returned') throw failure('TRANSFER_DONE')
  return claim
}

/** See the contract. Throws NOT_FOUND, TRANSFER_DONE. */
export function withdrawClaim(db: BranchDatabase, id: TransferId, today: Day): { batchId: BatchId } {
  const { name, fromUnion } = requireOpen(db, id, today)
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${fromUnion} → ${name}` }, () => {
    transferQueries(db).setClaimWithdrawn.run({ id, withdrawnOn: today })
    return { count: 1, result: null }
  })
  return { batchId }
}

/** See the contract. Throws NOT_FOUND, TRANSFER_DONE also for one that a union was told of: that is taken back and made anew. */
export function redirectClaim(
  db: BranchDatabase,
  id: TransferId,
  { fromOrganisation, fromUnion }: { readonly fromOrganisation: BranchId | null; readonly fromUnion: string },
  today: Day,
): { batchId: BatchId } {
  const { name, state } = requireOpen(db, id, today)
  if (state !== 'unsent' && state !== 'unknownUnion') throw failure('TRANSFER_DONE')
  const { batchId } = db.writeBatch({ kind: 'transfer', title: `${fromUnion} → ${name}` }, () => {
    transferQueries(db).setClaimUnion.run({ id, fromOrganisation: fromOrganisation ?? '', fromUnion })
    return { count: 1, result: null }
  })
  return { batchId }
}
