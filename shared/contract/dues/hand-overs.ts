import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { chosenMonthSchema } from '../../model/dues'
import { batchIdSchema, handOverIdSchema, memberIdSchema } from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { handOverSchema } from '../../model/receipt'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'
import { paymentCheckSchema } from './payments'
import { issuerSchema } from './receipts'

/** How many members a hand-over has at most. */
export const HAND_OVER_ROWS = 2000

const typedSchema = z.string().max(200)

/** A sheet that is being entered, as typed; kept so that closing the program loses nothing. */
export const handOverDraftSchema = z.object({
  collector: typedSchema,
  receivedOn: typedSchema,
  declaredCount: typedSchema,
  declaredTotal: typedSchema,
  note: typedSchema,
  withReceipts: z.boolean(),
  issuer: typedSchema,
  rows: z
    .array(
      z.object({
        /** Null while it is open which member the name is of. */
        memberId: memberIdSchema.nullable(),
        name: typedSchema,
        amount: typedSchema,
      }),
    )
    .max(HAND_OVER_ROWS),
})
export type HandOverDraft = z.infer<typeof handOverDraftSchema>

/** What a sheet comes to once it can be read. */
export const handOverSheetSchema = handOverSchema.omit({ id: true }).extend({
  rows: z
    .array(z.object({ memberId: memberIdSchema, amount: fenSchema.refine((fen) => fen > 0) }))
    .min(1)
    .max(HAND_OVER_ROWS)
    .refine((rows) => new Set(rows.map(({ memberId }) => memberId)).size === rows.length),
  /** Issues a receipt to each, signed by `issuer`. */
  receipts: z.object({ issuer: issuerSchema }).nullable(),
})
export type HandOverSheet = z.infer<typeof handOverSheetSchema>

/** A member as a sheet shows them; nothing that is masked elsewhere. */
export const payingMemberSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  status: membershipStatusSchema,
  /** Zero for who owes nothing. */
  owed: fenSchema,
})
export type PayingMember = z.infer<typeof payingMemberSchema>

/** A line of a list as it was pasted. */
export const pastedLineSchema = z.object({
  name: z.string().max(60),
  staffNumber: z.string().max(60).nullable(),
  department: z.string().max(120).nullable(),
  /** Null for what was not given, or could not be read. */
  amount: fenSchema.nullable(),
})
export type PastedLine = z.infer<typeof pastedLineSchema>

/** Whom a pasted line may mean; `isSure` where it is one member and nothing speaks against it. */
export const foundMembersSchema = z.object({ members: z.array(payingMemberSchema), isSure: z.boolean() })
export type FoundMembers = z.infer<typeof foundMembersSchema>

export const handOverRowSchema = handOverSchema.extend({
  batchId: batchIdSchema,
  recordedAt: momentSchema,
  /** Whether the payments were taken back as a whole. */
  isUndone: z.boolean(),
  /** Payments taken back one by one since. */
  reversed: z.int().nonnegative(),
})
export type HandOverRow = z.infer<typeof handOverRowSchema>

const postedSchema = z.object({
  unionName: z.string(),
  handOver: handOverRowSchema,
  rows: z.array(
    z.object({
      memberId: memberIdSchema,
      name: z.string(),
      department: z.string().nullable(),
      amount: fenSchema,
      /** What the payment paid, as things stand. */
      months: z.array(chosenMonthSchema),
      /** As printed; null without a valid receipt. */
      receipt: z.string().nullable(),
      isReversed: z.boolean(),
    }),
  ),
})
export type PostedHandOver = z.infer<typeof postedSchema>

const idSchema = z.object({ id: handOverIdSchema })

/** Hand-overs of cash 交款: what a collector declares must agree with the payments entered before anything is posted. */
export const handOvers = {
  /** Those being entered, the last one touched first. */
  drafts: procedure.output(
    z.array(
      idSchema.extend({
        collector: z.string(),
        receivedOn: z.string(),
        rows: z.int().nonnegative(),
        updatedAt: momentSchema,
      }),
    ),
  ),
  draft: procedure.input(idSchema).output(handOverDraftSchema),
  /** Keeps a sheet as typed. */
  saveDraft: procedure.input(idSchema.extend({ draft: handOverDraftSchema })).output(z.void()),
  removeDraft: procedure.input(idSchema).output(z.void()),
  /** The members of a sheet, those that are there. */
  members: procedure
    .input(z.object({ ids: z.array(memberIdSchema).max(HAND_OVER_ROWS) }))
    .output(z.array(payingMemberSchema)),
  /** Whom the lines of a pasted list may mean, line by line; several of one name are for a person to decide. */
  find: procedure
    .input(z.object({ lines: z.array(pastedLineSchema).min(1).max(HAND_OVER_ROWS) }))
    .output(z.array(foundMembersSchema)),
  /**
   * What posting would do and what to ask before; writes nothing. Errors: DECLARED_DIFFERS, DAY_IN_FUTURE, MONTH_CLOSED,
   * MEMBER_LEFT, NOT_FOUND.
   */
  check: procedure.input(handOverSheetSchema).output(paymentCheckSchema),
  /**
   * Records the payments as one batch and takes the draft away; errors as of `check`, with nothing written, and BUSY.
   */
  post: procedure
    .input(z.object({ draftId: handOverIdSchema, sheet: handOverSheetSchema }))
    .output(z.object({ id: handOverIdSchema, batchId: batchIdSchema })),
  /** Latest first. */
  list: procedure.input(pageSchema).output(pageOf(handOverRowSchema)),
  get: procedure.input(idSchema).output(postedSchema),
  /** Begins a new draft with what a posted hand-over held, to enter it anew. */
  copy: procedure.input(idSchema).output(idSchema),
  /** Saves the slip as .xlsx; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  exportSlip: procedure
    .input(idSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
