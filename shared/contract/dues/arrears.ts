import { z } from 'zod'
import { monthSchema } from '../../model/date'
import { memberIdSchema } from '../../model/id'
import { fenSchema } from '../../model/money'
import { pageOf, pageSchema } from '../../model/page'
import { procedure } from '../errors'

export const debtorSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  owed: fenSchema,
  /** Oldest charged month that payments do not cover yet. */
  since: monthSchema,
  months: z.int().positive(),
})
export type Debtor = z.infer<typeof debtorSchema>

/** Arrears 欠缴. */
export const arrears = {
  /** Members who owe, largest debt first. */
  debtors: procedure
    .input(z.object({ search: z.string().trim().max(60).default(''), ...pageSchema.shape }))
    .output(pageOf(debtorSchema).extend({ owed: fenSchema })),
}
