import { z } from 'zod'
import { codeListSchema, codePlaceSchema } from '../../model/code-list'
import { momentSchema } from '../../model/date'
import { procedure } from '../errors'

/** A code list of the union above, and how the record goes with it. */
export const receivedCodeListSchema = codeListSchema.extend({
  receivedAt: momentSchema,
  /** Recorded values that the list does not have, the most frequent first. */
  unlisted: z.array(z.object({ value: z.string(), count: z.int().positive() })),
  /** Whether it is for a custom field that this branch has not made. */
  fieldMissing: z.boolean(),
})
export type ReceivedCodeList = z.infer<typeof receivedCodeListSchema>

/** Code lists 代码表 of the union above; read-only at the branch. */
export const codeLists = {
  /** Those that stand first, then those withdrawn. */
  list: procedure.output(z.array(receivedCodeListSchema)),
  /** The words offered for free texts that have a list. */
  offered: procedure.output(z.partialRecord(codePlaceSchema, z.array(z.string()))),
}
