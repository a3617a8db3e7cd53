import { z } from 'zod'
import { festivalSchema, retirementGroupSchema } from '../../codes/care'
import { careGiftInputSchema, careGiftSchema, careKindSchema } from '../../model/care-gift'
import { daySchema, monthSchema, partialDateSchema } from '../../model/date'
import { fundEntrySchema } from '../../model/fund'
import { batchIdSchema, careGiftIdSchema, fundEntryIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

const yearSchema = z.string().regex(/^\d{4}$/)
const batchRefSchema = z.object({ batchId: batchIdSchema })
const giftIdsSchema = z.array(careGiftIdSchema).min(1).max(100_000)

/** Which lines of a year's register are looked at; what is null, false or empty does not narrow. */
export const giftFilterSchema = z.object({
  year: yearSchema,
  kind: careKindSchema.nullable().default(null),
  month: monthSchema.nullable().default(null),
  department: z.string().nullable().default(null),
  isUnsigned: z.boolean().default(false),
  /** Own money that is not in the book yet. */
  isUnbooked: z.boolean().default(false),
  /** Those that an act recorded. */
  batchId: batchIdSchema.nullable().default(null),
  /** A part of the name or of the goods. */
  search: z.string().trim().max(60).default(''),
})
export type GiftFilter = z.infer<typeof giftFilterSchema>

/** A line of the register. */
export const giftLineSchema = careGiftSchema.extend({
  name: z.string(),
  department: z.string().nullable(),
  /** Of the spending that paid it; null while none that stands did. */
  voucherNumber: z.int().positive().nullable(),
  /** Whether occasion and note say something of health and are held back. */
  isHidden: z.boolean(),
})
export type GiftLine = z.infer<typeof giftLineSchema>

/** The spending of the book that pays gifts; its amount, shares and form follow from them. */
export const giftBookingSchema = fundEntrySchema
  .pick({ account: true, on: true, subcategory: true, summary: true, counterpart: true, invoice: true })
  .extend({ category: z.string() })
export type GiftBooking = z.infer<typeof giftBookingSchema>

const bookedSchema = z.object({ entryId: fundEntryIdSchema, voucherNumber: z.int().positive() })

const whoSchema = z.object({ memberId: memberIdSchema, name: z.string(), department: z.string().nullable() })

/** Somebody to be given something, and what they were given for it already. */
const proposedSchema = whoSchema.extend({
  given: z.object({ id: careGiftIdSchema, on: daySchema, amount: fenSchema }).nullable(),
})
export type Proposed = z.infer<typeof proposedSchema>

/** By the month and day of birth; whose day is not known stand last. */
const birthdaySchema = proposedSchema.extend({ birthDate: partialDateSchema, age: z.int().nonnegative() })
export type Birthday = z.infer<typeof birthdaySchema>

/** When somebody reaches the age of retirement, by each group that may be meant; one unless it has to be asked. */
const retiringSchema = proposedSchema.extend({
  birthDate: partialDateSchema,
  months: z.array(z.object({ group: retirementGroupSchema, month: monthSchema })).min(1),
})
export type Retiring = z.infer<typeof retiringSchema>

/** What gifts of a kind reached and cost in a time; amounts of all of them, whoever paid. */
export const careFigureSchema = z.object({
  kind: careKindSchema,
  gifts: z.int().nonnegative(),
  people: z.int().nonnegative(),
  amount: fenSchema,
  /** Per person reached. */
  perHead: fenSchema,
  /** Members who had the occasion, where the record tells: those of the birthday months, for festivals all. */
  entitled: z.int().nonnegative().nullable(),
})
export type CareFigure = z.infer<typeof careFigureSchema>

/** What members are given on their occasions 慰问. */
export const gifts = {
  /** The register of a year, the latest first, with the sums of all that the filter finds. */
  list: procedure.input(giftFilterSchema.extend(pageSchema.shape)).output(
    pageOf(giftLineSchema).extend({
      amount: fenSchema,
      members: z.int().nonnegative(),
      unsigned: z.int().nonnegative(),
      unbooked: z.int().nonnegative(),
    }),
  ),
  /** The ids of all that the filter finds, in the order of the list. */
  ids: procedure.input(giftFilterSchema).output(z.array(careGiftIdSchema)),
  /** Years that have gifts, the latest first, the present one always. */
  years: procedure.output(z.array(yearSchema)),
  get: procedure.input(z.object({ id: careGiftIdSchema })).output(giftLineSchema),
  /** What a member was given in all years, the latest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(giftLineSchema)),
  /**
   * Records gifts, and books them as one spending where `booking` is given, all in one batch. Errors: GIFT_INVALID,
   * NOT_FOUND, REASON_MISSING where a limit is passed or a form not allowed without a reason; those of `book`.
   */
  add: procedure
    .input(
      z.object({
        /** What the act is called in the log. */
        title: z.string().trim().min(1).max(100),
        gifts: z.array(careGiftInputSchema).min(1).max(100_000),
        booking: giftBookingSchema.nullable(),
      }),
    )
    .output(batchRefSchema.extend({ booked: bookedSchema.nullable() })),
  /**
   * Changes a gift; what the book holds of it stays: GIFT_BOOKED where that would change. Where occasion and note are
   * held back they stay as well. Errors: GIFT_INVALID, NOT_FOUND, REASON_MISSING, GIFT_BOOKED.
   */
  change: procedure.input(z.object({ id: careGiftIdSchema, gift: careGiftInputSchema })).output(batchRefSchema),
  /** Errors: NOT_FOUND, GIFT_BOOKED. */
  remove: procedure.input(z.object({ ids: giftIdsSchema })).output(batchRefSchema),
  /**
   * Books gifts that are not booked as one spending with a share of each member. Errors: NOT_FOUND, GIFT_BOOKED,
   * GIFT_PAID_BY_OTHERS, FUND_ENTRY_INVALID, MONTH_CLOSED, FUND_BEFORE_OPENING.
   */
  book: procedure
    .input(z.object({ ids: giftIdsSchema, booking: giftBookingSchema }))
    .output(batchRefSchema.extend({ booked: bookedSchema })),
  /** Says that others paid gifts, or by null that this union does. Errors: NOT_FOUND, GIFT_BOOKED. */
  setPayer: procedure
    .input(z.object({ ids: giftIdsSchema, paidBy: careGiftInputSchema.shape.paidBy }))
    .output(batchRefSchema),
  /** Marks gifts as signed for, or by null as not; who signed for another is said for one gift. Errors: NOT_FOUND. */
  sign: procedure
    .input(
      z.object({
        ids: giftIdsSchema,
        signedOn: careGiftSchema.shape.signedOn,
        receivedBy: careGiftSchema.shape.receivedBy,
      }),
    )
    .output(batchRefSchema),

  /** Members in good standing whose birthday lies in a month, and those of whom no month of birth is known. */
  birthdays: procedure
    .input(z.object({ month: monthSchema }))
    .output(z.object({ rows: z.array(birthdaySchema), unknown: z.array(whoSchema) })),
  /** Members in good standing who reach the age of retirement in a year, and those of whom it cannot be told. */
  retirements: procedure
    .input(z.object({ year: yearSchema }))
    .output(z.object({ rows: z.array(retiringSchema), unknown: z.array(whoSchema) })),
  /** The festivals of a year, and how many members in good standing were given something for each. */
  festivals: procedure.input(z.object({ year: yearSchema })).output(
    z.object({
      members: z.int().nonnegative(),
      rows: z.array(z.object({ festival: festivalSchema, on: daySchema, given: z.int().nonnegative() })),
    }),
  ),
  /** Members in good standing for a festival. */
  festival: procedure.input(z.object({ year: yearSchema, festival: festivalSchema })).output(z.array(proposedSchema)),

  /** By kind, what gifts of a year reached and cost. */
  figures: procedure.input(z.object({ year: yearSchema })).output(z.array(careFigureSchema)),

  /** Writes the lines that the filter finds to a workbook where a person says; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  export: procedure
    .input(giftFilterSchema.extend({ language: sheetLanguageSchema, paper: z.enum(['register', 'signOff']) }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
