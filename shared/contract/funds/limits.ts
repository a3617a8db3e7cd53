import { z } from 'zod'
import { daySchema } from '../../model/date'
import { fundFormSchema, spendingLimitInputSchema, spendingLimitSchema } from '../../model/fund'
import {
  activityIdSchema,
  batchIdSchema,
  careGiftIdSchema,
  fundEntryIdSchema,
  memberIdSchema,
  spendingLimitIdSchema,
} from '../../model/id'
import { limitItemSchema } from '../../model/limit-item'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

const yearSchema = z.string().regex(/^\d{4}$/)
const batchRefSchema = z.object({ batchId: batchIdSchema })

/** A limit ends no earlier than it begins. */
const limitPeriodSchema = spendingLimitInputSchema.refine(
  ({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom,
  { path: ['validUntil'] },
)

/** How many members' limits an answer lists at most; those passed come first. */
export const STATES_LISTED = 200

/** How a limit stands for a member, see `shared/rules/funds/limits`. */
export const memberLimitSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  item: limitItemSchema,
  limit: spendingLimitSchema,
  allowed: fenSchema,
  before: fenSchema,
  after: fenSchema,
  over: fenSchema,
})
export type MemberLimit = z.infer<typeof memberLimitSchema>

/** What is about to be spent on members. */
export const limitCheckInputSchema = z.object({
  on: daySchema,
  activityId: activityIdSchema.nullable(),
  form: fundFormSchema.nullable(),
  shares: z
    .array(z.object({ memberId: memberIdSchema, item: limitItemSchema.nullable(), amount: fenSchema }))
    .max(100_000),
  /** Gifts of the register that are about to be changed: what they are now does not count. */
  exceptGifts: z.array(careGiftIdSchema).max(100_000).default([]),
})
export type LimitCheckInput = z.infer<typeof limitCheckInputSchema>

export const limitCheckSchema = z.object({
  /** Those passed first; the first ones where there are more. */
  states: z.array(memberLimitSchema),
  /** How many members would pass a limit. */
  over: z.int().nonnegative(),
  /** Items that may not be given in that form. */
  forbidden: z.array(limitItemSchema),
  /** Members with open dues, where the limits are for those who pay on time. */
  owing: z.int().nonnegative(),
})
export type LimitCheck = z.infer<typeof limitCheckSchema>

/** What a member was given of an item in a year, and how it stands against the limit that comes closest to it. */
export const limitTotalSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  item: limitItemSchema,
  given: fenSchema,
  entries: z.int().positive(),
  /** Null where no limit holds. */
  limit: spendingLimitSchema.nullable(),
  allowed: fenSchema.nullable(),
  left: fenSchema.nullable(),
  over: fenSchema,
})
export type LimitTotal = z.infer<typeof limitTotalSchema>

/** What is behind a total: an entry of the book, or a gift of the register; the words of some gifts are held back. */
export const limitEntrySchema = z
  .object({
    on: daySchema,
    voucherNumber: z.int().positive().nullable(),
    summary: z.string().nullable(),
    form: fundFormSchema.nullable(),
    overLimitReason: z.string().nullable(),
    amount: fenSchema,
  })
  .and(
    z.discriminatedUnion('source', [
      z.object({ source: z.literal('entry'), id: fundEntryIdSchema }),
      z.object({ source: z.literal('gift'), id: careGiftIdSchema }),
    ]),
  )
export type LimitEntry = z.infer<typeof limitEntrySchema>

/** Limits 支出标准 of spending on a member: those of the branch, and what each member was given. */
export const limits = {
  /** By item, the latest first. */
  list: procedure.output(z.array(spendingLimitSchema)),
  /** Takes over items of a table of `shared/codes/limits` from a day on, as one batch. Errors: NOT_FOUND. */
  adopt: procedure
    .input(z.object({ table: z.string(), items: z.array(limitItemSchema).min(1), from: daySchema }))
    .output(batchRefSchema),
  /** Adds a limit, or changes one. Errors: NOT_FOUND, LIMIT_OVERLAPS. */
  save: procedure
    .input(z.object({ id: spendingLimitIdSchema.nullable(), limit: limitPeriodSchema }))
    .output(batchRefSchema),
  /** Errors: NOT_FOUND. */
  remove: procedure.input(z.object({ id: spendingLimitIdSchema })).output(batchRefSchema),
  /** What a spending would do to the limits of its members. */
  check: procedure.input(limitCheckInputSchema).output(limitCheckSchema),
  /** By member and item, those over a limit first, then by what is left. */
  totals: procedure
    .input(
      z.object({
        year: yearSchema,
        /** A part of the name. */
        search: z.string().trim().max(60).default(''),
        isOverOnly: z.boolean().default(false),
        ...pageSchema.shape,
      }),
    )
    .output(pageOf(limitTotalSchema).extend({ over: z.int().nonnegative(), given: fenSchema })),
  ofMember: procedure.input(z.object({ memberId: memberIdSchema, year: yearSchema })).output(z.array(limitTotalSchema)),
  /** The entries and gifts behind a total, the latest first. */
  entries: procedure
    .input(z.object({ memberId: memberIdSchema, item: limitItemSchema, year: yearSchema }))
    .output(z.array(limitEntrySchema)),
}
