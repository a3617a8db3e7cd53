import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { changeIdSchema, memberIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { entryStateSchema, reportingSchema } from '../../model/reporting'
import { syncedTableSchema } from '../../sync/change'
import { heldReasonSchema, rejectionCodeSchema } from '../../sync/receipt'
import { procedure } from '../errors'

/** An entry of the change log with what became of it at the union above; no values. */
export const reportedEntrySchema = z.object({
  id: changeIdSchema,
  at: momentSchema,
  table: syncedTableSchema,
  rowId: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  /** The fields it changed, as `members.history` names them. */
  fields: z.array(z.string()),
  state: entryStateSchema,
  /** The hub's code, see `shared/sync/receipt`; null where it gave none. */
  reason: z.enum([...heldReasonSchema.options, ...rejectionCodeSchema.options]).nullable(),
  /** The fields that the reason or the conflict is about. */
  about: z.array(z.string()),
})
export type ReportedEntry = z.infer<typeof reportedEntrySchema>

/** An entry that did not simply become part of the hub's record, with the record that it is about. */
export const attentionEntrySchema = reportedEntrySchema.extend({
  /** When the hub said so. */
  answeredAt: momentSchema,
  memberId: memberIdSchema.nullable(),
  /** What the record is called; null where it has no name, or one that is sensitive. */
  name: z.string().nullable(),
  /** What it belongs to: an activity, a committee, a provider; null where it stands by itself. */
  partOf: z.object({ table: syncedTableSchema, id: z.string() }).nullable(),
})
export type AttentionEntry = z.infer<typeof attentionEntrySchema>

/** What became at the union above of what was recorded here, entry by entry. */
export const entries = {
  /** Entries that the hub refused or holds, newest first. */
  attention: procedure.input(pageSchema).output(pageOf(attentionEntrySchema)),
  /** How a member stands; null while the branch is not enrolled. */
  standing: procedure.input(z.object({ memberId: memberIdSchema })).output(reportingSchema.nullable()),
  /** What was recorded of a member and of all that belongs to them, newest first. */
  ofMember: procedure
    .input(z.object({ memberId: memberIdSchema, ...pageSchema.shape }))
    .output(pageOf(reportedEntrySchema)),
}
