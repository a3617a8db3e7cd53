import { z } from 'zod'

const addressSchema = z.url({ protocol: /^https?$/ })

/** The address as it was typed, `https://` understood; null for what is none. */
export function hubAddress(typed: string): string | null {
  const text = typed.trim()
  return addressSchema.safeParse(/^https?:\/\//.test(text) ? text : `https://${text}`).data ?? null
}
