import type { Change } from '../../sync/change'

/** What became of an entry of a row, as far as the branch knows. */
export type EntryResult = 'stored' | 'waiting' | 'withheld' | 'held' | 'rejected' | 'conflict'

/** An entry of one row of the change log. */
export interface RowEntry<Id extends string = string> {
  readonly id: Id
  readonly operation: Change['operation']
  /** The columns that it set. */
  readonly columns: readonly string[]
  readonly result: EntryResult
  /** The column for which the hub refused it; null where it named none. */
  readonly field: string | null
}

/** What follows from the refusals of a row. */
export interface AfterRefusals<Id extends string = string> {
  /** Refused entries that later ones took the place of. */
  readonly dealtWith: readonly Id[]
  /** What has to be said again since the hub never took it: the whole row, or columns of it; null for nothing. */
  readonly restate: 'row' | readonly string[] | null
}

const isDecided = ({ result }: RowEntry) => result === 'stored' || result === 'rejected'

/**
 * What becomes of the refused entries of a row, oldest first. The hub refuses an entry whole, so that the columns beside
 * the faulty one are lost there too: once the fault is corrected they are said again, and once a row that was refused is
 * changed, all of it is. A refusal is dealt with when later entries said everything it did. Nothing is said again while
 * entries of the row wait, nor when the hub would refuse it for the same fault.
 * @param isThere whether the row exists at the branch
 */
export function afterRefusals<Id extends string>(
  entries: readonly RowEntry<Id>[],
  isThere: boolean,
): AfterRefusals<Id> {
  const dealtWith: Id[] = []
  const again = new Set<string>()
  let isRowMissing = false
  for (const [index, entry] of entries.entries()) {
    if (entry.result !== 'rejected') continue
    const later = entries.slice(index + 1)
    const decided = later.filter(isDecided)
    const isReplaced = decided.some(
      ({ operation, result }) => operation === 'insert' || (operation === 'delete' && result === 'stored'),
    )
    if (isReplaced) {
      dealtWith.push(entry.id)
    } else if (entry.operation === 'insert') {
      isRowMissing = later.some(({ result }) => result === 'held')
    } else if (entry.operation === 'update') {
      const missing = entry.columns.filter((column) => !decided.some(({ columns }) => columns.includes(column)))
      const isCorrected = decided.some(
        ({ columns, result }) => result === 'stored' && entry.field !== null && columns.includes(entry.field),
      )
      if (missing.length === 0) dealtWith.push(entry.id)
      else if (isCorrected) for (const column of missing) again.add(column)
    }
  }
  const isWaiting = entries.some(({ result }) => result === 'waiting')
  if (!isThere || isWaiting) return { dealtWith, restate: null }
  return { dealtWith, restate: isRowMissing ? 'row' : again.size > 0 ? [...again] : null }
}
