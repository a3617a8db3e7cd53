import { z } from 'zod'

/** A window into a long list: the rows `offset … offset + limit - 1`. */
export const pageSchema = z.object({
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
})
export type Page = z.infer<typeof pageSchema>

/** One page of rows and how many rows the whole list has. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ total: z.int().nonnegative(), rows: z.array(row) })
}
