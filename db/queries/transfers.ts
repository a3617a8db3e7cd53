import { z } from 'zod'
import type { Day, Moment } from '../../shared/model/date'
import {
  transferIdSchema,
  type BatchId,
  type BranchId,
  type ForeignDuplicateId,
  type LateEditId,
  type MemberId,
  type MembershipEventId,
  type TransferId,
} from '../../shared/model/id'
import type { Page } from '../../shared/model/page'
import {
  claimResultSchema,
  foreignDuplicateSchema,
  formerUnionSchema,
  incomingClaimSchema,
  lateEditSchema,
  transferRequestSchema,
  transferResultSchema,
  type Transfer,
  type TransferAnswer,
  type TransferClaim,
} from '../../shared/model/transfer'
import { perDatabase } from '../branch-database'
import { undoneAtOf } from './batches'

/** A request of this branch as SQLite holds it; the union is '' where only its name is known. */
export interface TransferRow extends Omit<Transfer, 'toOrganisation'> {
  readonly toOrganisation: BranchId | ''
  readonly name: string
  /** JSON of what the hub said last; null for nothing yet. */
  readonly result: string | null
}

/** A claim of this branch as SQLite holds it; the union is '' where only its name is known. */
export interface ClaimRow extends Omit<TransferClaim, 'fromOrganisation'> {
  readonly fromOrganisation: BranchId | ''
  /** JSON of what the hub said last; null for nothing yet. */
  readonly result: string | null
  /** The record here, once it is made. */
  readonly memberId: MemberId | null
}

/** What another branch asks this one for, as stored, with what this branch said to it. */
export interface IncomingClaimRow {
  readonly id: TransferId
  readonly body: string
  readonly answer: 'handedOver' | 'refused' | 'notFound' | null
  readonly answerReason: string | null
}

/** What is kept of a request to this branch. */
export const keptIncomingSchema = z.object({
  request: transferRequestSchema.nullable(),
  /** What came with the member's record, for reading. */
  history: z.array(formerUnionSchema),
  /** Ids of the events of packets that were taken over; none is taken over twice. */
  taken: z.array(z.string()),
})
export type KeptIncoming = z.infer<typeof keptIncomingSchema>

/** What is kept of a member whom another branch has too. */
export const keptDuplicateSchema = z.object({ item: foreignDuplicateSchema, rightful: z.string().nullable() })
export type KeptDuplicate = z.infer<typeof keptDuplicateSchema>

export const readResult = (body: string) => transferResultSchema.parse(JSON.parse(body))
export const readIncoming = (body: string) => keptIncomingSchema.parse(JSON.parse(body))
export const readClaimResult = (body: string) => claimResultSchema.parse(JSON.parse(body))
export const readIncomingClaim = (body: string) => incomingClaimSchema.parse(JSON.parse(body))
export const readDuplicate = (body: string) => keptDuplicateSchema.parse(JSON.parse(body))
export const readLateEdit = (body: string) => lateEditSchema.parse(JSON.parse(body))

const transferColumns = `transfer.id, transfer.member_id AS memberId, to_organisation AS toOrganisation,
  to_union AS toUnion, transfer.reason, note, dues_until AS duesUntil, requested_on AS requestedOn,
  withdrawn_on AS withdrawnOn, member.name, transfer_result.body AS result`
const fromTransfer = `FROM transfer JOIN member ON member.id = transfer.member_id
  LEFT JOIN transfer_result ON transfer_result.transfer_id = transfer.id`
const resultState = "coalesce(transfer_result.body ->> '$.state', 'unsent')"
/** Not settled one way or the other. */
const isOpen = `${resultState} IN ('unsent', 'asked', 'unknownUnion') AND withdrawn_on IS NULL`

const answerColumns = `id, transfer_id AS transferId, decision, reason, decided_on AS decidedOn, "by", member_id AS memberId`
const asks = "json_extract(incoming_transfer.body, '$.request.state') = 'asked' AND transfer_answer.id IS NULL"
const isDuplicateOpen = "json_extract(body, '$.item.endedOn') IS NULL AND settled_at IS NULL"

const fromClaim = `FROM transfer_claim LEFT JOIN claim_result ON claim_id = transfer_claim.id
  LEFT JOIN transfer_answer ON transfer_id = transfer_claim.id`
const claimColumns = `transfer_claim.id, name, id_number AS idNumber, phone, from_organisation AS fromOrganisation,
  from_union AS fromUnion, note, requested_on AS requestedOn, withdrawn_on AS withdrawnOn, claim_result.body AS result,
  transfer_answer.member_id AS memberId`
const claimSaid = "coalesce(claim_result.body ->> '$.state', 'unsent')"
const isClaimOpen = `withdrawn_on IS NULL AND ${claimSaid} NOT IN ('accepted', 'returned', 'withdrawn')`

/** What this branch said to a claim; a hand-over that was taken back is none. */
const claimAnswer = `CASE WHEN transfer.id IS NOT NULL THEN 'handedOver' WHEN transfer_answer.decision <> 'accepted' THEN transfer_answer.decision END`
const fromIncomingClaim = `FROM incoming_claim
  LEFT JOIN transfer ON transfer.id = incoming_claim.id AND transfer.withdrawn_on IS NULL
  LEFT JOIN transfer_answer ON transfer_id = incoming_claim.id`
const claimWaits = `incoming_claim.body ->> '$.state' = 'asked' AND ${claimAnswer} IS NULL`
const incomingClaimColumns = `incoming_claim.id, incoming_claim.body, ${claimAnswer} AS answer,
  transfer_answer.reason AS answerReason`

/** A late edit that somebody adopted is open again while that is undone. */
const isLateEditOpen = `(settled_at IS NULL OR ${undoneAtOf('late_edit.batch_id')} IS NOT NULL)`

/** A duplicate as stored, with the member's name. */
export interface DuplicateRow {
  readonly name: string
  readonly body: string
}

/** Prepared statements of transfers and of persons in two branches. */
export const transferQueries = perDatabase(({ sqlite }) => ({
  insert: sqlite.prepare<[Omit<TransferRow, 'name' | 'result'>]>(
    `INSERT INTO transfer (id, member_id, to_organisation, to_union, reason, note, dues_until, requested_on, withdrawn_on)
    VALUES (@id, @memberId, @toOrganisation, @toUnion, @reason, @note, @duesUntil, @requestedOn, @withdrawnOn)`,
  ),
  setUnion: sqlite.prepare<[Pick<TransferRow, 'id' | 'toOrganisation' | 'toUnion'>]>(
    'UPDATE transfer SET to_organisation = @toOrganisation, to_union = @toUnion, withdrawn_on = NULL WHERE id = @id',
  ),
  setWithdrawn: sqlite.prepare<[{ readonly id: TransferId; readonly withdrawnOn: Day | null }]>(
    'UPDATE transfer SET withdrawn_on = @withdrawnOn WHERE id = @id',
  ),
  get: sqlite.prepare<[TransferId], TransferRow>(`SELECT ${transferColumns} ${fromTransfer} WHERE transfer.id = ?`),
  /** Those that are open first, then the latest. */
  outgoing: sqlite.prepare<[Page], TransferRow>(
    `SELECT ${transferColumns} ${fromTransfer}
    ORDER BY NOT (${isOpen}), requested_on DESC, transfer.id DESC LIMIT @limit OFFSET @offset`,
  ),
  outgoingCount: sqlite.prepare<[], number>('SELECT count(*) FROM transfer').pluck(),
  latestOfMember: sqlite.prepare<[MemberId], TransferRow>(
    `SELECT ${transferColumns} ${fromTransfer} WHERE transfer.member_id = ? ORDER BY transfer.id DESC LIMIT 1`,
  ),
  isAsked: sqlite
    .prepare<[MemberId], number>(`SELECT EXISTS (SELECT 1 ${fromTransfer} WHERE transfer.member_id = ? AND ${isOpen})`)
    .pluck(),

  putResult: sqlite.prepare<[{ readonly id: TransferId; readonly body: string; readonly at: Moment }]>(
    `INSERT INTO transfer_result (transfer_id, body, received_at) VALUES (@id, @body, @at)
    ON CONFLICT (transfer_id) DO UPDATE SET body = excluded.body, received_at = excluded.received_at`,
  ),
  result: sqlite.prepare<[TransferId], string>('SELECT body FROM transfer_result WHERE transfer_id = ?').pluck(),
  /** Results of transfers by which an event was written, of a batch's rows. */
  resultsOfBatch: sqlite
    .prepare<[BatchId], string>(
      `SELECT body FROM transfer_result WHERE EXISTS (SELECT 1 FROM change WHERE batch_id = ?
        AND (row_id = transfer_id OR row_id = (transfer_result.body ->> '$.event.id')))`,
    )
    .pluck(),
  resultOfEvent: sqlite
    .prepare<[MembershipEventId], string>(
      "SELECT body FROM transfer_result WHERE (transfer_result.body ->> '$.event.id') = ?",
    )
    .pluck(),

  putIncoming: sqlite.prepare<[{ readonly id: TransferId; readonly body: string; readonly at: Moment }]>(
    `INSERT INTO incoming_transfer (id, body, received_at) VALUES (@id, @body, @at)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
  ),
  incoming: sqlite.prepare<[TransferId], string>('SELECT body FROM incoming_transfer WHERE id = ?').pluck(),
  /** Those that wait for an answer first, the oldest of them at the top; then the latest. */
  incomingPage: sqlite.prepare<[Page], { readonly id: TransferId; readonly body: string }>(
    `SELECT incoming_transfer.id, body FROM incoming_transfer
      LEFT JOIN transfer_answer ON transfer_id = incoming_transfer.id
      WHERE json_extract(body, '$.request') IS NOT NULL
      ORDER BY NOT (${asks}), CASE WHEN ${asks} THEN received_at END, received_at DESC, incoming_transfer.id
      LIMIT @limit OFFSET @offset`,
  ),
  incomingCount: sqlite
    .prepare<[], number>("SELECT count(*) FROM incoming_transfer WHERE json_extract(body, '$.request') IS NOT NULL")
    .pluck(),
  toAnswer: sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM incoming_transfer LEFT JOIN transfer_answer ON transfer_id = incoming_transfer.id WHERE ${asks}`,
    )
    .pluck(),

  answer: sqlite.prepare<[TransferId], TransferAnswer>(
    `SELECT ${answerColumns} FROM transfer_answer WHERE transfer_id = ?`,
  ),
  insertAnswer: sqlite.prepare<[TransferAnswer]>(
    `INSERT INTO transfer_answer (id, transfer_id, decision, reason, decided_on, "by", member_id)
    VALUES (@id, @transferId, @decision, @reason, @decidedOn, @by, @memberId)`,
  ),
  updateAnswer: sqlite.prepare<[TransferAnswer]>(
    `UPDATE transfer_answer SET decision = @decision, reason = @reason, decided_on = @decidedOn, "by" = @by,
      member_id = @memberId WHERE id = @id AND transfer_id = @transferId`,
  ),
  insertClaim: sqlite.prepare<[Omit<ClaimRow, 'result' | 'memberId'>]>(
    `INSERT INTO transfer_claim (id, name, id_number, phone, from_organisation, from_union, note, requested_on, withdrawn_on)
    VALUES (@id, @name, @idNumber, @phone, @fromOrganisation, @fromUnion, @note, @requestedOn, @withdrawnOn)`,
  ),
  claim: sqlite.prepare<[TransferId], ClaimRow>(`SELECT ${claimColumns} ${fromClaim} WHERE transfer_claim.id = ?`),
  /** What is open first, then the latest. */
  claims: sqlite.prepare<[Page], ClaimRow>(
    `SELECT ${claimColumns} ${fromClaim}
    ORDER BY NOT (${isClaimOpen}), requested_on DESC, transfer_claim.id DESC LIMIT @limit OFFSET @offset`,
  ),
  claimCount: sqlite.prepare<[], number>('SELECT count(*) FROM transfer_claim').pluck(),
  /** Claims that somebody here has to look at: without success so far. */
  claimsToSee: sqlite
    .prepare<[], number>(
      `SELECT count(*) ${fromClaim} WHERE withdrawn_on IS NULL AND ${claimSaid} IN ('unknownUnion', 'refused', 'notFound')`,
    )
    .pluck(),
  setClaimUnion: sqlite.prepare<[Pick<ClaimRow, 'id' | 'fromOrganisation' | 'fromUnion'>]>(
    'UPDATE transfer_claim SET from_organisation = @fromOrganisation, from_union = @fromUnion WHERE id = @id',
  ),
  setClaimWithdrawn: sqlite.prepare<[{ readonly id: TransferId; readonly withdrawnOn: Day }]>(
    'UPDATE transfer_claim SET withdrawn_on = @withdrawnOn WHERE id = @id',
  ),
  putClaimResult: sqlite.prepare<[{ readonly id: TransferId; readonly body: string; readonly at: Moment }]>(
    `INSERT INTO claim_result (claim_id, body, received_at) VALUES (@id, @body, @at)
    ON CONFLICT (claim_id) DO UPDATE SET body = excluded.body, received_at = excluded.received_at`,
  ),
  putIncomingClaim: sqlite.prepare<[{ readonly id: TransferId; readonly body: string; readonly at: Moment }]>(
    `INSERT INTO incoming_claim (id, body, received_at) VALUES (@id, @body, @at)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
  ),
  incomingClaim: sqlite.prepare<[TransferId], IncomingClaimRow>(
    `SELECT ${incomingClaimColumns} ${fromIncomingClaim} WHERE incoming_claim.id = ?`,
  ),
  /** What waits for an answer first, the oldest of them at the top; then the latest. */
  incomingClaims: sqlite.prepare<[Page], IncomingClaimRow>(
    `SELECT ${incomingClaimColumns} ${fromIncomingClaim}
    ORDER BY NOT (${claimWaits}), CASE WHEN ${claimWaits} THEN received_at END, received_at DESC, incoming_claim.id
    LIMIT @limit OFFSET @offset`,
  ),
  incomingClaimCount: sqlite.prepare<[], number>('SELECT count(*) FROM incoming_claim').pluck(),
  claimsToAnswer: sqlite.prepare<[], number>(`SELECT count(*) ${fromIncomingClaim} WHERE ${claimWaits}`).pluck(),
  /** Another open request for a member. */
  openOf: sqlite.prepare<[{ readonly memberId: MemberId; readonly exceptId: TransferId }], Pick<TransferRow, 'id'>>(
    `SELECT transfer.id ${fromTransfer} WHERE transfer.member_id = @memberId AND transfer.id <> @exceptId AND ${isOpen}`,
  ),
  setHandedOver: sqlite.prepare<[Omit<TransferRow, 'name' | 'result'>]>(
    `UPDATE transfer SET member_id = @memberId, to_organisation = @toOrganisation, to_union = @toUnion, reason = @reason,
      note = @note, dues_until = @duesUntil, requested_on = @requestedOn, withdrawn_on = @withdrawnOn WHERE id = @id`,
  ),
  /** Members who came by a transfer with what was told of them, each by the latest. */
  cameWith: sqlite.prepare<[], { readonly memberId: MemberId; readonly body: string }>(
    `SELECT transfer_answer.member_id AS memberId, incoming_transfer.body FROM transfer_answer
      JOIN incoming_transfer ON incoming_transfer.id = transfer_id
      JOIN member ON member.id = transfer_answer.member_id`,
  ),

  /** The transfer by which a member came, the latest. */
  transferOfMember: sqlite
    .prepare<[MemberId], string>('SELECT transfer_id FROM transfer_answer WHERE member_id = ? ORDER BY id DESC LIMIT 1')
    .pluck(),

  putLateEdit: sqlite.prepare<
    [{ readonly id: LateEditId; readonly memberId: MemberId; readonly body: string; readonly at: Moment }]
  >(
    `INSERT INTO late_edit (id, member_id, body, received_at) VALUES (@id, @memberId, @body, @at)
    ON CONFLICT (id) DO NOTHING`,
  ),
  lateEdit: sqlite
    .prepare<[LateEditId], string>(`SELECT body FROM late_edit WHERE id = ? AND ${isLateEditOpen}`)
    .pluck(),
  lateEditsOf: sqlite
    .prepare<[MemberId], string>(`SELECT body FROM late_edit WHERE member_id = ? AND ${isLateEditOpen} ORDER BY rowid`)
    .pluck(),
  settleLateEdit: sqlite.prepare<[{ readonly id: LateEditId; readonly at: Moment; readonly batchId: BatchId | null }]>(
    'UPDATE late_edit SET settled_at = @at, batch_id = @batchId WHERE id = @id',
  ),

  putDuplicate: sqlite.prepare<
    [
      {
        readonly id: ForeignDuplicateId
        readonly memberId: MemberId
        readonly body: string
        readonly at: Moment
        readonly settledAt: Moment | null
      },
    ]
  >(
    `INSERT INTO foreign_duplicate (id, member_id, body, received_at, settled_at)
    VALUES (@id, @memberId, @body, @at, @settledAt)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, settled_at = excluded.settled_at`,
  ),
  duplicate: sqlite.prepare<[ForeignDuplicateId], string>('SELECT body FROM foreign_duplicate WHERE id = ?').pluck(),
  duplicates: sqlite.prepare<[Page], DuplicateRow>(
    `SELECT member.name, body FROM foreign_duplicate JOIN member ON member.id = member_id
    ORDER BY settled_at IS NOT NULL, received_at DESC, foreign_duplicate.id LIMIT @limit OFFSET @offset`,
  ),
  duplicateCount: sqlite
    .prepare<[], number>('SELECT count(*) FROM foreign_duplicate JOIN member ON member.id = member_id')
    .pluck(),
  openDuplicates: sqlite
    .prepare<[], number>(
      `SELECT count(DISTINCT member_id) FROM foreign_duplicate JOIN member ON member.id = member_id WHERE ${isDuplicateOpen}`,
    )
    .pluck(),
  duplicatesOf: sqlite.prepare<[MemberId], DuplicateRow>(
    `SELECT member.name, body FROM foreign_duplicate JOIN member ON member.id = member_id
    WHERE member_id = ? AND json_extract(body, '$.item.endedOn') IS NULL ORDER BY received_at`,
  ),
}))

export const asTransferId = (id: string): TransferId => transferIdSchema.parse(id)
