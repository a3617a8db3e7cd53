import { wireChangeSchema, type WireChange } from '../shared/sync/wire'
import type { change } from './schema'

/** An entry as it was sent, from how the hub keeps it. */
export function storedEntry({ before, after, ...stored }: typeof change.$inferSelect): WireChange {
  const columns = (json: string): unknown => JSON.parse(json)
  return wireChangeSchema.parse({ ...stored, before: columns(before), after: columns(after) })
}
