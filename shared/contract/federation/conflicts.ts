import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { batchIdSchema, changeIdSchema, memberIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { syncedTableSchema } from '../../sync/change'
import { procedure } from '../errors'

/** One thing that the two sides say differently; masked fields carry masked values. */
export const conflictFieldSchema = z.object({
  /** As the history names it. */
  field: z.string(),
  /** The name by which it is chosen and revealed. */
  key: z.string(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
  /** Whether both values are shown masked. */
  isMasked: z.boolean(),
  /** How both can stay: one after the other, or the union's in the remark; null when one has to go. */
  bothWay: z.enum(['joined', 'remarked']).nullable(),
})
export type ConflictField = z.infer<typeof conflictFieldSchema>

/** A record of which this branch and the union above say different things. */
export const conflictCaseSchema = z.object({
  id: changeIdSchema,
  table: syncedTableSchema,
  /** Whose record it is part of, while the member is here. */
  memberId: memberIdSchema.nullable(),
  /** Of the member, or of the thing itself. */
  name: z.string(),
  /** Whether values differ, or the record is deleted on one side. */
  kind: z.enum(['values', 'deletedHere', 'deletedThere']),
  fields: z.array(conflictFieldSchema),
  /** When this branch wrote its value. */
  mineAt: momentSchema.nullable(),
  /** The office of the union above; null for another PC of this branch. */
  theirsBy: z.string().nullable(),
  theirsAt: momentSchema.nullable(),
  /** What the union above gave as its reason. */
  reason: z.string().nullable(),
  /** The batch that settled it; null while it is open. */
  batchId: batchIdSchema.nullable(),
  settledAt: momentSchema.nullable(),
})
export type ConflictCase = z.infer<typeof conflictCaseSchema>

const choiceSchema = z.enum(['mine', 'theirs', 'both'])
export type ConflictChoice = z.infer<typeof choiceSchema>

/** How a case is settled: one choice, and other ones for single fields by their `key`. */
export const caseChoiceSchema = z.object({
  id: changeIdSchema,
  choice: choiceSchema,
  fields: z.record(z.string(), choiceSchema).default({}),
})
export type CaseChoice = z.infer<typeof caseChoiceSchema>

/** The conflict inbox 冲突: where branch and union above say different things, a person of the branch chooses. */
export const conflicts = {
  /** Those that wait, the latest first; or those that are settled. */
  list: procedure
    .input(
      pageSchema.extend({
        state: z.enum(['open', 'settled']),
        /** Of one member's record only. */
        memberId: memberIdSchema.nullable().default(null),
      }),
    )
    .output(pageOf(conflictCaseSchema)),
  /**
   * Settles cases in one batch; undoing it opens them again. Errors: NOT_FOUND for one that is not open any more,
   * CONFLICT_BLOCKED where other records stand in the way, CONFLICT_VALUE_INVALID; then all of them stay open.
   */
  settle: procedure
    .input(z.object({ cases: z.array(caseChoiceSchema).min(1).max(500) }))
    .output(z.object({ batchId: batchIdSchema, settled: z.int() })),
  /** Both values of a masked field in clear; written to the access log. */
  reveal: procedure
    .input(z.object({ id: changeIdSchema, key: z.string(), reason: z.string().trim().max(200) }))
    .output(z.object({ mine: z.string().nullable(), theirs: z.string().nullable() })),
}
