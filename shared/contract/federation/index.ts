import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { procedure } from '../errors'
import { codeLists } from './code-lists'
import { conflicts } from './conflicts'
import { directives } from './directives'
import { entries } from './entries'
import { exchange } from './exchange'
import { storedFiguresSchema } from '../hub'
import { log } from './log'
import { passing } from './passing'
import { roll } from './roll'
import { settings } from './settings'

export { attentionEntrySchema, type AttentionEntry } from './entries'
import { transfers } from './transfers'

/** Why a try to reach the hub failed; codes of the error catalogue. */
export const hubProblemSchema = z.enum([
  'HUB_UNREACHABLE',
  'HUB_NOT_TRUSTED',
  'HUB_NOT_A_HUB',
  'HUB_INCOMPATIBLE',
  /** The union above revoked the enrolment, or its hub lost it: leave and enrol anew. */
  'NOT_ENROLLED',
  /** Another copy of this record has sent already; `takeOver` lets this one go on. */
  'HUB_REFUSES_COPY',
])
export type HubProblem = z.infer<typeof hubProblemSchema>

/** What both sides count of a branch. */
const comparedFiguresSchema = storedFiguresSchema.omit({ entries: true })

export const sendProgressSchema = z.object({
  /** Entries stored at the hub since they began to gather, of as many. */
  sent: z.int().nonnegative(),
  total: z.int().positive(),
  /** Whether they were sent before and go up once more, since more of them may leave the branch now. */
  isAgain: z.boolean(),
  /** By the rate of the last minute; null while that is not known well enough. */
  secondsLeft: z.int().nonnegative().nullable(),
})
export type SendProgress = z.infer<typeof sendProgressSchema>

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
    link: z.enum([
      'synced',
      'waiting',
      'sending',
      'offline',
      /** Stopped by hand; goes on at `syncNow` or when the program is started anew. */
      'paused',
    ]),
    /** How far what waits has gone up; null while nothing waits. */
    progress: sendProgressSchema.nullable(),
    /** Why the last try failed. */
    problem: hubProblemSchema.nullable(),
    lastContact: momentSchema.nullable(),
    /** What the branch has and what the hub said to have of it, when nothing waited; null while that is not known. */
    figures: z.object({ here: comparedFiguresSchema, there: comparedFiguresSchema }).nullable(),
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
  /** Sends nothing by itself any more until `syncNow`; what was sent stays sent. */
  pause: procedure.output(federationStateSchema),
  leave: procedure.output(federationStateSchema),
  /** This copy of the record goes on and the other stops; for `HUB_REFUSES_COPY`. Nothing unsent is lost. */
  takeOver: procedure.output(federationStateSchema),
  conflicts,
  directives,
  entries,
  codeLists,
  transfers,
  exchange,
  roll,
  passing,
  settings,
  log,
}
