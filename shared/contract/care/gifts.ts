import { z } from 'zod'
import { careGiftSchema, careKindSchema } from '../../model/care-gift'
import { monthSchema } from '../../model/date'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

const yearSchema = z.string().regex(/^\d{4}$/)

/** Which lines of a year's register are looked at; what is null, false or empty does not narrow. */
export const giftFilterSchema = z.object({
  year: yearSchema,
  kind: careKindSchema.nullable().default(null),
  month: monthSchema.nullable().default(null),
  department: z.string().nullable().default(null),
  isUnsigned: z.boolean().default(false),
  isUnbooked: z.boolean().default(false),
  /** A part of the name, the occasion or the goods. */
  search: z.string().trim().max(60).default(''),
})
export type GiftFilter = z.infer<typeof giftFilterSchema>

/** A line of the register. */
export const giftLineSchema = careGiftSchema.extend({
  name: z.string(),
  department: z.string().nullable(),
  /** Whether a spending of the book that stands paid it. */
  isBooked: z.boolean(),
  /** Whether occasion and note say something of health and are held back. */
  isHidden: z.boolean(),
})
export type GiftLine = z.infer<typeof giftLineSchema>

/** What members are given on their occasions 慰问. */
export const gifts = {
  /** The register of a year, the latest first, with the sum of all that the filter finds. */
  list: procedure
    .input(giftFilterSchema.extend(pageSchema.shape))
    .output(pageOf(giftLineSchema).extend({ amount: fenSchema, members: z.int().nonnegative() })),
}
