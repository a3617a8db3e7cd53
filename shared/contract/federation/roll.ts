import { z } from 'zod'
import { momentSchema } from '../../model/date'
import { batchIdSchema, memberIdSchema } from '../../model/id'
import { pageOf, pageSchema } from '../../model/page'
import { reportingSchema } from '../../model/reporting'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

export const rollKindSchema = z.enum(['onlyHere', 'onlyThere', 'different'])
export type RollKind = z.infer<typeof rollKindSchema>

/** What a comparison of the two rolls found. */
export const rollSummarySchema = z.object({
  at: momentSchema,
  here: z.int().nonnegative(),
  there: z.int().nonnegative(),
  same: z.int().nonnegative(),
  onlyHere: z.int().nonnegative(),
  onlyThere: z.int().nonnegative(),
  different: z.int().nonnegative(),
})
export type RollSummary = z.infer<typeof rollSummarySchema>

/** A member in whom the rolls differ; what is personal is masked. */
export const rollLineSchema = z.object({
  memberId: memberIdSchema,
  kind: rollKindSchema,
  name: z.string(),
  department: z.string().nullable(),
  /** Fields as `members.history` names them, and `status`. */
  fields: z.array(z.object({ field: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
  /** How the member stands, which often says why; null for one that is not here. */
  reporting: reportingSchema.nullable(),
  /** Of a member only the union above has: whether they were recorded here once, and deleted since. */
  wasHere: z.boolean(),
})
export type RollLine = z.infer<typeof rollLineSchema>

/** Most lines on paper; a longer list is saved as a workbook. */
export const ROLL_PRINTED_MAX = 1500

const ofKind = z.object({ kind: rollKindSchema })

/** The roll as the union above holds it, compared with the branch's own 名册核对. */
export const roll = {
  /** The last comparison since the program was started; null before the first. */
  last: procedure.output(rollSummarySchema.nullable()),
  /** Asks for the roll, page by page, and compares. Errors: NOT_ENROLLED and those of a hub. */
  compare: procedure.output(progressOf(rollSummarySchema)),
  /** By name. */
  list: procedure.input(ofKind.extend(pageSchema.shape)).output(pageOf(rollLineSchema)),
  /**
   * Says again what the branch holds of these members: whole records of those the union above lacks, the fields that differ,
   * or that they were deleted. Null stands for all of the kind. Answers how many entries that are.
   */
  resend: procedure
    .input(ofKind.extend({ memberIds: z.array(memberIdSchema).min(1).nullable() }))
    .output(z.object({ members: z.int().nonnegative() })),
  /**
   * Takes members whom only the union above has over with all that it has of them, as one batch that can be undone; null stands
   * for all. Errors: NOT_ENROLLED, BUSY and those of a hub.
   */
  takeBack: procedure
    .input(z.object({ memberIds: z.array(memberIdSchema).min(1).nullable() }))
    .output(z.object({ members: z.int().nonnegative(), batchId: batchIdSchema.nullable() })),
  /** Writes the differences to a workbook; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  save: procedure
    .input(z.object({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
