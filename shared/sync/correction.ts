import { z } from 'zod'
import { momentSchema } from '../model/date'
import { wireChangeSchema } from './wire'

/** How many entries one item holds at most; a larger correction goes down in several. */
export const CORRECTION_MAX_ENTRIES = 50

/** An entry of the stream that the union above has for a branch. */
export const correctionEntrySchema = wireChangeSchema.extend({ operation: z.enum(['insert', 'update']) })
export type CorrectionEntry = z.infer<typeof correctionEntrySchema>

/** Rows as the union above wrote them, with who did and why; see `federation/PROTOCOL.md` under Corrections. */
export const correctionSchema = z.object({
  /** Of the correction; its items and their entries share it as their change set. */
  id: z.uuidv7(),
  /** The office that made it. */
  by: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(500),
  /** By the hub's clock. */
  at: momentSchema,
  entries: z.array(correctionEntrySchema).min(1).max(CORRECTION_MAX_ENTRIES),
})
export type Correction = z.infer<typeof correctionSchema>
