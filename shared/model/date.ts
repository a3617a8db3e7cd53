import { z } from 'zod'
import { noExpiry } from '../codes'

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A calendar day `yyyy-mm-dd` without a time zone. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay)
  .brand<'Day'>()
export type Day = z.infer<typeof daySchema>

/** A calendar month `yyyy-mm`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>()
export type Month = z.infer<typeof monthSchema>

/** A date as precise as it is known: `1990`, `1990-05` or `1990-05-17`. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/)
  .refine((text) => text.length < 10 || isRealDay(text))
  .brand<'PartialDate'>()
export type PartialDate = z.infer<typeof partialDateSchema>

/** The day until which a document is valid, as precise as it is known, or 长期 for one without an end. */
export const validUntilSchema = z.union([partialDateSchema, noExpiry.schema])
export type ValidUntil = z.infer<typeof validUntilSchema>

/** A moment in UTC, ISO 8601 with milliseconds; shown to people, never used to decide an order. */
export const momentSchema = z.iso.datetime({ precision: 3 }).brand<'Moment'>()
export type Moment = z.infer<typeof momentSchema>

/** This PC's clock. It may be wrong: shown to people, never used to decide an order. */
export function now(): Moment {
  return momentSchema.parse(new Date().toISOString())
}
