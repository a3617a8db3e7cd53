import type { Columns } from './change'
import type { WireChange } from './wire'
import { NO_HASH, WITHHELD } from './withhold'

/** A stored entry made fuller by one that came again with more of it. */
export interface Completion {
  readonly entry: WireChange
  /** The columns that it did not have before; null when nothing was known of it but that there was one. */
  readonly added: Columns | null
}

const isBlank = (value: Columns[string] | undefined) => value === undefined || value === ''

/** Columns of the fuller of two forms that the other one does not have, or only left empty. */
function addedTo(stored: Columns, arriving: Columns): Columns {
  const more = Object.entries(arriving).filter(
    ([name, value]) => !(name in stored) || (isBlank(stored[name]) && !isBlank(value)),
  )
  return Object.fromEntries(more)
}

/** Whether two forms are of one entry: the same content, or one of them has parts left out on its way. */
export function isSameEntry(
  stored: Pick<WireChange, 'id' | 'incarnation' | 'seq' | 'hash'>,
  arriving: Pick<WireChange, 'id' | 'incarnation' | 'seq' | 'hash'>,
): boolean {
  if (stored.hash !== NO_HASH && arriving.hash !== NO_HASH) return stored.hash === arriving.hash
  return stored.id === arriving.id && stored.incarnation === arriving.incarnation && stored.seq === arriving.seq
}

/**
 * What a form of an entry that came again adds to the one stored, since more of it may pass now; null when nothing. What
 * passed once stays, also when less passes now.
 */
export function complete(stored: WireChange, arriving: WireChange): Completion | null {
  if (stored.hash !== NO_HASH || arriving.table === WITHHELD) return null
  if (stored.table === WITHHELD) return { entry: arriving, added: null }
  const added = addedTo(stored.after, arriving.after)
  const before = addedTo(stored.before, arriving.before)
  const isWhole = arriving.hash !== NO_HASH
  if (!isWhole && Object.keys(added).length === 0 && Object.keys(before).length === 0) return null
  const entry = {
    ...arriving,
    before: { ...arriving.before, ...stored.before, ...before },
    after: { ...arriving.after, ...stored.after, ...added },
  }
  return { entry, added }
}
