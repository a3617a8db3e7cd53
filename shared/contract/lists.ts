import { z } from 'zod'
import { batchIdSchema, memberFilterIdSchema, memberIdSchema } from '../model/id'
import { memberFieldsSchema } from '../model/member'
import { procedure } from './errors'
import { memberFilterSchema } from './members'

/** A filter with a name 常用名单: whoever meets it now, not a fixed list of people. */
export const namedListSchema = z.object({
  id: memberFilterIdSchema,
  name: z.string().trim().min(1).max(40),
  filter: memberFilterSchema,
})
export type NamedList = z.infer<typeof namedListSchema>

/** Fields that many members may be given at once: not what tells one from another, nor their unit (`organisation.move`). */
export const bulkFieldsSchema = memberFieldsSchema
  .omit({
    name: true,
    idType: true,
    idNumber: true,
    phone: true,
    staffNumber: true,
    memberCardNumber: true,
    department: true,
    unionGroup: true,
  })
  .partial()
export const bulkFieldSchema = bulkFieldsSchema.keyof()
export type BulkField = z.infer<typeof bulkFieldSchema>

/** One field of many members given the same value; null takes it away. */
export const bulkEditSchema = z.object({
  memberIds: z.array(memberIdSchema).min(1),
  /** Exactly one field. */
  fields: bulkFieldsSchema.refine((fields) => Object.keys(fields).length === 1),
})
export type BulkEdit = z.infer<typeof bulkEditSchema>

/** Named lists of members, and acting on many of them at once. */
export const lists = {
  all: procedure.output(z.array(namedListSchema)),
  /** A list of the same name is replaced. */
  save: procedure.input(namedListSchema.omit({ id: true })).output(namedListSchema),
  remove: procedure.input(z.object({ id: memberFilterIdSchema })).output(z.void()),
  /** What a bulk edit would change: how many members, and from which values. */
  previewEdit: procedure.input(bulkEditSchema).output(
    z.object({
      changed: z.int().nonnegative(),
      same: z.int().nonnegative(),
      /** Values that would be replaced, the most frequent first; null for none. */
      before: z.array(z.object({ value: z.string().nullable(), members: z.int().positive() })),
    }),
  ),
  /** Writes it as one batch. Error NOT_FOUND when somebody is gone since, then nothing is written. */
  edit: procedure.input(bulkEditSchema).output(z.object({ batchId: batchIdSchema, changed: z.int() })),
}
