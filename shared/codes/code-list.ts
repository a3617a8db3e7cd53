import { z } from 'zod'

/**
 * Declares a code list 代码表: closed values under their official terms, each with the code the unions above expect,
 * from `[official term, official code or null]` pairs in their official order.
 * @param source the standard or form the list comes from, with its year
 */
export function codeList<const Value extends string>(
  source: string,
  entries: readonly [readonly [Value, string | null], ...(readonly [Value, string | null])[]],
) {
  const [first, ...rest] = entries
  const codes = new Map<Value, string | null>(entries)
  const values: [Value, ...Value[]] = [first[0], ...rest.map(([value]) => value)]
  return { source, values, schema: z.enum(values), codeOf: (value: Value) => codes.get(value) ?? null }
}
