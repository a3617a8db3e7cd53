import { z } from 'zod'
import { articleIdSchema, batchIdSchema } from '../../model/id'
import { adoptionLevelSchema, articleInputSchema, articleSchema } from '../../model/team'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const yearSchema = z.string().regex(/^\d{4}$/)

export const namedArticleSchema = articleSchema.extend({
  /** Who wrote it: the member, or the author as typed. */
  writer: z.string().nullable(),
  department: z.string().nullable(),
})
export type NamedArticle = z.infer<typeof namedArticleSchema>

/** Articles 投稿, kept for the file: counted by level of adoption, never by person. */
export const articles = {
  /** Latest first. */
  list: procedure
    .input(z.object({ year: yearSchema, adoption: adoptionLevelSchema.nullable(), search: z.string().trim().max(60) }))
    .output(
      z.object({
        rows: z.array(namedArticleSchema),
        /** Of the whole year. */
        written: countSchema,
        adopted: z.array(z.object({ level: adoptionLevelSchema, count: countSchema })),
      }),
    ),
  save: procedure
    .input(z.object({ id: articleIdSchema.nullable(), article: articleInputSchema }))
    .output(z.object({ id: articleIdSchema, batchId: batchIdSchema })),
  remove: procedure.input(z.object({ id: articleIdSchema })).output(z.object({ batchId: batchIdSchema })),
}
