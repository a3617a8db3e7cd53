import type { Change } from '../shared/sync/change'
import { changeContent } from '../shared/sync/change-content'
import type { BranchDatabase } from './branch-database'
import { changeHash } from './write-context'

type StoredChange = Omit<Change, 'before' | 'after'> & {
  readonly position: number
  readonly before: string
  readonly after: string
}

/**
 * Walks the whole change log. `brokenAt` is the first position whose entry is missing or is not what was written
 * there; null when the log is whole. Takes about a second for 100,000 entries.
 */
export function verifyChangeLog({ sqlite }: BranchDatabase): { entries: number; brokenAt: number | null } {
  const log = sqlite.prepare<[], StoredChange>(
    `SELECT position, id, incarnation, seq, change_set AS changeSet, "table", row_id AS rowId, operation, "before",
       "after", base, actor, at, batch_id AS batchId, hash
     FROM change ORDER BY position`,
  )
  let previous = ''
  let position = 0
  for (const entry of log.iterate()) {
    position += 1
    if (entry.position !== position || entry.hash !== changeHash(previous, changeContent(entry))) {
      return { entries: position - 1, brokenAt: position }
    }
    previous = entry.hash
  }
  // The counter of AUTOINCREMENT remembers entries cut off at the end.
  const last = sqlite.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'change'").pluck().get() ?? 0
  return { entries: position, brokenAt: last === position ? null : position + 1 }
}
