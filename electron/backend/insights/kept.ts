import type { BranchDatabase } from '../../../db/branch-database'
import { writtenTo } from '../../../db/written'

interface Kept<Made> {
  readonly at: number
  readonly made: Promise<Made>
}

/** Makes something of the record and keeps it until something is written; who asks meanwhile waits for the same one. */
export function keptUntilWritten<Made>(
  make: (db: BranchDatabase) => Promise<Made>,
): (db: BranchDatabase) => Promise<Made> {
  const all = new WeakMap<BranchDatabase, Kept<Made>>()
  return (db) => {
    // What a batch is still writing may be taken back.
    if (db.sqlite.inTransaction) return make(db)
    const at = writtenTo(db)
    const known = all.get(db)
    if (known?.at === at) return known.made
    const made = make(db)
    all.set(db, { at, made })
    made.catch(() => all.delete(db))
    return made
  }
}
