import { z } from 'zod'
import { genderSchema } from '../codes'
import { daySchema, momentSchema, monthSchema, partialDateSchema } from './date'
import {
  branchIdSchema,
  duesExemptionIdSchema,
  foreignDuplicateIdSchema,
  lateEditIdSchema,
  memberIdSchema,
  membershipEventIdSchema,
  transferAnswerIdSchema,
  transferIdSchema,
} from './id'
import { membershipEventTypeSchema } from './membership'

/** What the other branch of a transfer, or of a claim, says. */
export const transferDecisionSchema = z.enum([
  'accepted', // 同意接收
  'refused', // 不予接收
  'notFound', // 没有这名会员; of a claim only
])
export type TransferDecision = z.infer<typeof transferDecisionSchema>

/** A request 转会申请 of the member's branch that another branch of the federation takes the member over. */
export const transferSchema = z.object({
  id: transferIdSchema,
  memberId: memberIdSchema,
  /** Null where only its name is known: the hub looks for it. */
  toOrganisation: branchIdSchema.nullable(),
  /** Name of that branch when it was asked. */
  toUnion: z.string().trim().min(1).max(100),
  /** 会籍变化原因. */
  reason: z.string().trim().max(100).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** The last month for which dues are paid here; null when none is known. */
  duesUntil: monthSchema.nullable(),
  requestedOn: daySchema,
  /** Set once the branch took its request back. */
  withdrawnOn: daySchema.nullable(),
})
export type Transfer = z.infer<typeof transferSchema>

/** The answer of the branch that was asked; `memberId` is its own record of the person once it accepted. */
export const transferAnswerSchema = z.object({
  id: transferAnswerIdSchema,
  transferId: transferIdSchema,
  decision: transferDecisionSchema,
  /** Always there with a refusal. */
  reason: z.string().trim().max(500).nullable(),
  decidedOn: daySchema,
  by: z.string().trim().max(60).nullable(),
  memberId: memberIdSchema.nullable(),
})
export type TransferAnswer = z.infer<typeof transferAnswerSchema>

/** How far a transfer is, see `federation/PROTOCOL.md`. */
export const transferStateSchema = z.enum([
  'unknownUnion', // 没有找到这个工会
  'asked', // 等待答复
  'withdrawn', // 已撤回
  'refused', // 不予接收
  'lapsed', // 已失效
  'accepted', // 已转会
  'returned', // 已退回
])
export type TransferState = z.infer<typeof transferStateSchema>

/** A union as others may know it. */
export const knownUnionSchema = z.object({
  id: branchIdSchema,
  name: z.string(),
  creditCode: z.string().nullable(),
  parentUnion: z.string().nullable(),
})
export type KnownUnion = z.infer<typeof knownUnionSchema>

/**
 * What a branch asks for 申请转入: that the union of somebody who came to it hands that member over. The transfer that
 * follows has the same id.
 */
export const transferClaimSchema = z.object({
  id: transferIdSchema,
  /** The person, as they said. */
  name: z.string().trim().min(1).max(60),
  idNumber: z.string().trim().max(30).nullable(),
  phone: z.string().trim().max(30).nullable(),
  /** Null where only its name is known: the hub looks for it. */
  fromOrganisation: branchIdSchema.nullable(),
  fromUnion: z.string().trim().min(1).max(100),
  note: z.string().trim().max(500).nullable(),
  requestedOn: daySchema,
  /** Set once the branch took it back. */
  withdrawnOn: daySchema.nullable(),
})
export type TransferClaim = z.infer<typeof transferClaimSchema>

/** How far a claim is, see `federation/PROTOCOL.md`. */
export const claimStateSchema = z.enum([
  'unknownUnion', // 没有找到这个工会
  'asked', // 等待答复
  'withdrawn', // 已撤回
  'refused', // 不予转出
  'notFound', // 没有这名会员
  'accepted', // 已转入
  'returned', // 已退回
])
export type ClaimState = z.infer<typeof claimStateSchema>

/** What the member's union is told of a claim; numbers masked at the hub. */
export const incomingClaimSchema = z.object({
  id: transferIdSchema,
  state: claimStateSchema,
  byOrganisation: branchIdSchema,
  byUnion: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  /** The member of that union, where the hub found exactly one. */
  memberId: memberIdSchema.nullable(),
  note: z.string().nullable(),
  requestedOn: daySchema,
})
export type IncomingClaim = z.infer<typeof incomingClaimSchema>

/** What the branch that asked for a member is told: the answer, and nothing of what the other one has. */
export const claimResultSchema = z.object({
  id: transferIdSchema,
  state: claimStateSchema,
  fromOrganisation: branchIdSchema.nullable(),
  fromUnion: z.string(),
  /** With `unknownUnion`: those that come nearest. */
  near: z.array(knownUnionSchema),
  reason: z.string().nullable(),
  by: z.string().nullable(),
})
export type ClaimResult = z.infer<typeof claimResultSchema>

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** What another branch is told of a request: enough to decide, and no more. */
export const transferRequestSchema = z.object({
  id: transferIdSchema,
  state: transferStateSchema,
  fromOrganisation: branchIdSchema,
  fromUnion: z.string(),
  name: z.string(),
  gender: genderSchema.nullable(),
  /** Masked at the hub. */
  idNumber: z.string().nullable(),
  memberSince: partialDateSchema.nullable(),
  duesUntil: monthSchema.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  requestedOn: daySchema,
})
export type TransferRequest = z.infer<typeof transferRequestSchema>

/** The event that carries a decided transfer out at the member's former branch. */
const transferEventSchema = z.object({
  id: membershipEventIdSchema,
  type: membershipEventTypeSchema.extract(['transferOut', 'transferIn']),
  recordedAt: momentSchema,
})

/** What the branch that asked is told. */
export const transferResultSchema = z.object({
  id: transferIdSchema,
  state: transferStateSchema,
  memberId: memberIdSchema,
  toOrganisation: branchIdSchema.nullable(),
  toUnion: z.string(),
  /** With `unknownUnion`: those that come nearest. */
  near: z.array(knownUnionSchema),
  /** Of a refusal, or why the union above decided itself. */
  reason: z.string().nullable(),
  by: z.string().nullable(),
  duesUntil: monthSchema.nullable(),
  /** The day of the hand-over. */
  handedOverOn: daySchema.nullable(),
  /** Whether the union above decided because nobody answered. */
  isForced: z.boolean(),
  /** With `accepted` and `returned`. */
  event: transferEventSchema.nullable(),
})
export type TransferResult = z.infer<typeof transferResultSchema>

/** A value of an own field of the union that was left; what it did not mask is not masked. */
export const formerFieldSchema = z.object({
  name: z.string(),
  kind: z.string(),
  isMasked: z.boolean(),
  value: z.string(),
})
export type FormerField = z.infer<typeof formerFieldSchema>

/** A stretch of a person's membership in one union, told to the next one for reading. */
export const formerUnionSchema = z.object({
  union: z.string(),
  events: z.array(z.object({ type: z.string(), date: z.string().nullable(), reason: z.string().nullable() })),
  posts: z.array(z.object({ title: z.string(), heldFrom: z.string().nullable(), heldTo: z.string().nullable() })),
  /** Activities taken part in, by year. */
  activities: z.array(z.object({ year: z.string(), count: z.int() })),
  /** Fen paid, by year. */
  dues: z.array(z.object({ year: z.string(), paid: z.int() })),
  /** What it was called there: 部门, 小组, 岗位 ... */
  place: z.record(z.string(), z.string()),
  /** Values of its own fields; an older hub told none. */
  custom: z.array(formerFieldSchema).default([]),
  duesUntil: monthSchema.nullable(),
  until: daySchema,
})
export type FormerUnion = z.infer<typeof formerUnionSchema>

/** The member's record on its way to the branch that took the member over; columns as the hub has them. */
export const transferPacketSchema = z.object({
  id: transferIdSchema,
  fromUnion: z.string(),
  handedOverOn: daySchema,
  duesUntil: monthSchema.nullable(),
  reason: z.string().nullable(),
  member: row,
  documents: z.array(row),
  relatives: z.array(row),
  honours: z.array(row),
  /** Values of own fields with what these are called. */
  custom: z.array(formerFieldSchema.extend({ id: z.string(), isMasked: z.boolean().default(false) })),
  /** Where the member was before, latest last. */
  history: z.array(formerUnionSchema),
  /** Ids of what the receiving branch writes, the same however often it does. */
  event: z.object({ id: membershipEventIdSchema, recordedAt: momentSchema }),
  exemptionId: duesExemptionIdSchema,
  answer: transferAnswerSchema.omit({ transferId: true, memberId: true }),
})
export type TransferPacket = z.infer<typeof transferPacketSchema>

/** Tables of which the member's present branch is told what the former one still changed. */
export const lateEditTableSchema = z.enum([
  'member',
  'membership_event',
  'identity_document',
  'relative',
  'honour',
  'custom_value',
])

/** What the former branch of a member still changed after the hand-over. */
export const lateEditSchema = z.object({
  id: lateEditIdSchema,
  /** The record at the branch that is told. */
  memberId: memberIdSchema,
  fromUnion: z.string(),
  table: lateEditTableSchema,
  rowId: z.string(),
  /** Of a value of an own field: what the field is called there. */
  field: formerFieldSchema.omit({ value: true }).nullable().default(null),
  /** Columns that changed, before and after; a row that came or went has one of them null. */
  before: row.nullable(),
  after: row.nullable(),
  at: momentSchema,
})
export type LateEdit = z.infer<typeof lateEditSchema>

/** The same person in another branch; as little of it as possible. */
export const foreignDuplicateSchema = z.object({
  id: foreignDuplicateIdSchema,
  /** The record of the branch that is told. */
  memberId: memberIdSchema,
  otherOrganisation: branchIdSchema,
  otherUnion: z.string(),
  /** When the membership there began, as far as it is known. */
  since: partialDateSchema.nullable(),
  foundOn: daySchema,
  endedOn: daySchema.nullable(),
})
export type ForeignDuplicate = z.infer<typeof foreignDuplicateSchema>
