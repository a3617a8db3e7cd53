import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries } from '../../../../db/queries/federation'
import {
  asTransferId,
  readIncoming,
  readResult,
  transferQueries,
  type TransferRow,
} from '../../../../db/queries/transfers'
import type { IncomingTransfer, OutgoingTransfer } from '../../../../shared/contract/federation/transfers'
import type { Day } from '../../../../shared/model/date'
import type { MemberId, TransferId } from '../../../../shared/model/id'
import type { Page } from '../../../../shared/model/page'
import { waitingTime } from '../../../../shared/rules/transfers/terms'
import { requireMember } from '../../members/require-member'
import { shownDuplicate } from './duplicates'
import { shownHistory } from './former-fields'
import { lateEditsOf } from './late-edits'
import { standingOf } from './standing'

/** A request as it stands. */
export function outgoingOf({ result: body, toOrganisation, ...row }: TransferRow, today: Day): OutgoingTransfer {
  const result = body === null ? null : readResult(body)
  return {
    ...row,
    ...standingOf(row, result, today),
    toOrganisation: toOrganisation === '' ? (result?.toOrganisation ?? null) : toOrganisation,
    toUnion: result?.toOrganisation == null ? row.toUnion : result.toUnion,
    handedOverOn: result?.handedOverOn ?? null,
    isForced: result?.isForced ?? false,
  }
}

export function outgoingPage(db: BranchDatabase, page: Page, today: Day) {
  const { outgoing, outgoingCount } = transferQueries(db)
  return { total: outgoingCount.get() ?? 0, rows: outgoing.all(page).map((row) => outgoingOf(row, today)) }
}

function incomingOf(db: BranchDatabase, id: TransferId, body: string, today: Day): IncomingTransfer[] {
  const { request } = readIncoming(body)
  if (request === null) return []
  const answer = transferQueries(db).answer.get(id)
  const { days, isLate } = waitingTime(request.requestedOn, today)
  return [
    {
      ...request,
      answer: answer?.decision ?? null,
      answerReason: answer?.reason ?? null,
      memberId: answer?.memberId ?? null,
      waitingDays: days,
      isLate: isLate && request.state === 'asked' && answer === undefined,
    },
  ]
}

export function incomingPage(db: BranchDatabase, page: Page, today: Day) {
  const queries = transferQueries(db)
  const rows = queries.incomingPage.all(page).flatMap(({ id, body }) => incomingOf(db, id, body, today))
  return { total: queries.incomingCount.get() ?? 0, rows }
}

export function duplicatePage(db: BranchDatabase, page: Page) {
  const { duplicates, duplicateCount } = transferQueries(db)
  return { total: duplicateCount.get() ?? 0, rows: duplicates.all(page).map(shownDuplicate) }
}

/** See the contract. Throws NOT_FOUND. */
export function transfersOfMember(db: BranchDatabase, memberId: MemberId, today: Day) {
  requireMember(db, memberId)
  const queries = transferQueries(db)
  const request = queries.latestOfMember.get(memberId)
  const cameBy = queries.transferOfMember.get(memberId)
  const incoming = cameBy === undefined ? undefined : queries.incoming.get(asTransferId(cameBy))
  return {
    isEnrolled: federationQueries(db).enrolment.get() !== undefined,
    request: request === undefined ? null : outgoingOf(request, today),
    history: incoming === undefined ? [] : shownHistory(readIncoming(incoming).history),
    lateEdits: lateEditsOf(db, memberId),
    duplicates: queries.duplicatesOf.all(memberId).map(shownDuplicate),
  }
}
