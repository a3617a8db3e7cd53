import { z } from 'zod'
import { momentSchema } from '../model/date'
import { batchIdSchema } from '../model/id'
import { pageOf, pageSchema } from '../model/page'
import { procedure } from './errors'

export const batchKindSchema = z.enum([
  'import', // 导入
  'removal', // 删除
  'edit', // 批量修改 of one field of many members
  'charge', // 计费
  'payment', // 收款
  'reversal', // 冲销 of a single line; not undone, but charged or paid anew
  'participants', // 报名
  'undo', // 撤销
])
export type BatchKind = z.infer<typeof batchKindSchema>

export const batchSchema = z.object({
  id: batchIdSchema,
  kind: batchKindSchema,
  /** What it was about in its own words: a file name, a month, an activity's title. */
  title: z.string(),
  /** Records it touched. */
  count: z.int().nonnegative(),
  at: momentSchema,
  undoneAt: momentSchema.nullable(),
})
export type Batch = z.infer<typeof batchSchema>

/** Acts that touched many records at once, and taking them back. */
export const batches = {
  list: procedure.input(pageSchema).output(pageOf(batchSchema)),
  /** Takes a batch back; fields edited since keep their newer value and are counted as `kept`. */
  undo: procedure
    .input(z.object({ id: batchIdSchema }))
    .output(z.object({ undone: z.int().nonnegative(), kept: z.int().nonnegative() })),
}
