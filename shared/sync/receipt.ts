import { z } from 'zod'
import { momentSchema } from '../model/date'
import { changeIdSchema } from '../model/id'
import { columnsSchema } from './change'

/** Why an entry waits at the hub. */
export const heldReasonSchema = z.enum([
  /** The sender's program is newer than the hub. */
  'UNKNOWN_TABLE',
  'UNKNOWN_COLUMN',
  /** The row that `field` refers to is not at the hub. */
  'PARENT_MISSING',
  /** The row itself is not at the hub, because its insertion was refused. */
  'ROW_MISSING',
])

/** Why an entry cannot be. */
export const rejectionCodeSchema = z.enum(['INVALID_VALUE', 'TOO_LONG', 'REQUIRED', 'APPEND_ONLY', 'FOREIGN_BRANCH'])

const rev = z.int().positive()
const field = z.string().nullable()

/** What the hub made of an entry; fields are column names. */
export const outcomeSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('applied'), rev }),
  z.object({ result: z.literal('merged'), rev }),
  /** The branch keeps what it says, see `withhold`. */
  z.object({ result: z.literal('withheld') }),
  z.object({
    result: z.literal('conflict'),
    fields: z.array(z.string()),
    /** What the hub has: of an update the entry's columns, else the whole record; null for one deleted there. */
    theirs: columnsSchema.nullable(),
    /** The office of the union above that wrote the latest of it; null for another installation of the branch. */
    theirsBy: z.string().nullable(),
    /** When, by the hub's clock. */
    theirsAt: momentSchema.nullable(),
  }),
  z.object({ result: z.literal('held'), reason: heldReasonSchema, field }),
  z.object({ result: z.literal('rejected'), reason: rejectionCodeSchema, field }),
])
export type Outcome = z.infer<typeof outcomeSchema>

/** The hub's answer to one entry, the same whenever it is sent again. */
export const receiptSchema = z.object({ id: changeIdSchema, outcome: outcomeSchema })
export type Receipt = z.infer<typeof receiptSchema>

/** Whether an outcome says nothing but that all is well. */
export function isPlain({ result }: Outcome): boolean {
  return result === 'applied' || result === 'withheld'
}
