import type { BatchKind } from '../contract/batches'
import type { WireChange } from './wire'

/** The table named in place of one whose rows do not go on. */
export const WITHHELD = 'withheld'

/** In place of the hash of an entry that does not go on whole. */
export const NO_HASH = '0'.repeat(64)

/** What these batches are called may name a person whom the branch helped; an undo or removal bears its name. */
const quietKinds: ReadonlySet<string> = new Set([
  'gift',
  'hardship',
  'request',
  'service',
  'removal',
  'undo',
] satisfies BatchKind[])

export function hasQuietTitle({ table, before, after }: WireChange): boolean {
  const kind = after['kind'] ?? before['kind']
  return table === 'batch' && typeof kind === 'string' && quietKinds.has(kind)
}

/** What goes in place of an entry that does not: that there was one, so that the numbers of a stream have no gaps. */
export function placeHolder(entry: WireChange): WireChange {
  const nothing = { before: {}, after: {}, base: null, batchId: null, hash: NO_HASH }
  return { ...entry, ...nothing, table: WITHHELD, rowId: entry.id, operation: 'insert' }
}
