import { z } from 'zod'

/** What may be written down about an error nobody expected: never its message, which can quote what was stored. */
export const faultSchema = z.object({ name: z.string(), code: z.string().nullable(), places: z.array(z.string()) })
export type Fault = z.infer<typeof faultSchema>

/** The lines of a stack that name a place in a file. */
const place = /^\s*at .*:\d+:\d+\)?$/

/** The name, the code and the places in our own files of an error. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, code: null, places: [] }
  const { name, message, stack = '' } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  // A stack begins with the message, whose lines could look like places.
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return { name, code, places: lines.filter((line) => place.test(line)).map((line) => line.trim()) }
}
