import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { duesBasisSchema } from '../../model/dues-rule'
import { batchIdSchema, duesBasisIdSchema, memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { basisChangeSchema } from '../../rules/dues/basis'
import { doubtSchema } from '../../rules/dues/match-person'
import { payColumnSchema, payRowSchema } from '../../rules/dues/pay-sheet'
import { procedure } from '../errors'
import { progressOf } from '../progress'

/** Whose basis is asked for: everybody's, that of one class, or the members without a recorded one. */
export const basisFilterSchema = z.enum([...duesBasisSchema.shape.memberClass.options, 'none'])
export type BasisFilter = z.infer<typeof basisFilterSchema>

/** A member with the basis that holds in a month; null without one, then dues follow from the record's wage. */
export const memberBasisSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  staffNumber: z.string().nullable(),
  wage: fenSchema.nullable(),
  basis: duesBasisSchema.nullable(),
})
export type MemberBasis = z.infer<typeof memberBasisSchema>

export const basisEditSchema = z.object({
  memberIds: z.array(memberIdSchema).min(1).max(100_000),
  /** The month from which it holds, until the next one of the member begins. */
  validFrom: monthSchema,
  change: basisChangeSchema,
})

/** What setting bases comes to. */
const basisCountsSchema = z.object({
  /** Members who get a new one, those of `replaced` among them. */
  members: z.int().nonnegative(),
  /** Members who have one that begins in the very month. */
  replaced: z.int().nonnegative(),
  /** Members whose basis is the same already. */
  same: z.int().nonnegative(),
})

/** A row of a pay sheet with whom it is about. */
export const matchedPayRowSchema = payRowSchema.omit({ idNumber: true }).extend({
  match: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('matched'),
      memberId: memberIdSchema,
      by: z.enum(['staffNumber', 'idNumber', 'department']),
    }),
    z.object({ kind: z.literal('ambiguous'), memberIds: z.array(memberIdSchema), doubt: doubtSchema }),
    /** An earlier row is about the same member. */
    z.object({ kind: z.literal('repeated'), memberId: memberIdSchema, earlier: z.int() }),
    z.object({ kind: z.literal('unknown') }),
  ]),
})
export type MatchedPayRow = z.infer<typeof matchedPayRowSchema>

export const paySheetSchema = z.object({
  fileName: z.string(),
  columns: z.array(payColumnSchema),
  rows: z.array(matchedPayRowSchema),
  /** Everybody whom the rows are or may be about. */
  members: z.array(memberBasisSchema),
})
export type PaySheet = z.infer<typeof paySheetSchema>

/** Class and pay 缴费基数 that members' dues follow from, as dated rows. */
export const bases = {
  /** Those of a member, the newest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(duesBasisSchema)),
  /** Present members with what holds in a month, by name. */
  list: procedure
    .input(
      pageSchema.extend({
        month: monthSchema,
        filter: basisFilterSchema.nullable(),
        search: z.string().trim().max(60).default(''),
      }),
    )
    .output(pageOf(memberBasisSchema)),
  /** How many present members each class has in a month, and how many have no basis. */
  counts: procedure
    .input(z.object({ month: monthSchema }))
    .output(z.array(z.object({ filter: basisFilterSchema, members: z.int() }))),
  /** What `set` would do. Errors: NOT_FOUND. */
  previewSet: procedure.input(basisEditSchema).output(basisCountsSchema),
  /**
   * Changes what dues of members follow from, as one batch; what the change does not name stays as it was.
   * Errors: NOT_FOUND, BASIS_EXISTS unless replacing is wanted, NOTHING_TO_SAVE.
   */
  set: procedure
    .input(
      basisEditSchema.extend({ note: duesBasisSchema.shape.note.default(null), replace: z.boolean().default(false) }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
  /** Errors: NOT_FOUND. */
  remove: procedure.input(z.object({ id: duesBasisIdSchema })).output(z.object({ batchId: batchIdSchema })),
  /**
   * Reads a pay sheet of the finance office and finds its people, with what holds for them in a month; nothing is
   * written. Errors: FILE_…, PAY_SHEET_WITHOUT_PAY.
   */
  read: procedure.input(z.object({ file: z.file(), month: monthSchema })).output(progressOf(paySheetSchema)),
  /** Writes what a person looked at, as one batch. Errors: NOT_FOUND, BASIS_EXISTS, NOTHING_TO_SAVE. */
  import: procedure
    .input(
      z.object({
        fileName: z.string().max(300),
        validFrom: monthSchema,
        rows: z
          .array(z.object({ memberId: memberIdSchema, change: basisChangeSchema }))
          .min(1)
          .max(100_000),
        replace: z.boolean(),
      }),
    )
    .output(z.object({ batchId: batchIdSchema, members: z.int() })),
}
