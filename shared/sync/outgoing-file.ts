import { z } from 'zod'

/** Largest file that answers a directive, and of a piece of it on its way. Bytes. */
export const OUTGOING_MAX_BYTES = 20 * 1024 * 1024
export const PIECE_MAX_BYTES = 256 * 1024

/** SHA-256, hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A piece of a file with where it begins; an empty one asks how much the hub has. */
export const pieceSchema = z.object({
  hash: hashSchema,
  size: z.int().positive().max(OUTGOING_MAX_BYTES),
  offset: z.int().nonnegative(),
  content: z.base64().max(Math.ceil(PIECE_MAX_BYTES / 3) * 4),
})
export type Piece = z.infer<typeof pieceSchema>

/** Why the hub does not take a file. */
export const fileRefusalSchema = z.enum([
  'UNKNOWN', // no answer of the organisation names it
  'WRONG_CONTENT', // the content has another hash; what was sent of it is thrown away
  'WRONG_TYPE',
])
export type FileRefusal = z.infer<typeof fileRefusalSchema>
