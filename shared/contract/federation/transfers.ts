import { z } from 'zod'
import { monthSchema, momentSchema, partialDateSchema, daySchema } from '../../model/date'
import {
  batchIdSchema,
  branchIdSchema,
  foreignDuplicateIdSchema,
  lateEditIdSchema,
  memberIdSchema,
  transferIdSchema,
} from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { paperSheetSchema } from '../../model/paper'
import {
  claimResultSchema,
  claimStateSchema,
  formerUnionSchema,
  incomingClaimSchema,
  knownUnionSchema,
  lateEditTableSchema,
  transferClaimSchema,
  transferDecisionSchema,
  transferRequestSchema,
  transferSchema,
  transferStateSchema,
} from '../../model/transfer'
import { procedure } from '../errors'

/** How many members one request may be about. */
export const TRANSFER_MAX_MEMBERS = 500

/** A request of this branch; `unsent` until the hub has said something of it. */
export const outgoingTransferSchema = transferSchema.extend({
  name: z.string(),
  state: z.enum([...transferStateSchema.options, 'unsent']),
  /** With `unknownUnion`: those whose names come nearest. */
  near: z.array(knownUnionSchema),
  /** Why it was refused, or why the union above decided. */
  answerReason: z.string().nullable(),
  answeredBy: z.string().nullable(),
  handedOverOn: daySchema.nullable(),
  isForced: z.boolean(),
  waitingDays: z.int(),
  /** Whether an answer has been waited for longer than usual. */
  isLate: z.boolean(),
})
export type OutgoingTransfer = z.infer<typeof outgoingTransferSchema>

/** A request to this branch; `state` as the hub has it, `answer` as it was given here. */
export const incomingTransferSchema = transferRequestSchema.extend({
  answer: transferDecisionSchema.nullable(),
  answerReason: z.string().nullable(),
  /** The record here, once it is made. */
  memberId: memberIdSchema.nullable(),
  waitingDays: z.int(),
  isLate: z.boolean(),
})
export type IncomingTransfer = z.infer<typeof incomingTransferSchema>

/** Who of the members chosen can be asked for, with the last month paid; null `problem` for those who can. */
export const transferCandidateSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  duesUntil: monthSchema.nullable(),
  problem: z.enum(['notMember', 'askedAlready']).nullable(),
})
export type TransferCandidate = z.infer<typeof transferCandidateSchema>

/** What this branch asked another one for; numbers masked, `unsent` until the hub has said something of it. */
export const ownClaimSchema = transferClaimSchema.extend({
  state: z.enum([...claimStateSchema.options, 'unsent']),
  near: claimResultSchema.shape.near,
  answerReason: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** The record here, once it is made. */
  memberId: memberIdSchema.nullable(),
  waitingDays: z.int(),
  isLate: z.boolean(),
})
export type OwnClaim = z.infer<typeof ownClaimSchema>

/** What another branch asks this one for, with the member it is about as far as that is known. */
export const claimOfOtherSchema = incomingClaimSchema.omit({ memberId: true }).extend({
  member: transferCandidateSchema.nullable(),
  /** What this branch said, also where the hub has not heard of it yet. */
  answer: z.enum(['handedOver', 'refused', 'notFound']).nullable(),
  answerReason: z.string().nullable(),
  waitingDays: z.int(),
  isLate: z.boolean(),
})
export type ClaimOfOther = z.infer<typeof claimOfOtherSchema>

/** A change of one field, masked where the field is. */
const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** What the former branch of a member still changed, as it may leave the backend. */
export const shownLateEditSchema = z.object({
  id: lateEditIdSchema,
  fromUnion: z.string(),
  table: lateEditTableSchema,
  operation: z.enum(['insert', 'update', 'delete']),
  changes: z.array(fieldChange),
  at: momentSchema,
})
export type ShownLateEdit = z.infer<typeof shownLateEditSchema>

/** A member of this branch whom another one has too. */
export const shownForeignDuplicateSchema = z.object({
  id: foreignDuplicateIdSchema,
  memberId: memberIdSchema,
  name: z.string(),
  otherOrganisation: branchIdSchema,
  otherUnion: z.string(),
  since: partialDateSchema.nullable(),
  foundOn: daySchema,
  endedOn: daySchema.nullable(),
  /** Why both memberships are rightful, as somebody here noted. */
  rightful: z.string().nullable(),
})
export type ShownForeignDuplicate = z.infer<typeof shownForeignDuplicateSchema>

const { reason, note } = transferSchema.shape
/** Null where only the name is known. */
const union = z.object({ toOrganisation: branchIdSchema.nullable(), toUnion: transferSchema.shape.toUnion })

const { name, idNumber, phone, fromUnion: unionName, note: claimNote } = transferClaimSchema.shape
const fromUnion = z.object({ fromOrganisation: branchIdSchema.nullable(), fromUnion: unionName })

/** Whom a branch asks for; without a number nobody can tell two persons of one name apart. */
export const claimInputSchema = fromUnion
  .extend({ name, idNumber, phone, note: claimNote })
  .refine((claim) => claim.idNumber !== null || claim.phone !== null)
export type ClaimInput = z.infer<typeof claimInputSchema>

/** Transfers 转会 of members to and from other branches through the hub. */
export const transfers = {
  /** Unions that the hub knows by these words. Errors: NOT_ENROLLED and the problems of a hub. */
  unions: procedure
    .input(z.object({ words: z.string().trim().min(1).max(100) }))
    .output(z.object({ unions: z.array(knownUnionSchema), isExact: z.boolean() })),
  candidates: procedure
    .input(z.object({ memberIds: z.array(memberIdSchema).min(1).max(TRANSFER_MAX_MEMBERS) }))
    .output(z.array(transferCandidateSchema)),
  /**
   * Asks that another branch takes members over; who cannot be asked for is left out. `duesUntil` stands for all of them;
   * null for the last month that each has paid. Errors: NOT_ENROLLED, NOTHING_TO_SAVE.
   */
  request: procedure
    .input(
      union.extend({
        memberIds: z.array(memberIdSchema).min(1).max(TRANSFER_MAX_MEMBERS),
        reason,
        note,
        duesUntil: monthSchema.nullable(),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /** Requests of this branch, those that are open first, then the latest. */
  outgoing: procedure.input(pageSchema).output(pageOf(outgoingTransferSchema)),
  /** Takes a request back that was not accepted yet. Errors: NOT_FOUND, TRANSFER_DONE. */
  withdraw: procedure.input(z.object({ id: transferIdSchema })).output(z.object({ batchId: batchIdSchema })),
  /** Names the union anew. Errors: NOT_FOUND, TRANSFER_DONE. */
  redirect: procedure.input(union.extend({ id: transferIdSchema })).output(z.object({ batchId: batchIdSchema })),
  /** Requests to this branch, those that wait for an answer first. */
  incoming: procedure.input(pageSchema).output(pageOf(incomingTransferSchema)),
  /** Takes members over; their records come with a later exchange. Errors: NOT_FOUND, TRANSFER_CLOSED. */
  accept: procedure
    .input(z.object({ ids: z.array(transferIdSchema).min(1).max(TRANSFER_MAX_MEMBERS), by: z.string().trim().max(60) }))
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /** Errors: NOT_FOUND, TRANSFER_CLOSED, REASON_MISSING. */
  refuse: procedure
    .input(
      z.object({
        ids: z.array(transferIdSchema).min(1).max(TRANSFER_MAX_MEMBERS),
        reason: z.string().trim().max(500),
        by: z.string().trim().max(60),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /** Asks another branch for a member who came here. Errors: NOT_ENROLLED. */
  claim: procedure.input(claimInputSchema).output(z.object({ batchId: batchIdSchema })),
  /** What this branch asked for, what is open first, then the latest. */
  claims: procedure.input(pageSchema).output(pageOf(ownClaimSchema)),
  /** Takes back what was not handed over yet. Errors: NOT_FOUND, TRANSFER_DONE. */
  withdrawClaim: procedure.input(z.object({ id: transferIdSchema })).output(z.object({ batchId: batchIdSchema })),
  /** Names the union anew that the hub did not find. Errors: NOT_FOUND, TRANSFER_DONE. */
  redirectClaim: procedure
    .input(fromUnion.extend({ id: transferIdSchema }))
    .output(z.object({ batchId: batchIdSchema })),
  /** What other branches ask this one for, what waits for an answer first. */
  claimed: procedure.input(pageSchema).output(pageOf(claimOfOtherSchema)),
  /**
   * Hands a member over who was asked for, by a transfer that the other branch need not accept any more; an open request
   * for the same member is taken back. Errors: NOT_FOUND, TRANSFER_CLOSED, NOTHING_TO_SAVE.
   */
  handOver: procedure
    .input(z.object({ id: transferIdSchema, memberId: memberIdSchema, duesUntil: monthSchema.nullable() }))
    .output(z.object({ batchId: batchIdSchema })),
  /** Says why not, or that nobody like that is a member. Errors: NOT_FOUND, TRANSFER_CLOSED, REASON_MISSING. */
  refuseClaim: procedure
    .input(
      z.object({
        id: transferIdSchema,
        decision: transferDecisionSchema.extract(['refused', 'notFound']),
        reason: z.string().trim().max(500),
        by: z.string().trim().max(60),
      }),
    )
    .output(z.object({ batchId: batchIdSchema })),
  /** Members whom another branch has too, those that nobody has seen to first. */
  duplicates: procedure.input(pageSchema).output(pageOf(shownForeignDuplicateSchema)),
  /** Notes that both memberships are rightful; null takes the note back. Errors: NOT_FOUND. */
  setRightful: procedure
    .input(z.object({ id: foreignDuplicateIdSchema, reason: z.string().trim().min(1).max(200).nullable() }))
    .output(z.object({})),
  /** What there is of a member: a request, where the member came from, late edits, the same person elsewhere. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(
    z.object({
      isEnrolled: z.boolean(),
      request: outgoingTransferSchema.nullable(),
      history: z.array(formerUnionSchema),
      lateEdits: z.array(shownLateEditSchema),
      duplicates: z.array(shownForeignDuplicateSchema),
    }),
  ),
  /** Takes a late edit of the former branch over, as an ordinary edit. Errors: NOT_FOUND, LATE_EDIT_NOT_POSSIBLE. */
  adopt: procedure.input(z.object({ id: lateEditIdSchema })).output(z.object({ batchId: batchIdSchema })),
  ignore: procedure.input(z.object({ id: lateEditIdSchema })).output(z.object({})),
  /**
   * Makes an own field such as a former union had, unless there is one, and fills it for everybody who came with it and has
   * nothing in it. Errors: NOT_FOUND, CUSTOM_FIELD_EXISTS.
   */
  keepField: procedure
    .input(z.object({ memberId: memberIdSchema, name: z.string(), kind: z.string() }))
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /** The letters 会员关系转移介绍信 of requests. Errors: NOT_FOUND. */
  letters: procedure
    .input(z.object({ ids: z.array(transferIdSchema).min(1).max(TRANSFER_MAX_MEMBERS) }))
    .output(z.array(paperSheetSchema)),
  /** Saves them as a Word file; null when the dialog was cancelled. Errors: NOT_FOUND, EXPORT_NOT_WRITTEN, DISK_FULL. */
  saveLetters: procedure
    .input(z.object({ ids: z.array(transferIdSchema).min(1).max(TRANSFER_MAX_MEMBERS) }))
    .output(z.object({ fileName: z.string() }).nullable()),
}
