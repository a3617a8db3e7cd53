import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { momentSchema } from '../model/date'
import { changeIdSchema } from '../model/id'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

/** How the branch stands to the hub of the union above. */
export const federationStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notEnrolled') }),
  z.object({
    state: z.literal('enrolled'),
    hubName: z.string(),
    address: z.string(),
    /** Entries not stored at the hub yet. */
    waiting: z.int().nonnegative(),
    /** Entries the hub refused or holds. */
    attention: z.int().nonnegative(),
    link: z.enum(['synced', 'waiting', 'sending', 'offline']),
    /** Why the last try failed. */
    problem: z.enum(['HUB_UNREACHABLE', 'HUB_NOT_TRUSTED', 'HUB_NOT_A_HUB', 'NOT_ENROLLED']).nullable(),
    lastContact: momentSchema.nullable(),
  }),
])
export type FederationState = z.infer<typeof federationStateSchema>

/** Federation 联网: what was recorded here reaches the union above. */
export const federation = {
  state: procedure.output(federationStateSchema),
  /** The state now and whenever it changes. */
  watch: procedure.output(eventIterator(federationStateSchema)),
  enrol: procedure
    .input(
      z.object({
        /** `https://…`, or `http://` on loopback only. */
        address: z.url({ protocol: /^https?$/ }),
        code: z.string().trim().min(6).max(40),
      }),
    )
    .output(federationStateSchema),
  /** Tries now instead of at the next turn. */
  syncNow: procedure.output(federationStateSchema),
  leave: procedure.output(federationStateSchema),
  /** Entries that the hub refused or holds, with its reason. */
  attention: procedure.input(pageSchema).output(
    pageOf(
      z.object({
        id: changeIdSchema,
        table: z.string(),
        result: z.enum(['conflict', 'held', 'rejected']),
        reason: z.string().nullable(),
        at: momentSchema,
      }),
    ),
  ),
}
