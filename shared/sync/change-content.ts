import type { Change, Columns } from './change'

/** Columns as JSON with the names in code-unit order, as the log stores them and the hash covers them. */
export function canonicalColumns(columns: Columns): string {
  return JSON.stringify(Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** An entry without its hash, `before` and `after` as `canonicalColumns`. */
export type UnsealedChange = Readonly<Omit<Change, 'hash' | 'before' | 'after'> & { before: string; after: string }>

/**
 * The text that an entry's hash covers: `hash = hex(SHA-256(previous hash + content))`, both in UTF-8; the previous
 * hash of the very first entry is the empty text.
 */
export function changeContent(change: UnsealedChange): string {
  const { id, incarnation, seq, changeSet, table, rowId, operation, before, after, base, actor, at, batchId } = change
  const head = JSON.stringify([id, incarnation, seq, changeSet, table, rowId, operation]).slice(0, -1)
  const tail = JSON.stringify([base, actor, at, batchId]).slice(1)
  return `${head},${before},${after},${tail}`
}
