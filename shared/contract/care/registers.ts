import { z } from 'zod'
import {
  batchIdSchema,
  checkupIdSchema,
  legalCaseIdSchema,
  memberIdSchema,
  mutualAidClaimIdSchema,
  mutualAidIdSchema,
  providerIdSchema,
} from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import {
  checkupInputSchema,
  checkupSchema,
  legalCaseInputSchema,
  legalCaseSchema,
  mutualAidClaimInputSchema,
  mutualAidClaimSchema,
  mutualAidInputSchema,
  mutualAidSchema,
} from '../../model/service-register'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

/** Whom a line is about. */
const whoSchema = z.object({ name: z.string(), department: z.string().nullable() })
const searchSchema = z.string().trim().max(60).default('')
const batchSchema = z.object({ batchId: batchIdSchema })
const manySchema = z.array(memberIdSchema).min(1).max(100_000)
const savedSchema = progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())
const written = { language: sheetLanguageSchema }

export const legalViewSchema = z.enum(['open', 'closed', 'all'])
export type LegalView = z.infer<typeof legalViewSchema>
const legalFilterSchema = z.object({ view: legalViewSchema, search: searchSchema })
export type LegalFilter = z.infer<typeof legalFilterSchema>

/** A case in a list: what it is about stays out of it. */
export const legalRowSchema = legalCaseSchema
  .omit({ matter: true, outcome: true, note: true })
  .extend({ ...whoSchema.shape, providerName: z.string().nullable() })
export type LegalRow = z.infer<typeof legalRowSchema>
const legalInputSchema = legalCaseInputSchema.refine(
  ({ openedOn, closedOn }) => closedOn === null || closedOn >= openedOn,
)
const legalRefSchema = z.object({ id: legalCaseIdSchema })

/** Legal aid 法律援助; what a case is about is sensitive. */
const legal = {
  /** Latest first. */
  list: procedure.input(legalFilterSchema.extend(pageSchema.shape)).output(pageOf(legalRowSchema)),
  counts: procedure.output(z.record(legalViewSchema, z.int())),
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(legalRowSchema)),
  /** With what it is about; logged. Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  reveal: procedure.input(legalRefSchema).output(legalCaseSchema),
  /** Errors: NOT_FOUND. */
  add: procedure.input(legalInputSchema).output(batchSchema),
  /** Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  update: procedure.input(legalRefSchema.extend({ legalCase: legalInputSchema })).output(batchSchema),
  remove: procedure.input(z.object({ ids: z.array(legalCaseIdSchema).min(1).max(10_000) })).output(batchSchema),
  /** Without what the cases are about. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  exportList: procedure.input(legalFilterSchema.extend(written)).output(savedSchema),
}

export const coverViewSchema = z.enum([
  'current',
  'ending', // ends within `ENDING_DAYS` and is not gone on with by a later one of the same plan
  'ended',
  'all',
])
export type CoverView = z.infer<typeof coverViewSchema>
/** How many days before its end, and after it, a cover is asked about. */
export const ENDING_DAYS = 30
const coverFilterSchema = z.object({
  view: coverViewSchema,
  plan: z.string().max(100).nullable().default(null),
  search: searchSchema,
})
export type CoverFilter = z.infer<typeof coverFilterSchema>
export const coverRowSchema = mutualAidSchema.extend({ ...whoSchema.shape, claims: z.int() })
export type CoverRow = z.infer<typeof coverRowSchema>
const inOrder = ({ validFrom, validUntil }: { readonly validFrom: string; readonly validUntil: string }) =>
  validFrom <= validUntil
const coverRefSchema = z.object({ id: mutualAidIdSchema })

export const claimViewSchema = z.enum(['open', 'paid', 'refused', 'all'])
export type ClaimView = z.infer<typeof claimViewSchema>
export const claimStateSchema = claimViewSchema.exclude(['all'])
/** A claim in a list: why it was made, and why refused, stays out of it. */
export const claimRowSchema = mutualAidClaimSchema
  .omit({ kind: true, refusal: true, note: true })
  .extend({ ...whoSchema.shape, memberId: memberIdSchema, plan: z.string(), state: claimStateSchema })
export type ClaimRow = z.infer<typeof claimRowSchema>
const claimFilterSchema = z.object({ view: claimViewSchema, search: searchSchema })
export type ClaimFilter = z.infer<typeof claimFilterSchema>
const claimInputSchema = mutualAidClaimInputSchema.refine(
  ({ happenedOn, claimedOn, paid, paidOn, refusal }) =>
    happenedOn <= claimedOn && (paid === null) === (paidOn === null) && (paid === null || refusal === null),
)
const claimRefSchema = z.object({ id: mutualAidClaimIdSchema })

/** Mutual aid 互助保障: who is covered by which plan, and what was claimed; why is sensitive. */
const mutualAid = {
  /** The first to end first. */
  covers: procedure
    .input(coverFilterSchema.extend(pageSchema.shape))
    .output(pageOf(coverRowSchema).extend({ premium: fenSchema })),
  coverIds: procedure.input(coverFilterSchema).output(z.array(mutualAidIdSchema)),
  coverCounts: procedure.output(z.record(coverViewSchema, z.int())),
  plans: procedure.output(z.array(z.string())),
  /** Covers and claims of a member, latest first. */
  ofMember: procedure
    .input(z.object({ memberId: memberIdSchema }))
    .output(z.object({ covers: z.array(coverRowSchema), claims: z.array(claimRowSchema) })),
  /** What `enrol` would do: members it covers, and who is covered by the plan in some of the days. */
  previewEnrol: procedure
    .input(
      mutualAidInputSchema.pick({ plan: true, validFrom: true, validUntil: true }).extend({ memberIds: manySchema }),
    )
    .output(z.object({ members: z.int(), covered: z.int() })),
  /** Covers members by a plan as one batch; who is covered already is passed over. Errors: NOT_FOUND, NOTHING_TO_SAVE. */
  enrol: procedure
    .input(
      mutualAidInputSchema.omit({ memberId: true, number: true }).extend({ memberIds: manySchema }).refine(inOrder),
    )
    .output(batchSchema.extend({ members: z.int() })),
  /**
   * Goes on with covers for as long as they were, from the day after their end; what goes on already is passed over.
   * Errors: NOT_FOUND, NOTHING_TO_SAVE.
   */
  renew: procedure
    .input(z.object({ ids: z.array(mutualAidIdSchema).min(1).max(100_000) }))
    .output(batchSchema.extend({ members: z.int() })),
  /** Errors: NOT_FOUND. */
  updateCover: procedure
    .input(coverRefSchema.extend({ cover: mutualAidInputSchema.omit({ memberId: true }).refine(inOrder) }))
    .output(batchSchema),
  /** What was claimed from goes with its claims. */
  removeCovers: procedure.input(z.object({ ids: z.array(mutualAidIdSchema).min(1).max(100_000) })).output(batchSchema),
  exportCovers: procedure.input(coverFilterSchema.extend(written)).output(savedSchema),
  /** Latest first. */
  claims: procedure
    .input(claimFilterSchema.extend(pageSchema.shape))
    .output(pageOf(claimRowSchema).extend({ paid: fenSchema })),
  /** With why it was made; logged. Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  revealClaim: procedure.input(claimRefSchema).output(mutualAidClaimSchema),
  /** Errors: NOT_FOUND, CLAIM_NOT_COVERED for what happened outside the cover. */
  addClaim: procedure.input(claimInputSchema).output(batchSchema),
  /** Errors: NOT_FOUND, SENSITIVE_CLOSED, CLAIM_NOT_COVERED. */
  updateClaim: procedure.input(claimRefSchema.extend({ claim: claimInputSchema })).output(batchSchema),
  removeClaim: procedure.input(claimRefSchema).output(batchSchema),
  /** Without why claims were made. */
  exportClaims: procedure.input(claimFilterSchema.extend(written)).output(savedSchema),
}

export const checkupViewSchema = z.enum([
  'arranged',
  'attended',
  'missed',
  'followUp', // to be seen again by `FOLLOW_UP_DAYS` from now; while sensitive data is open
  'all',
])
export type CheckupView = z.infer<typeof checkupViewSchema>
/** How many days ahead somebody is reminded of being seen again. */
export const FOLLOW_UP_DAYS = 14
const checkupFilterSchema = z.object({
  view: checkupViewSchema,
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
  search: searchSchema,
})
export type CheckupFilter = z.infer<typeof checkupFilterSchema>
/** A check-up in a list: what was found stays out of it, and when to be seen again but in the list of those. */
export const checkupRowSchema = checkupSchema
  .omit({ finding: true, note: true })
  .extend({ ...whoSchema.shape, providerName: z.string().nullable() })
export type CheckupRow = z.infer<typeof checkupRowSchema>
const checkupRefSchema = z.object({ id: checkupIdSchema })
const checkupIdsSchema = z.object({ ids: z.array(checkupIdSchema).min(1).max(100_000) })

/** Check-ups 职工体检; what was found is sensitive. */
const checkups = {
  /** Latest first; those to be seen again the first due first. Errors: SENSITIVE_CLOSED for those. */
  list: procedure.input(checkupFilterSchema.extend(pageSchema.shape)).output(pageOf(checkupRowSchema)),
  ids: procedure.input(checkupFilterSchema).output(z.array(checkupIdSchema)),
  counts: procedure.output(z.record(checkupViewSchema, z.int())),
  years: procedure.output(z.array(z.string())),
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(checkupRowSchema)),
  /** With what was found; logged. Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  reveal: procedure.input(checkupRefSchema).output(checkupSchema),
  /** Arranges a check-up for members as one batch; who has one arranged that day is passed over. Errors: NOT_FOUND, NOTHING_TO_SAVE. */
  arrange: procedure
    .input(
      checkupInputSchema
        .pick({ on: true, providerId: true, package: true, cost: true })
        .extend({ memberIds: manySchema }),
    )
    .output(batchSchema.extend({ members: z.int() })),
  /** Errors: NOT_FOUND. */
  mark: procedure
    .input(checkupIdsSchema.extend({ attendance: checkupInputSchema.shape.attendance }))
    .output(batchSchema.extend({ members: z.int() })),
  /** Errors: NOT_FOUND, SENSITIVE_CLOSED. */
  update: procedure
    .input(checkupRefSchema.extend({ checkup: checkupInputSchema.omit({ memberId: true }) }))
    .output(batchSchema),
  remove: procedure.input(checkupIdsSchema).output(batchSchema),
  /** Without what was found. */
  exportList: procedure.input(checkupFilterSchema.extend(written)).output(savedSchema),
}

/** Simple registers 服务登记: legal aid, mutual aid, check-ups. */
export const registers = {
  legal,
  mutualAid,
  checkups,
  /** Who gives such services, those in use. */
  providers: procedure.output(z.array(z.object({ id: providerIdSchema, name: z.string() }))),
}
