import { z } from 'zod'
import { memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

const sumsSchema = z.object({
  charged: fenSchema,
  waived: fenSchema,
  /** What payments of any day were set off against it. */
  paid: fenSchema,
  open: fenSchema,
})
export type RegisterSums = z.infer<typeof sumsSchema>

export const registerRowSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  unionGroup: z.string().nullable(),
  /** January to December; null where nothing is charged, and whether that is because the member is exempt. */
  months: z.array(z.object({ sums: sumsSchema.nullable(), isExempt: z.boolean() })).length(12),
  year: sumsSchema,
})
export type RegisterRow = z.infer<typeof registerRowSchema>

const yearSchema = z.object({ year: z.string().regex(/^\d{4}$/) })

/** Most rows on paper; a longer register is saved as a workbook. */
export const REGISTER_PRINTED_MAX = 1500

/** The register of dues 会费收缴登记表 of a year: everybody charged in it, month by month. */
export const register = {
  /** By 分会, 小组 and name. */
  list: procedure.input(yearSchema.extend(pageSchema.shape)).output(pageOf(registerRowSchema)),
  /** Of all rows: each month and the year. */
  sums: procedure.input(yearSchema).output(z.object({ months: z.array(sumsSchema).length(12), year: sumsSchema })),
  /** Writes it to a workbook where a person says; null when that was called off. Errors: EXPORT_NOT_WRITTEN, DISK_FULL. */
  save: procedure
    .input(yearSchema.extend({ language: sheetLanguageSchema }))
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
