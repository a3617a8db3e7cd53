import { z } from 'zod'
import { noExpiry } from '../codes'

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isRealDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0)
  return day >= 1 && day <= days
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
