import { z } from 'zod'
import { momentSchema } from './date'

/** What the link to the hub did. */
export const syncEventKindSchema = z.enum(['pass', 'enrol', 'leave', 'takeOver', 'passing', 'settings', 'resend'])
export type SyncEventKind = z.infer<typeof syncEventKindSchema>

/** Counts, bytes, codes and the name of a hub; never what was sent, nor whom it is about. */
export const syncEventDetailSchema = z.record(z.string(), z.union([z.string().max(200), z.number(), z.null()]))
export type SyncEventDetail = z.infer<typeof syncEventDetailSchema>

export const syncEventSchema = z.object({
  id: z.int(),
  at: momentSchema,
  kind: syncEventKindSchema,
  detail: syncEventDetailSchema,
})
export type SyncEvent = z.infer<typeof syncEventSchema>

/** How long events are kept at least, in days: 网络安全法 asks for six months of logs (art. 21, since 2017-06-01). */
export const SYNC_EVENT_KEPT_DAYS = 190
/** Most events kept; the oldest go first, though none that is younger than that. */
export const SYNC_EVENTS_MAX = 50_000
