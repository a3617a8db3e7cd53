import { z } from 'zod'

/** What may be written down about an error nobody expected: never its message, which can quote what was stored. */
export const faultSchema = z.object({ name: z.string(), code: z.string().nullable(), places: z.array(z.string()) })
export type Fault = z.infer<typeof faultSchema>

/** The name, the code and the places in our own files of an error. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, code: null, places: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, code, places: places.map((line) => line.trim()) }
}
