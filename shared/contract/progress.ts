import { eventIterator } from '@orpc/contract'
import { z } from 'zod'

/** Long work as the window follows it: any number of progress events, then exactly one result. */
export function progressOf<Result extends z.ZodType>(result: Result) {
  return eventIterator(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('progress'),
        done: z.int().nonnegative(),
        /** Null while the whole is not known yet. */
        total: z.int().nonnegative().nullable(),
      }),
      z.object({ kind: z.literal('result'), result }),
    ]),
  )
}
