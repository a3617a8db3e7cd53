import { perDatabase, type BranchDatabase } from './branch-database'

const counter = perDatabase(({ sqlite, searchIndex }) => {
  const totalChanges = sqlite.prepare<[], number>('SELECT total_changes()').pluck()
  return () => (totalChanges.get() ?? 0) - searchIndex.changes
})

/**
 * How much was written to a database until now: what was made of the record holds while it stays the same. What is done
 * to the search index alone changes nothing of the record and does not count.
 */
export function writtenTo(db: BranchDatabase): number {
  return counter(db)()
}
