import { z } from 'zod'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import type { EventDraft } from './EventFields'

const stateSchema = z.object({
  eventDraft: z.object({
    type: membershipEventTypeSchema,
    reason: z.string().max(100),
    documentNumber: z.string().max(200),
    decidedOn: z.string().max(10),
  }),
})

/** The membership event that the page before proposes, to be checked and confirmed by a person; null without one. */
export function eventDraftState(state: unknown): Partial<EventDraft> | null {
  const given = stateSchema.safeParse(state)
  if (!given.success) return null
  const { eventDraft } = given.data
  return { ...eventDraft, documentNumber: eventDraft.documentNumber.slice(0, 60) }
}
