import type { z } from 'zod'
import { daySchema, type Day } from '../../../shared/model/date'
import { parsePartialDate } from '../../components/partial-date'

/** A text as typed; null where it is left out. */
export const orNull = (text: string): string | null => text.trim() || null

/** A day as typed: null where it is left out, and as it stands where it is none, for a schema to refuse. */
export function typedDay(text: string): string | null {
  return text.trim() === '' ? null : (parsePartialDate(text) ?? text)
}

/** A day as typed; null where it is none. */
export function readDay(text: string): Day | null {
  return daySchema.safeParse(parsePartialDate(text)).data ?? null
}

/** A whole number as typed: null where it is left out, and NaN where it is none, for a schema to refuse. */
export function typedCount(text: string): number | null {
  const digits = text.normalize('NFKC').trim()
  if (digits === '') return null
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}

/** The fields that a schema refused. */
export function refusedFields(error: z.ZodError | undefined): ReadonlySet<PropertyKey> {
  return new Set((error?.issues ?? []).flatMap(({ path }) => path.slice(0, 1)))
}
