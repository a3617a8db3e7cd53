import { z } from 'zod'
import { changeIdSchema, incarnationSchema } from '../model/id'
import { changeSchema, columnValueSchema } from './change'

/** Limits of one request; the branch keeps below them, the hub refuses what is above. Bytes. */
export const REQUEST_MAX_ENTRIES = 500
export const REQUEST_MAX_BYTES = 1024 * 1024
export const REQUEST_MAX_INFLATED_BYTES = 16 * 1024 * 1024
/** Packed size that a branch aims at, so that a slow line loses little when it breaks. */
export const PUSH_AIM_BYTES = 256 * 1024

/** A text that every database can keep. */
const name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes('\0'))

const wireColumnsSchema = z.record(name, columnValueSchema)

/** An entry as sent; its table may be one that only a newer program knows. */
export const wireChangeSchema = changeSchema.extend({
  table: name,
  rowId: z.uuid(),
  actor: name,
  before: wireColumnsSchema,
  after: wireColumnsSchema,
})
export type WireChange = z.infer<typeof wireChangeSchema>

/** How far a stream is durably stored, and the entry that is there; 0 and null when nothing of it is. */
export const headSchema = z.object({
  stream: incarnationSchema,
  seq: z.int().nonnegative(),
  id: changeIdSchema.nullable(),
})
export type Head = z.infer<typeof headSchema>
